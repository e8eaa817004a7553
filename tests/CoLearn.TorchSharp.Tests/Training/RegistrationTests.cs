using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What TorchSharp's RegisterComponents finds, on which the analyzer of modules rests.</summary>
#pragma warning disable COLEARN049, COLEARN050, COLEARN065, COLEARN066, COLEARN067
public sealed class RegistrationTests
{
    [Fact]
    public void Register_Fields_NamesLayersParametersAndBuffers() => Assert.Equal(
        ["fc.weight", "mean", "plain", "scale"], Entries(new Fields()));

    [Fact]
    public void Register_Property_TakesTheNameOfTheCompilersField()
    {
        Assert.Equal(["<Fc>k__BackingField.weight", "<Scale>k__BackingField", "fine.weight"], Entries(new Properties()));
        Assert.Equal(3, new Properties().parameters().Count());
    }

    [Fact]
    public void Register_Collections_LooksIntoModulesOnly() => Assert.Equal(
        ["dict.b.weight", "list.0.weight", "scales.0", "sequential.0.weight"], Entries(new Collections()));

    [Fact]
    public void Register_Static_IsNotFound() => Assert.Empty(Entries(new Static()));

    [Fact]
    public void Register_NotCalled_FindsNothingUntilAFieldOfAnotherModuleHoldsIt()
    {
        Assert.Empty(Entries(new Forgetful()));
        Assert.Equal(["inner.fc.weight"], Entries(new Around()));
        Assert.Empty(Entries(Sequential(new Forgetful())));
    }

    [Fact]
    public void Register_CalledAgain_FindsNothingNew() => Assert.Equal(["early.weight"], Entries(new Late()));

    [Fact]
    public void Register_InABaseClass_FindsWhatInitializersMadeAndNothingLater() =>
        Assert.Equal(["first.weight", "own.weight"], Entries(new Derived()));

    [Fact]
    public void Register_PrivateFieldsOfBases_AreFound() => Assert.Equal(["hidden.weight"], Entries(new Heir()));

    [Fact]
    public void Register_ByName_NeedsNoField() => Assert.Equal(["given.weight"], Entries(new Named()));

    [Fact]
    public void Dropout_InAnArray_GoesOnDroppingInEvaluation()
    {
        using var module = new Dropping();
        module.eval();

        Assert.True(module.Hidden[0].training);
        Assert.False(module.Known.training);
    }

    private static IEnumerable<string> Entries(Module module)
    {
        using (module)
            return module.state_dict().Keys.Order(StringComparer.Ordinal).ToList();
    }

    private static Linear Layer() => Linear(2, 2, hasBias: false);

    private abstract class Identity(string name) : Module<Tensor, Tensor>(name)
    {
        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Fields : Identity
    {
        private readonly Linear fc = Layer();
        private readonly Parameter scale = new(ones(2));
        private readonly Tensor plain = new Parameter(ones(2));
        private readonly Tensor mean = zeros(2);
        private readonly Linear? none = null;

        public Fields()
            : base("fields")
        {
            RegisterComponents();
            _ = (fc, scale, plain, mean, none);
            Assert.Equal(3, parameters().Count());
        }
    }

    private sealed class Properties : Identity
    {
        public Properties()
            : base("properties") => RegisterComponents();

        public Linear Fc { get; } = Layer();

        public Parameter Scale { get; } = new(ones(2));

        [field: ComponentName(Name = "fine")]
        public Linear Fine { get; } = Layer();
    }

    private sealed class Collections : Identity
    {
        private readonly Linear[] array = [Layer()];
        private readonly List<Linear> some = [Layer()];
        private readonly Dictionary<string, Linear> byName = new() { ["a"] = Layer() };
        private readonly (Linear One, Linear Two) tuple = (Layer(), Layer());
        private readonly Parameter[] numbers = [new(ones(2))];
        private readonly ModuleList<Linear> list = new(Layer());
        private readonly ModuleDict<Linear> dict = new();
        private readonly Sequential sequential = Sequential(Layer());
        private readonly ParameterList scales = new(new Parameter(ones(2)));

        public Collections()
            : base("collections")
        {
            dict.Add("b", Layer());
            RegisterComponents();
            _ = (array, some, byName, tuple, numbers, list, sequential, scales);
        }
    }

    private sealed class Static : Identity
    {
        private static readonly Linear fc = Layer();

        public Static()
            : base("static")
        {
            RegisterComponents();
            _ = fc;
        }
    }

    private sealed class Forgetful : Identity
    {
        private readonly Linear fc = Layer();

        public Forgetful()
            : base("forgetful") => _ = fc;
    }

    private sealed class Around : Identity
    {
        private readonly Forgetful inner = new();

        public Around()
            : base("around")
        {
            RegisterComponents();
            _ = inner;
        }
    }

    private sealed class Late : Identity
    {
        private readonly Linear early;
        private readonly Linear late;

        public Late()
            : base("late")
        {
            early = Layer();
            RegisterComponents();
            late = Layer();
            RegisterComponents();
            _ = (early, late);
        }
    }

    private abstract class Root : Identity
    {
        private readonly Linear first;

        protected Root()
            : base("root")
        {
            first = Layer();
            RegisterComponents();
            _ = first;
        }
    }

    private sealed class Derived : Root
    {
        private readonly Linear own = Layer();
        private readonly Linear late;

        public Derived()
        {
            late = Layer();
            RegisterComponents();
            _ = (own, late);
        }
    }

    private abstract class Silent() : Identity("silent")
    {
        private readonly Linear hidden = Layer();

        public Linear Hidden => hidden;
    }

    private sealed class Heir : Silent
    {
        public Heir() => RegisterComponents();
    }

    private sealed class Named : Identity
    {
        public Named()
            : base("named")
        {
            RegisterComponents();
            register_module("given", Layer());
        }
    }

    private sealed class Dropping : Identity
    {
        private readonly Dropout known = Dropout(0.5);
        private readonly Dropout[] hidden = [Dropout(0.5)];

        public Dropping()
            : base("dropping") => RegisterComponents();

        public Dropout Known => known;

        public Dropout[] Hidden => hidden;
    }
}
