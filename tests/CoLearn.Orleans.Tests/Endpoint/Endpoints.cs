using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Endpoint;

/// <summary>A silo's endpoint as anybody on the machine sees it.</summary>
internal static class Endpoints
{
    public static string AddressOf(IServiceProvider silo) => silo.GetRequiredService<SiloEndpoint>().Address!;

    public static async Task<(HttpStatusCode Status, string Text)> GetAsync(string address, string path, string? key = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var response = await http.GetAsync(new Uri(address + path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
