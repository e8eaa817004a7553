using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Every activation that the generator makes, against its formula.</summary>
public sealed class ActivationTests
{
    private static readonly Dictionary<string, Func<double, double>> Formulas = new()
    {
        ["relu1"] = x => Math.Max(0, x),
        ["relu2"] = x => Math.Min(Math.Max(0, x), 6),
        ["leakyrelu1"] = x => x < 0 ? 0.2 * x : x,
        ["prelu1"] = x => x < 0 ? 0.25 * x : x,
        ["elu1"] = x => x < 0 ? 0.5 * (Math.Exp(x) - 1) : x,
        ["celu1"] = x => x < 0 ? 0.5 * (Math.Exp(x / 0.5) - 1) : x,
        ["selu1"] = x => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * (Math.Exp(x) - 1) : x),
        ["gelu1"] = x => x * (1 + Erf(x / Math.Sqrt(2))) / 2,
        ["silu1"] = x => x * Sigmoid(x),
        ["mish1"] = x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))),
        ["softplus1"] = x => Math.Log(1 + Math.Exp(2 * x)) / 2,
        ["softsign1"] = x => x / (1 + Math.Abs(x)),
        ["softshrink1"] = x => Math.Sign(x) * Math.Max(0, Math.Abs(x) - 0.25),
        ["hardshrink1"] = x => Math.Abs(x) > 0.25 ? x : 0,
        ["hardswish1"] = x => x * Math.Min(Math.Max(0, x + 3), 6) / 6,
        ["hardsigmoid1"] = x => Math.Min(Math.Max(0, x + 3), 6) / 6,
        ["hardtanh1"] = x => Math.Min(Math.Max(-0.5, x), 2),
        ["sigmoid1"] = Sigmoid,
        ["logsigmoid1"] = x => Math.Log(Sigmoid(x)),
        ["tanh1"] = Math.Tanh,
        ["tanhshrink1"] = x => x - Math.Tanh(x),
    };

    public static TheoryData<string> Names => [.. Formulas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Activation_OfADeclaredModel_FollowsItsFormula(string name)
    {
        using var scope = NewDisposeScope();
        using var module = new EveryActivation();
        var layer = (Module<Tensor, Tensor>)module.named_children().Single(child => child.name == name).module;
        double[] given = [-7, -3.5, -3, -1, -0.3, -0.25, -0.1, 0, 0.1, 0.25, 0.3, 0.5, 1, 2.5, 3, 5.5, 7];

        var values = layer.call(tensor(given, ScalarType.Float32).reshape(1, given.Length));

        Assert.Equal(given.Select(Formulas[name]), values.data<float>().ToArray().Select(value => (double)value), (one, other) => Math.Abs(one - other) < 1e-5);
    }

    // Else a layer could be added that is not compared.
    [Fact]
    public void Formulas_OfTheTest_CoverTheModel()
    {
        using var module = new EveryActivation();
        Assert.Equal(module.named_children().Select(child => child.name).Where(name => name != "fc1").Order(StringComparer.Ordinal), Formulas.Keys.Order(StringComparer.Ordinal));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    // Abramowitz and Stegun, 7.1.5: the power series, which converges everywhere.
    private static double Erf(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
