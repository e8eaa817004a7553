using CoLearn.Generators.Runs;
using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class DataCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        const string loads = "ILearnerData<CoLearn.Data.LearnerSets> { System.Threading.Tasks.Task<CoLearn.Data.LearnerSets> ILearnerData<CoLearn.Data.LearnerSets>.LoadAsync("
            + "LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) => throw null!;";
        var valid = Source.Network(Layers);
        yield return new(
            "COLEARN024",
            Source.Class($"[⟦Learner(\"model\")⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"),
            "Model names no data to train on; add it to [Learner], such as Data = typeof(MyData), where MyData implements ILearnerData<LearnerSets>",
            valid);
        yield return Loads(
            "string",
            "",
            "string is the Data of Model, but is no ILearnerData<LearnerSets>, so that it cannot load what a network trains on; let it implement that interface");
        yield return Loads(
            "Mine<>",
            $"internal sealed class Mine<T> : {loads} }}",
            "Mine<> is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");
        yield return Loads(
            "Mine",
            $"internal abstract class Mine : {loads} }}",
            "Mine is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");
        yield return Loads(
            "Mine",
            $"internal sealed class Mine : {loads} private Mine() {{ }} }}",
            "Mine is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");

        DiagnosticCase Loads(string type, string declaration, string message) => new(
            "COLEARN025",
            Source.Class($"[⟦Learner(\"model\", Data = typeof({type}))⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;\n{declaration}"),
            message,
            valid);
    }
}
