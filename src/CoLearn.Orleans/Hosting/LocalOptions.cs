using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn;

/// <summary>What a <see cref="LocalCollective"/> is started with.</summary>
public sealed class LocalOptions
{
    /// <summary>The collective's id.</summary>
    /// <value><c>"local"</c> by default.</value>
    public string Collective { get; set; } = "local";

    /// <summary>How many learners share the data; each gets <c>Shard:Index</c> of <c>Shard:Count</c> in its settings.</summary>
    /// <value>5 by default; at least 1.</value>
    public int Learners { get; set; } = 5;

    /// <summary>The seed that every piece of work draws from.</summary>
    /// <value>0 by default.</value>
    public long Seed { get; set; }

    /// <summary>Compute slots, and threads of a training; 1 makes runs with equal seeds equal to the bit.</summary>
    /// <value><see langword="null"/> by default: a slot for each of the machine's processors, and as many threads for a training as it gains from; at least 1.</value>
    public int? Threads { get; set; }

    /// <summary>Changes the rule that the model's attributes declare.</summary>
    /// <value>Leaves it by default.</value>
    public Func<CollectiveRule, CollectiveRule> Rule { get; set; } = rule => rule;

    /// <summary>After how many rounds in a row without an accept it stops, see <see cref="CollectiveSettings.StopAfter"/>.</summary>
    /// <value><see langword="null"/> by default: two turns around all learners.</value>
    public int? StopAfter { get; set; }

    /// <summary>The mean vote score of accepted weights at which it stops, see <see cref="CollectiveSettings.StopAtScore"/>.</summary>
    /// <value><see langword="null"/> by default: never.</value>
    public double? StopAtScore { get; set; }

    /// <summary>
    /// Every learner's settings, such as <c>Path</c>, <c>BatchSize</c> or <c>LearningRate</c>. The sections <c>CoLearn:Learners:&lt;model&gt;</c> and
    /// <c>CoLearn:Learners:&lt;model&gt;:&lt;learner&gt;</c> of the configuration win over them, see <see cref="CoLearnSiloBuilder.Host{TModel}"/>.
    /// </summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>
    /// Where state and weights are kept, see <see cref="CoLearnSiloBuilder.Store"/>. A collective that is started again on the same directory, with the same
    /// id, learners, seed and rule, goes on after its last round.
    /// </summary>
    /// <value>
    /// <see langword="null"/> by default: in memory, and the collective ends with its process. Each round stays there, with about 500 bytes for each learner.
    /// </value>
    public string? Directory { get; set; }

    /// <summary>Adds sources to the configuration of the silo's host, which win over those it has.</summary>
    /// <value>None by default: there are <c>appsettings.json</c> in the current directory, where it exists, and the environment, which wins.</value>
    public Action<IConfigurationBuilder>? Configuration { get; set; }

    /// <summary>Configures the silo further.</summary>
    public Action<ISiloBuilder>? Silo { get; set; }

    /// <summary>Adds services to the silo's host, such as OpenTelemetry.</summary>
    public Action<IServiceCollection>? Services { get; set; }
}
