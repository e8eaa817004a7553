using System.Globalization;
using System.Net;
using CoLearn.Endpoint;
using CoLearn.Learners;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoLearn.Hosting;

/// <summary>Reads the section <c>CoLearn</c>, and names all that is wrong with it.</summary>
internal sealed class SettingsReader(IConfiguration configuration, IReadOnlyList<DeclaredModel> models, CoLearnSiloProgram program)
{
    private const string Section = "CoLearn";
    private const string Kubernetes = "Kubernetes";

    // Those of SettingsLayers are read where the learners are.
    private static readonly string[] Known = ["Site", "Store", "Compute", "Watch", "Cluster", "Endpoint", "Host", "Learners"];
    private static readonly string[] OfACompute = [nameof(ComputeOptions.Slots), nameof(ComputeOptions.TrainingThreads), nameof(ComputeOptions.EvaluationThreads)];
    private static readonly string[] OfACluster = ["Kind", "ClusterId", "ServiceId", "SiloPort", "GatewayPort", "Address", "Listen"];
    private static readonly string[] OfAnEndpoint =
    [
        nameof(CoLearnEndpointOptions.Url), nameof(CoLearnEndpointOptions.Advertised), nameof(CoLearnEndpointOptions.ClusterKey),
        nameof(CoLearnEndpointOptions.Transfers), "Kestrel",
    ];

    private readonly List<string> mistakes = [];

    /// <summary>Reads it.</summary>
    /// <returns>The settings, as far as they can be used, and what is wrong, a sentence each.</returns>
    public (SiloSettings Settings, IReadOnlyList<string> Mistakes) Read()
    {
        var section = configuration.GetSection(Section);
        string[] known = [.. Known, .. program.Switches];
        RequireKnown(section, known, Kubernetes);
        if (section[Kubernetes] is not null && !program.Switches.Contains(Kubernetes, StringComparer.OrdinalIgnoreCase))
            mistakes.Add($"{At(section, Kubernetes)} is set, which this program does not have; {WouldHaveTo("CoLearn.Orleans.Kubernetes", "UseKubernetes")}.");
        RequireKnown(section.GetSection("Compute"), OfACompute);
        RequireKnown(section.GetSection("Watch"), [nameof(WatchOptions.Every)]);
        foreach (var model in models.GroupBy(model => model.Definition.Name).Where(group => group.Count() > 1))
            mistakes.Add($"The model '{model.Key}' is declared by {string.Join(" and by ", model.Select(one => one.Type))}; give each a name of its own.");

        var compute = ReadCompute(section.GetSection("Compute"));
        var settings = new SiloSettings
        {
            Site = Name(section, "Site", "local"),
            Store = Text(section, "Store") is { } store ? Path.GetFullPath(store) : null,
            Cluster = ReadCluster(section.GetSection("Cluster")),
            Endpoint = ReadEndpoint(section.GetSection("Endpoint")),
            Switches = [.. program.Switches.Where(name => IsOn(section, name))],
            Compute = compute,
            Watch = new() { Every = ReadEvery(section.GetSection("Watch")) },
            Hosted = ReadHosted(section.GetSection("Host"), compute),
        };
        return (settings, mistakes);
    }

    private ClusterSettings ReadCluster(IConfigurationSection section)
    {
        var name = Text(section, "Kind") ?? "localhost";
        var kind = program.Kinds.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (kind is not null)
        {
            RequireKnown(section, [.. OfACluster, .. kind.Keys]);
            mistakes.AddRange(kind.Mistakes(section));
        }
        else
        {
            var way = name.Equals("redis", StringComparison.OrdinalIgnoreCase)
                ? WouldHaveTo("CoLearn.Orleans.Redis", "UseRedis")
                : $"use {string.Join(" or ", program.Kinds.Select(known => $"'{known.Name}'").Order(StringComparer.Ordinal))}";
            mistakes.Add($"{At(section, "Kind")} is '{name}', which this program does not have; {way}.");
        }

        IPAddress? address = null, listen = null;
        if (Text(section, "Address") is { } host && (address = HostAddress.Of(host)) is null)
            mistakes.Add($"{At(section, "Address")} is '{host}', but must be an IP address, or a host name that has one, at which others reach this silo.");
        if (Text(section, "Listen") is { } text && !IPAddress.TryParse(text, out listen))
            mistakes.Add($"{At(section, "Listen")} is '{text}', but must be an IP address of this machine, or '0.0.0.0' for all of them.");
        var (siloPort, gatewayPort) = (Whole(section, "SiloPort", ClusterSettings.UsualSiloPort, ushort.MaxValue), Whole(section, "GatewayPort", ClusterSettings.UsualGatewayPort, ushort.MaxValue));
        if (siloPort == gatewayPort)
            mistakes.Add($"{At(section, "SiloPort")} and {At(section, "GatewayPort")} are both {siloPort}; each needs a port of its own.");
        return new(
            kind ?? program.Kinds[0],
            section,
            Text(section, "ClusterId") ?? "default",
            Text(section, "ServiceId") ?? "default",
            siloPort,
            gatewayPort,
            address ?? (kind is LocalhostCluster ? IPAddress.Loopback : null),
            listen);
    }

    /// <returns>Where it listens; <see langword="null"/> at a free port.</returns>
    private IPEndPoint? ReadEndpoint(IConfigurationSection section)
    {
        RequireKnown(section, OfAnEndpoint);
        var usual = new CoLearnEndpointOptions();
        var options = new CoLearnEndpointOptions
        {
            Url = Text(section, nameof(usual.Url)) ?? usual.Url,
            Advertised = Text(section, nameof(usual.Advertised)),
            // Where the program configures more, it may bring the key; the silo looks when it starts.
            ClusterKey = section[nameof(usual.ClusterKey)] ?? (program.ConfiguresSilo ? new('-', CoLearnEndpointOptions.ShortestKey) : null),
            Transfers = Whole(section, nameof(usual.Transfers), usual.Transfers),
        };
        var found = new CoLearnEndpointOptionsValidator().Validate(null, options);
        if (found.Failed)
        {
            mistakes.AddRange(found.Failures);
            return null;
        }

        var binding = BindingAddress.Parse(options.Url);
        var address = binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
        return binding.Port == 0 ? null : new(IPAddress.TryParse(binding.Host, out var digits) ? digits : address, binding.Port);
    }

    private bool IsOn(IConfigurationSection section, string name)
    {
        if (Text(section, name) is not { } text)
            return false;
        if (bool.TryParse(text, out var on))
            return on;
        mistakes.Add($"{At(section, name)} is '{text}', but must be 'true' or 'false'.");
        return false;
    }

    private ComputeOptions ReadCompute(IConfigurationSection section)
    {
        var usual = new ComputeOptions();
        return new()
        {
            Slots = Whole(section, nameof(usual.Slots), usual.Slots),
            TrainingThreads = Whole(section, nameof(usual.TrainingThreads), usual.TrainingThreads),
            EvaluationThreads = Whole(section, nameof(usual.EvaluationThreads), usual.EvaluationThreads),
        };
    }

    private TimeSpan ReadEvery(IConfigurationSection section)
    {
        if (Text(section, nameof(WatchOptions.Every)) is not { } text)
            return new WatchOptions().Every;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var every) && every > TimeSpan.Zero)
            return every;
        mistakes.Add($"{At(section, nameof(WatchOptions.Every))} is '{text}', but must be a time longer than 0, such as '00:00:02'.");
        return new WatchOptions().Every;
    }

    private List<HostedModel> ReadHosted(IConfigurationSection section, ComputeOptions compute)
    {
        var hosted = new List<HostedModel>();
        foreach (var item in section.GetChildren())
        {
            if (ReadHosted(item) is { } one)
                hosted.Add(one);
        }

        if (!section.GetChildren().Any())
            mistakes.Add($"{section.Path} is empty: name at least one learner, such as {{ \"Model\": \"{(models.Count > 0 ? models[0].Definition.Name : "mnist")}\", \"Learner\": \"alice\" }}.");
        var twice = hosted.CountBy(one => (Model: one.Learner.Definition.Name, one.Learner.Learner)).Where(count => count.Value > 1).ToList();
        mistakes.AddRange(twice.Select(count => $"{section.Path} names learner '{count.Key.Learner}' of model '{count.Key.Model}' {count.Value} times; give each learner a name of its own."));
        if (twice.Count > 0)
            return hosted;

        // With all layers of their settings, as the silo will have them.
        var merged = new HostedLearners(hosted.Select(one => one.Learner), Options.Create(compute), configuration).All.ToList();
        mistakes.AddRange(SettingsCheck.Mistakes(merged));
        return [.. hosted.Zip(merged, (one, learner) => one with { Learner = learner })];
    }

    private HostedModel? ReadHosted(IConfigurationSection item)
    {
        var (name, learner) = (Text(item, "Model"), Text(item, "Learner"));
        if (name is null)
            mistakes.Add($"{item.Path} has no Model; name one of {Declared()}.");
        if (learner is null)
            mistakes.Add($"{item.Path} has no Learner; name the learner that it hosts.");
        else if (!Names.IsName(learner))
            mistakes.Add($"{At(item, "Learner")} is '{learner}'; a learner's name is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores.");
        var model = models.FirstOrDefault(model => model.Definition.Name == name);
        if (name is not null && model is null)
            mistakes.Add($"{At(item, "Model")} is '{name}', which this program does not declare; it declares {Declared()}.");
        if (model is null || learner is null || !Names.IsName(learner))
            return null;
        var settings = item.AsEnumerable(makePathsRelative: true)
            .Where(setting => !setting.Key.Equals("Model", StringComparison.OrdinalIgnoreCase) && !setting.Key.Equals("Learner", StringComparison.OrdinalIgnoreCase));
        return new(model, new(model.Definition, learner, new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
    }

    private static string WouldHaveTo(string package, string method)
        => $"the program would have to reference {package} and to say 'CoLearnSilo.RunAsync(args, silo => silo.{method}())'";

    private string Declared() => models.Count == 0 ? "no model at all" : string.Join(", ", models.Select(model => $"'{model.Definition.Name}'"));

    private string Name(IConfigurationSection section, string key, string usual)
    {
        var name = Text(section, key) ?? usual;
        if (!Names.IsName(name))
            mistakes.Add($"{At(section, key)} is '{name}'; a {key.ToLowerInvariant()}'s name is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores.");
        return name;
    }

    private int Whole(IConfigurationSection section, string key, int usual, int most = int.MaxValue)
    {
        if (Text(section, key) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most)
            return value;
        mistakes.Add($"{At(section, key)} is '{text}', but must be a whole number {(most == int.MaxValue ? "of at least 1" : $"from 1 to {most}")}.");
        return usual;
    }

    private void RequireKnown(IConfigurationSection section, IReadOnlyList<string> known, params string[] besides)
    {
        foreach (var unknown in section.GetChildren().Where(child => !known.Concat(besides).Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            mistakes.Add($"{unknown.Path} is not known; {section.Path} has {string.Join(", ", known)}.");
    }

    private static string? Text(IConfiguration section, string key) => section[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string At(IConfigurationSection section, string key) => $"{section.Path}:{key}";
}
