using CoLearn.Generators.Cases;
using CoLearn.Generators.Libraries;
using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoLearn.Generators;

// Modules in which TorchSharp finds everything: nothing is said of them.
public class ModuleTests
{
    [Theory]
    [InlineData("private readonly Linear fc; private readonly ReLU act = ReLU();", "fc = Linear(4, 2); RegisterComponents();")]
    [InlineData("private readonly ModuleList<Linear> all = new(Linear(4, 2)); private readonly ModuleDict<Linear> some = new();", "RegisterComponents();")]
    [InlineData("private readonly Sequential all = Sequential(Linear(4, 2));", "RegisterComponents();")]
    [InlineData("private readonly ParameterList all = new();", "RegisterComponents();")]
    [InlineData("private readonly Linear fc;", "register_module(\"layer\", fc = Linear(4, 2));")]
    [InlineData("private readonly Linear fc;", "fc = Linear(4, 2); add_module(nameof(fc), fc);")]
    [InlineData("private readonly Linear fc;", "var made = Linear(4, 2); RegisterComponents(); register_module(\"layer\", made); fc = made;")]
    [InlineData("private readonly Parameter scale = new(ones(2));", "register_parameter(\"scale\", scale);")]
    [InlineData("private readonly Tensor mean;", "RegisterComponents(); mean = zeros(2); register_buffer(\"mean\", mean);")]
    [InlineData("private readonly Linear[] all = [Linear(4, 2)];", "for (var i = 0; i < all.Length; i++) register_module($\"fc{i}\", all[i]);")]
    [InlineData("private readonly Linear[] all = [Linear(4, 2)];", "foreach (var one in all) add_module(\"fc\", one);")]
    [InlineData("private readonly Linear one, two; private readonly Linear[] all;", "(one, two) = (Linear(4, 2), Linear(4, 2)); all = [one, two]; RegisterComponents();")]
    [InlineData("private readonly Linear one = Linear(4, 2); private readonly System.Collections.Generic.List<Linear> all = [];", "all.Add(one); RegisterComponents();")]
    [InlineData("private readonly Linear[] all = [Linear(4, 2)]; private readonly ModuleList<Linear> list;", "list = new ModuleList<Linear>(all); RegisterComponents();")]
    [InlineData("private readonly ReLU[] all = [ReLU()]; public ReLU Act { get; } = ReLU(); private static readonly ReLU shared = ReLU();", "")]
    [InlineData("public Linear Fc => fc; private readonly Linear fc = Linear(4, 2);", "RegisterComponents();")]
    [InlineData("[field: TorchSharp.Utils.ComponentName(Name = \"fc\")] public Linear Fc { get; } = Linear(4, 2);", "RegisterComponents();")]
    [InlineData("private static readonly Tensor constant = ones(2); private readonly Tensor[] constants = [];", "")]
    [InlineData("private readonly Linear? fc = null;", "RegisterComponents(); fc = null;")]
    [InlineData("private readonly Linear fc = Linear(4, 2); private void Register() => RegisterComponents();", "Register();")]
    [InlineData("private readonly Linear fc = Linear(4, 2); private Model(int size) : base(\"model\") { _ = size; RegisterComponents(); }", "", ": this(2)")]
    [InlineData("private readonly Linear fc;", "if (GetName().Length == 0) { RegisterComponents(); } fc = Linear(4, 2); RegisterComponents();")]
    [InlineData("private Linear[]? all; protected override void RegisterComponents() { all = [Linear(4, 2)]; register_module(\"one\", all[0]); }", "RegisterComponents();")]
    [InlineData("private readonly System.Func<Linear> make = () => Linear(4, 2); private readonly System.Collections.Generic.List<int> sizes = [4];", "")]
    public async Task Module_WhoseLayersAreFound_IsNotReported(string members, string constructor, string chain = ": base(\"model\")") =>
        await SilentAsync(ModuleCases.Module(members, constructor, chain));

    [Fact]
    public async Task Module_OfABaseThatRegistersIt_IsNotReported() => await SilentAsync(
        ModuleCases.Derived("_ = fc;").Replace("Linear fc;", "Linear fc = Linear(4, 2);", StringComparison.Ordinal));

    // Whether they were called before, only a run would show.
    [Theory]
    [InlineData("protected Root(string name) : base(name) { } protected void Finish() => RegisterComponents();", "fc = Linear(4, 2); Finish();")]
    [InlineData("protected Root(string name) : base(name) => Finish(); private void Finish() => RegisterComponents();", "fc = Linear(4, 2);")]
    [InlineData("protected Root(string name) : base(name) { } protected Root(int size) : base(\"r\") => RegisterComponents();", "fc = Linear(4, 2); RegisterComponents();")]
    public async Task Module_OfABaseThatRegistersByDetours_IsNotReported(string root, string constructor) => await SilentAsync(
        ModuleCases.Derived(constructor).Replace("protected Root(string name)\n        : base(name) => RegisterComponents();", root, StringComparison.Ordinal));

    [Fact]
    public async Task Module_ThatIsAbstract_MayLeaveRegisteringToOthers() => await SilentAsync(ModuleCases.Module("").Replace(
        "public sealed partial class Model : Module<Tensor, Tensor>",
        """
        public sealed partial class Model : Root;

        public abstract class Root : Module<Tensor, Tensor>
        """,
        StringComparison.Ordinal).Replace("public Model()", "protected Root()", StringComparison.Ordinal));

    [Fact]
    public async Task Module_InGeneratedCode_IsNotReported() => Assert.Empty(await DiagnosticsAsync(
        Source.Project("// <auto-generated/>\n#nullable enable\n" + ModuleCases.Module("private static readonly Linear fc = Linear(4, 2);"))));

    [Fact]
    public async Task Module_OfAnyArityAndDepth_IsReported()
    {
        var diagnostics = await DiagnosticsAsync(Source.Project(Source.Class(OwnModuleCases.Usings + """
            public class Outer
            {
                private sealed class Inner : Module<Tensor, Tensor, (Tensor, Tensor)>
                {
                    private readonly Linear[] all = [];

                    public Inner()
                        : base("inner") => RegisterComponents();

                    public override (Tensor, Tensor) forward(Tensor one, Tensor other) => (one, other);
                }

                private sealed class Primary(int size) : Module<Tensor, Tensor>("primary")
                {
                    private readonly Linear fc = Linear(size, 2);

                    public override Tensor forward(Tensor input) => fc.call(input);
                }
            }
            """)));

        Assert.Equal(["COLEARN050", "COLEARN065"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task Module_InAProjectWithoutCoLearn_IsNotReported() => Assert.Empty(await DiagnosticsAsync(Source.ProjectWith(
        [.. Library.Base.Concat(Library.Torch).Where(reference => !Path.GetFileName(reference.Display)!.StartsWith("CoLearn.", StringComparison.Ordinal))],
        (OwnModuleCases.Usings + """
            public sealed class Net : Module<Tensor, Tensor>
            {
                private readonly Linear[] all = [];

                public Net()
                    : base("net")
                {
                }

                public override Tensor forward(Tensor input) => input;
            }
            """))));

    private static async Task SilentAsync(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Empty(await AnalyzerRun.Of(run));
        run.CompilesWithoutWarning();
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(Compilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([new ModuleAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
