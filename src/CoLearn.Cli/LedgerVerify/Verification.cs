using CoLearn.Clusters;
using CoLearn.Ledger;
using CoLearn.Shell;

namespace CoLearn.LedgerVerify;

/// <summary>Goes through a ledger file once, and asks the learners where a cluster is named.</summary>
internal static class Verification
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the verb.</summary>
    /// <exception cref="MistakeException">The file cannot be read.</exception>
    public static async Task<int> RunAsync(VerifyOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var result = await CheckAsync(options, terminal, cancellation);
        await terminal.Output.WriteAsync(options.Json ? VerifyJson.Of(result) : VerifyText.Of(result));
        if (result.ClusterProblem is { } problem)
            await terminal.Error.WriteLineAsync(problem);
        return result.ExitCode;
    }

    private static async Task<VerifyResult> CheckAsync(VerifyOptions options, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await using var file = options.IsInput ? terminal.Input() : File.OpenRead(options.File);
            return await CheckAsync(options, file, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MistakeException($"The ledger '{options.File}' cannot be read: {error.Message.TrimEnd('.')}.", ExitCode.Usage);
        }
    }

    private static async Task<VerifyResult> CheckAsync(VerifyOptions options, Stream file, CancellationToken cancellation)
    {
        var reader = new LedgerReader(file);
        var first = await reader.ReadAsync(cancellation) ?? throw NoLedger(options, "it is empty");
        var (answer, problem) = await AskAsync(options.Cluster, first.Header, cancellation);

        var check = new LedgerCheck(options.Head, answer?.Heads);
        check.Add(first);
        while (await reader.ReadAsync(cancellation) is { } line)
            check.Add(line);

        var report = check.Report();
        if (report is { Header: null, Records: 0 })
            throw NoLedger(options, $"{first.Mistake}, in line 1");
        var comparison = answer is null ? null : ClusterComparison.Of(answer, report);
        if (comparison is { IsSilent: true })
            problem = ClusterConnection.Unreachable(options.Cluster!, "none of the learners answered.").Message;
        return new(options, report, comparison, problem);
    }

    private static MistakeException NoLedger(VerifyOptions options, string why)
        => new($"'{options.File}' is no ledger: {why}.", ExitCode.Usage);

    /// <summary>The cluster's answer, or why there is none; neither where none is asked for.</summary>
    private static async Task<(ClusterAnswer? Answer, string? Problem)> AskAsync(ClusterChoice? choice, LedgerHeader? header, CancellationToken cancellation)
    {
        if (choice is null)
            return (null, null);
        if (header is null)
            return (null, "The cluster was not asked, since the file does not say which collective it is of.");

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Patience);
        try
        {
            await using var connection = await ClusterConnection.OpenAsync(choice, cancellation);
            var collective = connection.Client.GetCollective(header.Collective);
            var status = await collective.StatusAsync(late.Token);
            return (new(status, status.Phase == CollectivePhase.Unknown ? [] : await collective.LearnersAsync(cancellation: late.Token)), null);
        }
        catch (MistakeException unreachable)
        {
            return (null, unreachable.Message);
        }
        catch (Exception error) when (error is CollectiveException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, ClusterConnection.Unreachable(choice, error is CollectiveException ? error.Message : "there was no answer.").Message);
        }
    }
}
