using CoLearn.Exchange;
using CoLearn.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoLearn.Endpoint;

/// <summary>Serves the weights that this silo holds, whole or from an offset on.</summary>
internal sealed class WeightsServer(IWeightsStore store, ClusterKey key, IOptions<CoLearnEndpointOptions> options)
{
    /// <summary>Small enough that a slow reader leaves nothing in memory, large enough that a fast one is not kept waiting.</summary>
    private const int PieceBytes = 128 * 1024;

    private readonly SemaphoreSlim free = new(options.Value.Transfers);

    public async Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!key.Opens(request.Headers.Authorization))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (request.RouteValues["hash"] is not string hash || !WeightsHash.IsHash(hash) || await store.HeldHere().GetAsync(hash) is not { } weights)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (Part(request, weights.Bytes.Length) is not var (from, length))
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = new ContentRangeHeaderValue(weights.Bytes.Length).ToString();
        }
        else if (HttpMethods.IsHead(request.Method) ? free.CurrentCount == 0 : !await free.WaitAsync(TimeSpan.Zero))
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "1";
        }
        else
        {
            Describe(response, weights, from, length);
            if (HttpMethods.IsGet(request.Method))
                await SendAsync(response, weights.Bytes.Slice(from, length), context.RequestAborted);
        }
    }

    private static void Describe(HttpResponse response, Weights weights, int from, int length)
    {
        response.ContentType = "application/octet-stream";
        response.ContentLength = length;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = $"\"{weights.Hash}\"";
        response.Headers[WeightsSource.FormatHeader] = Uri.EscapeDataString(weights.Format);
        if (length == weights.Bytes.Length)
            return;
        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = new ContentRangeHeaderValue(from, from + length - 1, weights.Bytes.Length).ToString();
    }

    /// <summary>The one part that is asked for; all where several are; <see langword="null"/> where there is no such part.</summary>
    private static (int From, int Length)? Part(HttpRequest request, int total)
    {
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range) || range.Unit != "bytes" || range.Ranges.Count != 1)
            return (0, total);
        var part = range.Ranges.Single();
        var from = part.From ?? Math.Max(0, total - part.To!.Value);
        var to = Math.Min(part.From is null ? total - 1 : part.To ?? total - 1, total - 1);
        return from > to ? null : ((int)from, (int)(to - from + 1));
    }

    private async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken aborted)
    {
        try
        {
            for (var rest = bytes; !rest.IsEmpty; rest = rest[Math.Min(PieceBytes, rest.Length)..])
            {
                var piece = rest[..Math.Min(PieceBytes, rest.Length)];
                await response.Body.WriteAsync(piece, aborted);
                Instruments.Sent(piece.Length);
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // Who asked has gone.
        }
        finally
        {
            free.Release();
        }
    }
}
