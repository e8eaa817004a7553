using System.Net;
using CoLearn.Endpoint;

namespace CoLearn.Exchange;

/// <summary>Another silo that may hold weights, for one pull.</summary>
internal sealed class WeightsSource(Uri silo, HttpClient http, ClusterKey key, TimeProvider time)
{
    /// <summary>The format's name, escaped as in an address.</summary>
    public const string FormatHeader = "CoLearn-Weights-Format";

    private const int PieceBytes = 256 * 1024;
    private const int MostFailures = 3;

    /// <summary>How long a silo may say nothing.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private int failures;

    public Uri Silo => silo;

    /// <summary>Whether it is asked no more.</summary>
    public bool IsGivenUp => failures >= MostFailures;

    /// <summary>Why it failed last.</summary>
    public string Trouble { get; private set; } = string.Empty;

    public SourceAnswer Fail(string trouble)
    {
        failures++;
        Trouble = trouble;
        return SourceAnswer.Failed;
    }

    public void GiveUp() => failures = MostFailures;

    /// <summary>Whether it has weights.</summary>
    public Task<SourceAnswer> AskAsync(string hash) => GuardedAsync(async silence =>
    {
        using var request = Request(HttpMethod.Head, hash);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        return Answer(response);
    });

    /// <summary>Fetches what has not arrived yet.</summary>
    public Task<SourceAnswer> SendAsync(Arrival arrival) => GuardedAsync(async silence =>
    {
        using var request = Request(HttpMethod.Get, arrival.Hash);
        if (arrival.Received > 0)
            request.Headers.Range = new(arrival.Received, null);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        var answer = Answer(response);
        if (answer != SourceAnswer.Has)
            return answer;
        if (Begin(response, arrival) is { } refusal)
            return Fail(refusal);
        await using var stream = await response.Content.ReadAsStreamAsync(silence.Token);
        while (!arrival.IsWhole)
        {
            var read = await stream.ReadAsync(arrival.Space(PieceBytes), silence.Token);
            if (read == 0)
                return Fail($"it broke off after {arrival.Received} bytes");
            silence.CancelAfter(Silence);
            arrival.Add(read, silo);
        }

        return SourceAnswer.Has;
    });

    /// <summary>Nothing is read of a body that is not announced as what is wanted.</summary>
    private static string? Begin(HttpResponseMessage response, Arrival arrival)
    {
        var format = response.Headers.TryGetValues(FormatHeader, out var values) ? Uri.UnescapeDataString(string.Concat(values)) : string.Empty;
        if (response.StatusCode != HttpStatusCode.PartialContent)
            return arrival.Begin(format, response.Content.Headers.ContentLength);
        return response.Content.Headers.ContentRange is { } range && range.From == arrival.Received && range.To == range.Length - 1
            ? arrival.GoOn(format, range.Length)
            : "it sends another part than it was asked for";
    }

    private SourceAnswer Answer(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK or HttpStatusCode.PartialContent => SourceAnswer.Has,
        HttpStatusCode.NotFound => SourceAnswer.HasNot,
        HttpStatusCode.ServiceUnavailable => SourceAnswer.Busy,
        HttpStatusCode.Unauthorized => Fail("it refuses this silo's cluster key"),
        var other => Fail($"it answers {(int)other}"),
    };

    private HttpRequestMessage Request(HttpMethod method, string hash)
    {
        var request = new HttpRequestMessage(method, new Uri($"{silo.GetLeftPart(UriPartial.Path).TrimEnd('/')}/colearn/weights/{hash}"));
        key.Show(request.Headers);
        return request;
    }

    private async Task<SourceAnswer> GuardedAsync(Func<CancellationTokenSource, Task<SourceAnswer>> ask)
    {
        using var silence = new CancellationTokenSource(Silence, time);
        try
        {
            return await ask(silence);
        }
        catch (OperationCanceledException)
        {
            return Fail($"it said nothing for {Silence.TotalSeconds} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OutOfMemoryException)
        {
            return Fail(error.Message.TrimEnd('.'));
        }
    }
}
