using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class AlgorithmCases
{
    private const string Learner = "Learner(\"forest\", Data = typeof(RowsData), Format = typeof(ForestFormat))";
    private const string Head = "public sealed partial class Forest(Rows rows) : ILearner";

    private static readonly string valid = Written($"[{Learner}] {Head}");

    public static IEnumerable<DiagnosticCase> All()
    {
        const string cannotLoad = ", so that it cannot load what the algorithm is made from; ";
        const string cannotLook = ", so that it cannot look through weights; ";
        const string cannotMake = ", so that generated code cannot make it; ";
        const string ordinary = "make it an ordinary class with a public parameterless constructor";
        const string loads = "ILearnerData<Rows> { System.Threading.Tasks.Task<Rows> ILearnerData<Rows>.LoadAsync("
            + "LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) => throw null!;";

        yield return Bears(
            "COLEARN059",
            "Format = typeof(ForestFormat)",
            "Forest names no data, from which generated code would make it; add it to [Learner], such as Data = typeof(MyData), where MyData implements ILearnerData<T>");
        yield return Bears(
            "COLEARN060",
            "Data = typeof(string), Format = typeof(ForestFormat)",
            "string is the Data of Forest, but is no ILearnerData<T>" + cannotLoad + "let it implement that interface");
        yield return Bears(
            "COLEARN060",
            "Data = typeof(Mine), Format = typeof(ForestFormat)",
            "Mine is the Data of Forest, but cannot be made by generated code" + cannotLoad + ordinary,
            $"internal sealed class Mine : {loads} private Mine() {{ }} }}");
        yield return Bears(
            "COLEARN060",
            "Data = typeof(Mine<>), Format = typeof(ForestFormat)",
            "Mine<> is the Data of Forest, but cannot be made by generated code" + cannotLoad + ordinary,
            $"internal sealed class Mine<T> : {loads} }}");
        yield return Bears(
            "COLEARN061",
            "Data = typeof(RowsData)",
            "Forest names no format, by which others' weights are looked through before they are used; "
            + "add it to [Learner], such as Format = typeof(MyFormat), where MyFormat implements IWeightsFormat");
        yield return Bears(
            "COLEARN062",
            "Data = typeof(RowsData), Format = typeof(Rows)",
            "Rows is the Format of Forest, but is no IWeightsFormat" + cannotLook + "let it implement that interface");
        yield return Bears(
            "COLEARN062",
            "Data = typeof(RowsData), Format = typeof(IWeightsFormat)",
            "IWeightsFormat is the Format of Forest, but is no IWeightsFormat" + cannotLook + "let it implement that interface");
        yield return Bears(
            "COLEARN062",
            "Data = typeof(RowsData), Format = typeof(Mine)",
            "Mine is the Format of Forest, but cannot be made by generated code" + cannotLook + ordinary,
            "internal abstract class Mine : IWeightsFormat { public abstract string Name { get; } public abstract string Fingerprint { get; } "
            + "public abstract long MaxBytes { get; } public abstract string? Problem(System.ReadOnlyMemory<byte> bytes); }");

        yield return Made(
            "public sealed partial class Forest(Rows rows, int trees) : ILearner",
            "",
            "Forest takes int 'trees'" + cannotMake + "let it take what RowsData loads, LearnerContext and IConfiguration only");
        yield return Made(
            "public sealed partial class Forest(ref Rows rows) : ILearner",
            "",
            "Forest takes ref Rows 'rows'" + cannotMake + "let it take what RowsData loads, LearnerContext and IConfiguration only");
        yield return Made(
            Head,
            "public Forest() : this(new Rows()) { }",
            "Forest has 2 public constructors" + cannotMake + "let one be public, such as one that takes what RowsData loads");
        yield return Made(
            "public sealed partial class Forest : ILearner",
            "internal Forest() { }",
            "Forest has no public constructor" + cannotMake + "let one be public, such as one that takes what RowsData loads");

        yield return new(
            "COLEARN064",
            Algorithm("[⟦Learner(\"forest\", Format = typeof(ForestFormat))⟧]", "ILearner, ILearnerModel"),
            "ForestFormat has no effect as the Format of Forest, which states its Definition itself, in which there is one; remove it from [Learner]",
            Algorithm("[Learner(\"forest\")]", "ILearner, ILearnerModel"));
        yield return new(
            "COLEARN064",
            Runs.Source.Class($"[⟦Learner(\"model\", Data = typeof(Digits), Format = typeof(ForestFormat))⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"),
            "ForestFormat has no effect as the Format of Model, which is a network, whose tensors lie in a safetensors file; remove it from [Learner]",
            Runs.Source.Network(Layers));
        yield return new(
            "COLEARN030",
            Written($"[{Learner}] [⟦Linear(2)⟧] [Voting(Criterion.Loss)] {Head}"),
            "Linear has no effect on Forest, which implements ILearner itself; remove the attribute, or let the layers be the learner",
            Written($"[{Learner}] [Voting(Criterion.Loss)] {Head}"));
        yield return new(
            "COLEARN021",
            Written($"[{Learner}] [⟦Voting(Criterion.Accuracy, Threshold = 3)⟧] {Head}"),
            "The Threshold of Voting on Forest is 3, but is the share of electors that must approve; choose a value in (0, 1]",
            Written($"[{Learner}] [Voting(Criterion.Accuracy, Threshold = 0.7)] {Head}"));
    }

    private static DiagnosticCase Bears(string id, string arguments, string message, string neighbour = "") =>
        new(id, Written($"[⟦Learner(\"forest\", {arguments})⟧] {Head}") + "\n" + neighbour, message, valid);

    private static DiagnosticCase Made(string head, string member, string message) =>
        new("COLEARN063", Written($"[⟦{Learner}⟧] {head}", member), message, valid);
}
