using static CoLearn.Generators.Cases.OwnModuleCases;

namespace CoLearn.Generators.Cases;

// Modules that keep something where TorchSharp does not find it. Each is a learner, whose code is written all the same.
internal static class ModuleCases
{
    private const string Register = "RegisterComponents();";

    private static readonly string valid = Module("private readonly Linear fc = Linear(4, 2);");

    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Property("public Linear ⟦Fc⟧ { get; } = Linear(4, 2);", "layer 'Fc'");
        yield return Property("private Linear? ⟦Fc⟧ { get; set; } public int Other => 1;", "layer 'Fc'");
        yield return Property("public Parameter ⟦Fc⟧ { get; } = new(ones(2));", "parameter 'Fc'");
        yield return Property("public Tensor ⟦Fc⟧ { get; } = ones(2);", "buffer 'Fc'");

        yield return Layers("private readonly Linear[] ⟦all⟧ = [Linear(4, 2)];");
        yield return Layers("private readonly Linear[,] ⟦all⟧ = new Linear[1, 1];");
        yield return Layers("private readonly System.Collections.Generic.List<Module<Tensor, Tensor>> ⟦all⟧ = new() { Linear(4, 2) };");
        yield return Layers("private readonly System.Collections.Generic.Dictionary<string, Linear[]> ⟦all⟧ = [];");
        yield return Layers("private readonly (Linear One, int Other) ⟦all⟧ = (Linear(4, 2), 1);");
        yield return Layers("public System.Collections.Generic.IReadOnlyList<Linear> ⟦all⟧ { get; } = [Linear(4, 2)];");
        yield return Collection(
            "private readonly Parameter[] ⟦all⟧ = [new(ones(2))];", "parameters", "they are neither trained nor sent", "ParameterList or ParameterDict");
        yield return Collection(
            "private readonly Dropout[] ⟦all⟧ = [Dropout(0.5)];",
            "layers",
            "they drop values even when the model is evaluated",
            "ModuleList, ModuleDict or Sequential");

        yield return Unregistered("private readonly Linear fc = Linear(4, 2);", "", "layer 'fc'", "its parameters are neither trained nor sent");
        yield return Unregistered("private readonly Linear fc;", "fc = Linear(4, 2);", "layer 'fc'", "its parameters are neither trained nor sent");
        yield return Unregistered(
            "private readonly Linear fc, other;",
            "(this.other, fc) = (Linear(4, 2), Linear(4, 2)); register_module(nameof(other), other);",
            "layer 'fc'",
            "its parameters are neither trained nor sent");
        yield return Unregistered(
            "private readonly Parameter scale;", "scale = new Parameter(ones(2));", "parameter 'scale'", "it is neither trained nor sent");
        yield return Unregistered("private readonly Tensor mean;", "mean = zeros(2);", "buffer 'mean'", "it is not sent");
        yield return Unregistered(
            "private readonly Dropout drop = Dropout(0.5);", "", "layer 'drop'", "it drops values even when the model is evaluated");

        yield return Late("private readonly Linear fc;", "RegisterComponents(); ⟦fc⟧ = Linear(4, 2);", "layer", "its parameters are neither trained nor sent");
        yield return Late(
            "private readonly Linear fc; private void Register() => this.RegisterComponents();",
            "Register(); ⟦this.fc⟧ = Linear(4, 2); RegisterComponents();",
            "layer",
            "its parameters are neither trained nor sent");
        yield return Late("private readonly Parameter fc;", "RegisterComponents(); ⟦fc⟧ = new Parameter(ones(2));", "parameter", "it is neither trained nor sent");
        yield return new(
            "COLEARN066",
            Derived("⟦fc⟧ = Linear(4, 2); RegisterComponents();"),
            "The layer 'fc' of Model is made after RegisterComponents(), which the constructor of Root has called already, so that its parameters are neither trained nor sent; make it before that call, or in the field's initializer",
            Derived("register_module(\"fc\", fc = Linear(4, 2));"));
        yield return new(
            "COLEARN066",
            Module("private readonly Linear fc, other = Linear(4, 2); private Model(int size) : base(\"model\") { _ = size; RegisterComponents(); fc = null!; }", "⟦fc⟧ = Linear(4, 2);", ": this(2)"),
            "The layer 'fc' of Model is made after RegisterComponents(), which the constructor of Model has called already, so that its parameters are neither trained nor sent; make it before that call, or in the field's initializer",
            valid);

        yield return Static("private static readonly Linear ⟦fc⟧ = Linear(4, 2);", "layer 'fc'", "its parameters are neither trained nor sent");
        yield return Static("public static Linear ⟦fc⟧ { get; } = Linear(4, 2);", "layer 'fc'", "its parameters are neither trained nor sent");
        yield return Static("private static readonly Parameter ⟦fc⟧ = new(ones(2));", "parameter 'fc'", "it is neither trained nor sent");
    }

    // A learner that is a module. {0} stands where its constructor does something.
    public static string Module(string members, string constructor = Register, string chain = ": base(\"model\")", string begin = "", string end = "") => Own(
        "[Input(4)]",
        "[CrossEntropyLoss, Adam]",
        $$"""
        {
            #pragma warning disable CS0169, CS0414, CS0649, CS8618, CA1823
            {{members}}

            public {{begin}}Model{{end}}()
                {{chain}}
            {
                {{constructor}}
            }

            public override Tensor forward(Tensor input) => input;
        }
        """);

    public static string Derived(string constructor) => Module("private readonly Linear fc;", constructor)
        .Replace("class Model : Module<Tensor, Tensor>", "class Model : Root", StringComparison.Ordinal)
        + """
        public abstract class Root : Module<Tensor, Tensor>
        {
            protected Root(string name)
                : base(name) => RegisterComponents();
        }
        """;

    private static DiagnosticCase Property(string member, string what) => new(
        "COLEARN049",
        Module(member),
        $"The {what} of Model is a property, which TorchSharp registers under its compiler's name '<Fc>k__BackingField', so that its weights bear a name that fits no other model; hold it in a field",
        valid);

    private static DiagnosticCase Layers(string member) =>
        Collection(member, "layers", "their parameters are neither trained nor sent", "ModuleList, ModuleDict or Sequential");

    private static DiagnosticCase Collection(string member, string kinds, string loss, string wayOut) => new(
        "COLEARN050",
        Module(member),
        $"The {kinds} in 'all' of Model are held in a type into which TorchSharp does not look, so that {loss}; hold them in a {wayOut}",
        valid);

    private static DiagnosticCase Unregistered(string members, string constructor, string what, string loss) => new(
        "COLEARN065",
        Module(members, constructor, begin: "⟦", end: "⟧"),
        $"Model makes the {what}, but this constructor never calls RegisterComponents(), so that by itself {loss}; call RegisterComponents() at the end of the constructor",
        Module(members, constructor + Register));

    private static DiagnosticCase Late(string members, string constructor, string kind, string loss) => new(
        "COLEARN066",
        Module(members, constructor),
        $"The {kind} 'fc' of Model is made after RegisterComponents(), which looks only once, so that {loss}; make it before that call, or in the field's initializer",
        valid);

    private static DiagnosticCase Static(string member, string what, string loss) => new(
        "COLEARN067",
        Module(member),
        $"The {what} of Model is static, but TorchSharp registers what each module holds for itself, so that {loss}; remove 'static'",
        valid);
}
