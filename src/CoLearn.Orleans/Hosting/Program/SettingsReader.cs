using System.Globalization;
using System.Net;
using CoLearn.Clusters;
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
    private static readonly string[] OfAnEndpoint =
    [
        nameof(CoLearnEndpointOptions.Url), nameof(CoLearnEndpointOptions.Advertised), nameof(CoLearnEndpointOptions.ClusterKey),
        nameof(CoLearnEndpointOptions.Transfers), "Kestrel",
    ];

    private readonly SectionReader reader = new();

    /// <summary>Reads it.</summary>
    /// <returns>The settings, as far as they can be used, and what is wrong, a sentence each.</returns>
    public (SiloSettings Settings, IReadOnlyList<string> Mistakes) Read()
    {
        var section = configuration.GetSection(Section);
        string[] known = [.. Known, .. program.Switches];
        reader.RequireKnown(section, known, Kubernetes);
        if (section[Kubernetes] is not null && !program.Switches.Contains(Kubernetes, StringComparer.OrdinalIgnoreCase))
            reader.Add($"{SectionReader.At(section, Kubernetes)} is set, which this program does not have; {WouldHaveTo("CoLearn.Orleans.Kubernetes", "UseKubernetes")}.");
        reader.RequireKnown(section.GetSection("Compute"), OfACompute);
        reader.RequireKnown(section.GetSection("Watch"), [nameof(WatchOptions.Every)]);
        foreach (var model in models.GroupBy(model => model.Definition.Name).Where(group => group.Count() > 1))
            reader.Add($"The model '{model.Key}' is declared by {string.Join(" and by ", model.Select(one => one.Type))}; give each a name of its own.");

        var compute = ReadCompute(section.GetSection("Compute"));
        var settings = new SiloSettings
        {
            Site = Name(section, "Site", "local"),
            Store = SectionReader.Text(section, "Store") is { } store ? Path.GetFullPath(store) : null,
            Cluster = ClusterSettings<ClusterKind>.Read(
                section.GetSection("Cluster"), program.Kinds, "CoLearnSilo.RunAsync(args, silo => silo.UseRedis())", ClusterSettings.Localhost, reader),
            Endpoint = ReadEndpoint(section.GetSection("Endpoint")),
            Switches = [.. program.Switches.Where(name => IsOn(section, name))],
            Compute = compute,
            Watch = new() { Every = ReadEvery(section.GetSection("Watch")) },
            Hosted = ReadHosted(section.GetSection("Host"), compute),
        };
        return (settings, reader.Mistakes);
    }

    /// <returns>Where it listens; <see langword="null"/> at a free port.</returns>
    private IPEndPoint? ReadEndpoint(IConfigurationSection section)
    {
        reader.RequireKnown(section, OfAnEndpoint);
        var usual = new CoLearnEndpointOptions();
        var options = new CoLearnEndpointOptions
        {
            Url = SectionReader.Text(section, nameof(usual.Url)) ?? usual.Url,
            Advertised = SectionReader.Text(section, nameof(usual.Advertised)),
            // Where the program configures more, it may bring the key; the silo looks when it starts.
            ClusterKey = section[nameof(usual.ClusterKey)] ?? (program.ConfiguresSilo ? new('-', CoLearnEndpointOptions.ShortestKey) : null),
            Transfers = reader.Whole(section, nameof(usual.Transfers), usual.Transfers),
        };
        var found = new CoLearnEndpointOptionsValidator().Validate(null, options);
        if (found.Failed)
        {
            reader.Add(found.Failures);
            return null;
        }

        var binding = BindingAddress.Parse(options.Url);
        var address = binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
        return binding.Port == 0 ? null : new(IPAddress.TryParse(binding.Host, out var digits) ? digits : address, binding.Port);
    }

    private bool IsOn(IConfigurationSection section, string name)
    {
        if (SectionReader.Text(section, name) is not { } text)
            return false;
        if (bool.TryParse(text, out var on))
            return on;
        reader.Add($"{SectionReader.At(section, name)} is '{text}', but must be 'true' or 'false'.");
        return false;
    }

    private ComputeOptions ReadCompute(IConfigurationSection section)
    {
        var usual = new ComputeOptions();
        return new()
        {
            Slots = reader.Whole(section, nameof(usual.Slots), usual.Slots),
            TrainingThreads = reader.Whole(section, nameof(usual.TrainingThreads), usual.TrainingThreads),
            EvaluationThreads = reader.Whole(section, nameof(usual.EvaluationThreads), usual.EvaluationThreads),
        };
    }

    private TimeSpan ReadEvery(IConfigurationSection section)
    {
        if (SectionReader.Text(section, nameof(WatchOptions.Every)) is not { } text)
            return new WatchOptions().Every;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var every) && every > TimeSpan.Zero)
            return every;
        reader.Add($"{SectionReader.At(section, nameof(WatchOptions.Every))} is '{text}', but must be a time longer than 0, such as '00:00:02'.");
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
            reader.Add($"{section.Path} is empty: name at least one learner, such as {{ \"Model\": \"{(models.Count > 0 ? models[0].Definition.Name : "mnist")}\", \"Learner\": \"alice\" }}.");
        var twice = hosted.CountBy(one => (Model: one.Learner.Definition.Name, one.Learner.Learner)).Where(count => count.Value > 1).ToList();
        reader.Add(twice.Select(count => $"{section.Path} names learner '{count.Key.Learner}' of model '{count.Key.Model}' {count.Value} times; give each learner a name of its own."));
        if (twice.Count > 0)
            return hosted;

        // With all layers of their settings, as the silo will have them.
        var merged = new HostedLearners(hosted.Select(one => one.Learner), Options.Create(compute), configuration).All.ToList();
        reader.Add(SettingsCheck.Mistakes(merged));
        return [.. hosted.Zip(merged, (one, learner) => one with { Learner = learner })];
    }

    private HostedModel? ReadHosted(IConfigurationSection item)
    {
        var (name, learner) = (SectionReader.Text(item, "Model"), SectionReader.Text(item, "Learner"));
        if (name is null)
            reader.Add($"{item.Path} has no Model; name one of {Declared()}.");
        if (learner is null)
            reader.Add($"{item.Path} has no Learner; name the learner that it hosts.");
        else if (!Names.IsName(learner))
            reader.Add($"{SectionReader.At(item, "Learner")} is '{learner}'; a learner's name is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores.");
        var model = models.FirstOrDefault(model => model.Definition.Name == name);
        if (name is not null && model is null)
            reader.Add($"{SectionReader.At(item, "Model")} is '{name}', which this program does not declare; it declares {Declared()}.");
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
        var name = SectionReader.Text(section, key) ?? usual;
        if (!Names.IsName(name))
            reader.Add($"{SectionReader.At(section, key)} is '{name}'; a {key.ToLowerInvariant()}'s name is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores.");
        return name;
    }
}
