namespace CoLearn.Exchange;

/// <summary>Lets one at a time change a folder, of all threads of all processes. The system takes the lock from a process that dies.</summary>
internal sealed class FolderLock(string path)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>This process queues here: only other processes are asked again and again.</summary>
    private readonly SemaphoreSlim inProcess = new(1);

    /// <summary>Does something alone.</summary>
    /// <exception cref="IOException">Other processes have held the lock for too long.</exception>
    public async Task<T> DoAsync<T>(Func<T> work)
    {
        await inProcess.WaitAsync();
        try
        {
            using var file = await TakeAsync();
            return work();
        }
        finally
        {
            inProcess.Release();
        }
    }

    private async Task<FileStream> TakeAsync()
    {
        for (var until = Environment.TickCount64 + (long)LongestWait.TotalMilliseconds; ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException) && Environment.TickCount64 < until)
            {
                await Task.Delay(Wait);
            }
        }
    }
}
