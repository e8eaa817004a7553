using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CoLearn.Benchmarks.Moved;

/// <summary>The floor: as many plain TCP connections at once as silos pull, each of whose receivers hashes what it gets.</summary>
internal static class RawReceivers
{
    private const int PieceBytes = 256 * 1024;

    /// <summary>They receive into memory that is new to the process, as silos do that have just been looked at; see <see cref="SiloReport.Take"/>.</summary>
    public static double Milliseconds(byte[] bytes, int receivers)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var start = Stopwatch.GetTimestamp();
        var receiving = Enumerable.Range(0, receivers).Select(_ => Task.Run(() => Receive((IPEndPoint)listener.LocalEndpoint, bytes.Length))).ToArray();
        var sending = Enumerable.Range(0, receivers).Select(_ => listener.AcceptTcpClient()).Select(client => Task.Run(() => Send(client, bytes))).ToArray();
        Task.WaitAll([.. receiving, .. sending]);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Send(TcpClient client, byte[] bytes)
    {
        using (client)
            client.GetStream().Write(bytes);
    }

    private static void Receive(IPEndPoint from, int length)
    {
        using var client = new TcpClient();
        client.Connect(from);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = client.GetStream();
        var received = GC.AllocateUninitializedArray<byte>(length);
        for (var count = 0; count < length;)
        {
            var read = stream.Read(received, count, Math.Min(PieceBytes, length - count));
            if (read == 0)
                throw new EndOfStreamException();
            hash.AppendData(received, count, read);
            count += read;
        }

        hash.GetHashAndReset();
    }
}
