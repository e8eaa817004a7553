using CoLearn.Shell;

namespace CoLearn.Export;

/// <summary>A file that is there whole, or as it was.</summary>
internal static class WholeFile
{
    /// <summary>Writes it beside its place, then puts it there.</summary>
    /// <exception cref="MistakeException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        try
        {
            await using (var file = File.Create(unfinished))
                await write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MistakeException($"'{path}' cannot be written: {error.Message.TrimEnd('.')}.", ExitCode.Usage);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }
}
