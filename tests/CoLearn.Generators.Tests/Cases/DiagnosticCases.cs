using CoLearn.Generators.Runs;

namespace CoLearn.Generators.Cases;

// Each case breaks one thing in a model that is otherwise whole.
internal static class DiagnosticCases
{
    public const string Layers = "[Input(4)] [Linear(2)]";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        .. ClassCases.All(),
        .. AlgorithmCases.All(),
        .. InputCases.All(),
        .. StackCases.All(),
        .. ArgumentCases.All(),
        .. NameCases.All(),
        .. BlockCases.All(),
        .. CatalogueCases.All(),
        .. CatalogueArgumentCases.All(),
        .. TrainingCases.All(),
        .. VotingCases.All(),
        .. DataCases.All(),
        .. OutputCases.All(),
        .. OrderCases.All(),
        .. OwnModuleCases.All(),
        .. ModuleCases.All(),
    ];

    // {0} is where the attributes go, else before all.
    public static DiagnosticCase Class(string id, string declaration, string message)
    {
        const string attributes = "[⟦Learner(\"model\", Data = typeof(Digits))⟧] " + Layers + " [CrossEntropyLoss, Adam]";
        var broken = declaration.Contains("{0}", StringComparison.Ordinal) ? declaration.Replace("{0}", attributes, StringComparison.Ordinal) : attributes + declaration;
        return new(id, Source.Class(broken), message, Source.Network(Layers));
    }

    public static DiagnosticCase Named(string name, string shown) => new(
        "COLEARN005",
        Source.Class($"[⟦Learner(\"{name}\", Data = typeof(Digits))⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"),
        $"The name {shown} of Model cannot name a grain type; use 1 to 64 lower-case letters, digits and hyphens",
        Source.Class($"[Learner(\"{new string('a', 60)}-123\", Data = typeof(Digits))] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"));

    public static string Two(string first, string second) => Source.Class(
        $"[Learner(\"{first}\", Data = typeof(Digits))] {Layers} [CrossEntropyLoss, Adam] public partial class First;\n"
        + $"[{second}] {Layers} [CrossEntropyLoss, Adam] public partial class Second;");

    // An algorithm whose definition is generated: the head of its class, with attributes, and the members of ILearner.
    public static string Written(string head, string more = "") => "#pragma warning disable CS1591, CS9113\n" + Source.Class($$"""
        {{head}}
        {
            public DataSummary Data => throw null!;

            public Weights InitialWeights(RoundContext context) => throw null!;

            public Weights ProposeWeights(Weights accepted, RoundContext context) => throw null!;

            public Scores TestWeights(Weights weights, RoundContext context) => throw null!;
            {{more}}
        }
        """);

    public static string Algorithm(string attributes, string bases) => "#pragma warning disable CS1591\n" + Source.Class($$"""
        {{attributes}}
        public sealed class Forest : {{bases}}
        {
            public static LearnerDefinition Definition => throw null!;

            public DataSummary Data => throw null!;

            public Weights InitialWeights(RoundContext context) => throw null!;

            public Weights ProposeWeights(Weights accepted, RoundContext context) => throw null!;

            public Scores TestWeights(Weights weights, RoundContext context) => throw null!;
        }
        """);

    public static DiagnosticCase AtLearner(string id, string attributes, string message) => new(
        id,
        Source.Class($"[⟦Learner(\"model\", Data = typeof(Digits))⟧] {attributes} public partial class Model;"),
        message,
        Source.Class($"[Learner(\"model\", Data = typeof(Digits))] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"));

    public static DiagnosticCase Model(string id, string broken, string message, string valid) =>
        new(id, Source.Model(broken), message, Source.Model(valid));

    public static DiagnosticCase Network(string id, string broken, string message, string valid) =>
        new(id, Source.Network(broken), message, Source.Network(valid));

    public static DiagnosticCase Misfit(string broken, string message, string valid) => Network("COLEARN011", broken, message, valid);

    public static DiagnosticCase TooLarge(string broken, string layer, string valid) => Network(
        "COLEARN013", broken, $"{layer} on Model makes more values or parameters than can be counted; make its sizes or those before it smaller", valid);

    public static DiagnosticCase Argument(string broken, string argument, string layer, string value, string range, string valid) => Network(
        "COLEARN012", broken, $"The {argument} of {layer} on Model is {value}, which makes no layer; choose {range}", valid);

    public static DiagnosticCase Optimizer(string broken, string what, string range, string valid) => Model(
        "COLEARN018",
        $"{Layers} [CrossEntropyLoss, ⟦{broken}⟧]",
        $"The {what}, with which it cannot train; choose {range}",
        $"{Layers} [CrossEntropyLoss, {valid}]");

    public static DiagnosticCase Further(string id, string broken, string message, string valid) =>
        Network(id, $"{Layers} [⟦{broken}⟧]", message, $"{Layers} [{valid}]");
}
