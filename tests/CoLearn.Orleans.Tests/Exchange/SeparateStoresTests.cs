using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CoLearn.Exchange;

/// <summary>Rounds of three silos that share no store; the third hosts no learner.</summary>
public sealed class SeparateStoresTests : IDisposable
{
    private const string Key = "a-key-that-all-silos-share";
    private static readonly string[] Learners = ["ann", "bob", "cy"];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-weights-");

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rounds_OfSilosWithStoresOfTheirOwn_AreAccepted(bool inFiles)
    {
        await using var cluster = await StartAsync((name, site) =>
        {
            if (inFiles)
                site.Store(Path.Combine(directory.FullName, name));
        });
        await RunAsync(cluster, Strategies.Turns, inFiles);
        await RunAsync(cluster, Strategies.Average, inFiles);
    }

    [Fact]
    public async Task Rounds_OverTlsWithAKey_AreAccepted()
    {
        using var certificate = Certificate();
        await using var cluster = await StartAsync((_, site) => site.Endpoint(endpoint =>
        {
            endpoint.Url = "https://0.0.0.0:0";
            endpoint.ClusterKey = Key;
            endpoint.ConfigureKestrel = kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            endpoint.ConfigureClient = client => client.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        }));
        await RunAsync(cluster, Strategies.Turns, inFiles: false);
    }

    [Fact]
    public async Task Rounds_OfSilosWithDifferentKeys_FailWithoutTheirWeights()
    {
        await using var cluster = await StartAsync((name, site) => site.Endpoint(endpoint => endpoint.ClusterKey = Key + name));
        var collective = cluster.Client.GetCollective("strangers");
        await Assert.ThrowsAsync<CollectiveException>(async () =>
        {
            await collective.CreateAsync(new("compass", Learners) { Rule = CompassModel.Definition.Rule with { Threshold = 1 } });
            var record = await collective.RunRoundAsync();
            throw record.Outcome == Outcome.Accepted ? new InvalidOperationException("It was accepted.") : new CollectiveException(record.Facts.Reason ?? "rejected");
        });
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static async Task<InProcessTestCluster> StartAsync(Action<string, CoLearnSiloBuilder> configure)
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddMemoryGrainStorage("colearn");
            silo.AddCoLearn(site =>
            {
                site.Site(options.SiloName);
                string[] hosted = options.SiloName[^1] switch { '0' => ["ann", "bob"], '1' => ["cy"], _ => [] };
                foreach (var learner in hosted)
                    site.Host<CompassModel>(learner, Compasses.Settings(8)).Host<TensorModel>(learner);
                configure(options.SiloName, site);
            });
        });
        builder.ConfigureClient(client => client.AddCoLearnClient());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private static async Task RunAsync(InProcessTestCluster cluster, string strategy, bool inFiles)
    {
        var collective = cluster.Client.GetCollective(strategy);
        await collective.CreateAsync(new("tensor", Learners) { Rule = TensorModel.Definition.Rule with { Strategy = strategy } });
        var records = await collective.RunAsync(3).ToListAsync();
        Assert.All(records, record => Assert.Equal((Outcome.Accepted, 0), (record.Outcome, record.Facts.Votes.Count(vote => vote.Answer == VoteAnswer.Abstain))));

        // Any silo gives them to a client, and those with learners hold them.
        var weights = await collective.WeightsAsync();
        Assert.Equal(records[^1].Facts.ProposalHash, weights.Hash);
        foreach (var silo in cluster.Silos)
        {
            var store = silo.ServiceProvider.GetRequiredService<IWeightsStore>();
            Assert.Equal(inFiles, store.HeldHere() is FileWeightsStore);
            Assert.NotNull(await store.GetAsync(weights.Hash));
            if (silo.Name[^1] != '2')
                Assert.NotNull(await store.HeldHere().GetAsync(weights.Hash));
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=colearn", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
