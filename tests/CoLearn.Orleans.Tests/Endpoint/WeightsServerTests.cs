using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CoLearn.Exchange;

namespace CoLearn.Endpoint;

public sealed class WeightsServerTests
{
    private const string Key = "a-key-that-all-silos-share";

    private static readonly Weights Blob = new("forest-1", RandomNumberGenerator.GetBytes(1000));

    [Theory, InlineData("bytes=10-", 10, 990), InlineData("bytes=0-4", 0, 5), InlineData("bytes=-3", 997, 3), InlineData("bytes=990-5000", 990, 10)]
    public async Task Get_OfAPart_SendsThatPart(string range, int from, int length)
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var response = await GetAsync(server, Blob.Hash, request => request.Headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(Blob.Bytes.Slice(from, length).ToArray(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(new(from, from + length - 1, 1000), response.Content.Headers.ContentRange);
        Assert.Equal("forest-1", response.Headers.GetValues(WeightsSource.FormatHeader).Single());
    }

    [Fact]
    public async Task Get_OfAPartBeyondTheEnd_IsRefused()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var response = await GetAsync(server, Blob.Hash, request => request.Headers.Range = new(1000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
    }

    [Fact]
    public async Task Get_OfWhatIsNotHeldOrNoHash_IsNotFoundAndReachesNoStore()
    {
        var store = new Recording();
        await using var server = await SourceServer.HonestAsync(store);
        string[] hostile =
        [
            "..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fcolearn.db", "..", "../colearn.db", Blob.Hash.ToUpperInvariant(), Blob.Hash + "%00", Blob.Hash + ".safetensors",
            Blob.Hash[..63] + "%2f", "%0d%0aX", new('0', 5000), "lock",
        ];
        foreach (var path in hostile)
            Assert.Contains(await RawAsync(server, path), new[] { "HTTP/1.1 404 Not Found", "HTTP/1.1 400 Bad Request" });
        Assert.Empty(store.Asked);

        Assert.Equal("HTTP/1.1 404 Not Found", await RawAsync(server, Blob.Hash));
        Assert.Equal([Blob.Hash], store.Asked);
    }

    [Fact]
    public async Task Get_WithoutTheKey_IsRefusedBeforeTheStoreIsAsked()
    {
        var store = new Recording();
        await using var server = await SourceServer.HonestAsync(store, new CoLearnEndpointOptions { ClusterKey = Key });
        foreach (var header in new[] { null, "Bearer", "Bearer ", $"Bearer {Key}x", $"Bearer {Key[..^1]}", $"Basic {Key}", Key })
        {
            using var refused = await GetAsync(server, Blob.Hash, request => request.Headers.TryAddWithoutValidation("Authorization", header));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        Assert.Empty(store.Asked);
        using var response = await GetAsync(server, Blob.Hash, request => request.Headers.Authorization = new("Bearer", Key));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Get_ByMoreThanAreServedAtATime_IsToldToComeAgain()
    {
        // More than the sockets take, so that it is not over before somebody reads it.
        var large = new Weights("test", new byte[64_000_000]);
        await using var server = await SourceServer.HonestAsync(large, new CoLearnEndpointOptions { Transfers = 1 });
        using (var first = await GetAsync(server, large.Hash))
        {
            using var second = await GetAsync(server, large.Hash);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (first.StatusCode, second.StatusCode));
            Assert.NotNull(second.Headers.RetryAfter);
        }

        HttpStatusCode status;
        do
        {
            using var third = await GetAsync(server, large.Hash);
            status = third.StatusCode;
        }
        while (status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    private static async Task<HttpResponseMessage> GetAsync(SourceServer server, string hash, Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/colearn/weights/" + hash));
        change?.Invoke(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>A path as no client would send it.</summary>
    private static async Task<string?> RawAsync(SourceServer server, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /colearn/weights/{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }

    private sealed class Recording : IWeightsStore
    {
        public List<string> Asked { get; } = [];

        public ValueTask PutAsync(WeightsHold hold, Weights weights) => ValueTask.CompletedTask;

        public ValueTask<Weights?> GetAsync(string hash)
        {
            Asked.Add(hash);
            return ValueTask.FromResult<Weights?>(null);
        }

        public ValueTask SettleAsync(WeightsHold hold, string? accepted) => ValueTask.CompletedTask;
    }
}
