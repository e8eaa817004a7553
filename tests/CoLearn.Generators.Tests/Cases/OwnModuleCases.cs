using CoLearn.Generators.Runs;

namespace CoLearn.Generators.Cases;

// Learners that are modules already.
internal static class OwnModuleCases
{
    public const string Usings = """
        #pragma warning disable CS1591
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    private const string Trained = "[CrossEntropyLoss, Adam]";

    private const string Body = """
        {
            private readonly Linear fc = Linear(4, 2);

            public Model()
                : base("model") => RegisterComponents();

            public override Tensor forward(Tensor input) => fc.call(input);
        }
        """;

    public static IEnumerable<DiagnosticCase> All()
    {
        yield return new(
            "COLEARN047",
            Source.Class(Usings + """
                [⟦Learner("model", Data = typeof(Digits))⟧] [Input(4)] [CrossEntropyLoss, Adam]
                public partial class Model : Module<Tensor, Tensor, Tensor>
                {
                    public Model()
                        : base("model")
                    {
                    }

                    public override Tensor forward(Tensor one, Tensor other) => one + other;
                }
                """),
            "Model derives from Module<Tensor, Tensor, Tensor>, but a learner is trained on batches of examples, one tensor in and one tensor out; derive from Module<Tensor, Tensor>",
            Own("[Input(4)]", Trained));
        foreach (var constructor in new[] { "public Model(int size)", "internal Model()" })
            yield return new(
                "COLEARN048",
                Own("[Input(4)]", Trained, Body.Replace("public Model()", constructor, StringComparison.Ordinal), "⟦", "⟧"),
                "Model has no public constructor without parameters, but each silo makes modules of it by itself; add 'public Model()' that makes its layers",
                Own("[Input(4)]", Trained));
        yield return OwnCase(
            "COLEARN001",
            Own("[Input(4)]", Trained, begin: "⟦", end: "⟧").Replace("partial class", "class", StringComparison.Ordinal),
            "Model declares a network, but is not partial, so that its layers cannot be added to it; write 'partial class Model'");
        yield return OwnCase(
            "COLEARN007",
            Own("", Trained, begin: "⟦", end: "⟧"),
            "Model does not say what one example looks like, so that no shape can be inferred; add [Input] with its sizes, such as [Input(1, 28, 28)]");
        yield return OwnCase("COLEARN014", Own("[Input(4)]", "[Adam]", begin: "⟦", end: "⟧"), "Model names no loss, so that training has nothing to make small; add one, such as [CrossEntropyLoss]");
        yield return OwnCase("COLEARN016", Own("[Input(4)]", "[MSELoss]", begin: "⟦", end: "⟧"), "Model names no optimizer, so that it cannot train; add one, such as [Adam]");
        yield return OwnCase(
            "COLEARN033",
            Own("[Input(4)]", Trained, begin: "⟦", end: "⟧") + "public class ModelGrain;",
            "Model already has a 'ModelGrain', but generated code needs that name; rename or remove yours");
    }

    public static string Own(string input, string trained, string body = Body, string begin = "", string end = "") => Source.Class($$"""
        {{Usings}}[{{begin}}Learner("model", Data = typeof(Digits)){{end}}] {{input}} {{trained}}
        public sealed partial class Model : Module<Tensor, Tensor>
        {{body}}

        """);

    private static DiagnosticCase OwnCase(string id, string broken, string message) => new(id, broken, message, Own("[Input(4)]", Trained));
}
