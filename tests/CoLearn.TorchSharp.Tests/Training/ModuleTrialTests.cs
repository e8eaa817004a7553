using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What is said of a module of one's own that cannot be trained, when a learner of it is to start.</summary>
public sealed class ModuleTrialTests
{
    [Fact]
    public async Task Module_WhoseConstructorFails_IsRefused() => await RefusedAsync<Unmakeable>(
        "the constructor of Unmakeable fails with \"There is no such file\"; let it make its layers from nothing but itself");

    [Fact]
    public async Task Module_ThatRegistersNothing_IsRefused() => await RefusedAsync<Forgetful>(
        "Forgetful has no parameter to learn; let its constructor make layers and then call RegisterComponents()");

    [Fact]
    public async Task Module_ThatDoesNotTakeTheInput_IsRefused() => await RefusedAsync<Shaped>(
        "Shaped does not take examples of shape (5), but fails with \"mat1 and mat2 shapes cannot be multiplied (2x5 and 4x3)\"; let [Input] and its forward agree",
        Samples.Declaration() with { Input = [5] });

    [Fact]
    public async Task Module_ThatGivesNothing_IsRefused() => await RefusedAsync<Fruitless>(
        "Fruitless does not take examples of shape (4), but fails with \"Nothing came out\"; let [Input] and its forward agree");

    [Fact]
    public async Task Module_ThatFoldsTheBatch_IsRefused() => await RefusedAsync<Folding>(
        "Folding gives (1, 6) for 2 examples, but must keep their number as the first dimension; such as by flatten(1)");

    [Fact]
    public async Task Module_ThatGivesNoScoresOfClasses_IsRefused() => await RefusedAsync<Unflat>(
        "Unflat gives (3, 1) for an example, but CrossEntropy needs one score for each of two classes or more; end with a layer such as Linear(…, classes)");

    [Fact]
    public async Task Module_ThatGivesWholeNumbers_IsRefused() => await RefusedAsync<Deciding>(
        "Deciding gives numbers of type Int64, but CrossEntropy needs Float32; let it end with a layer's own output");

    [Fact]
    public async Task Module_OfAnotherShapeEachTime_IsRefusedWhenItWorks()
    {
        using var slot = new TestSlot();
        var learner = await TorchDefinition.Of<Growing, SampleData>(Samples.Declaration()).LoadAsync(Samples.Learner(), Samples.Configuration(), default);
        using var _ = (IDisposable)learner;

        var error = Assert.Throws<InvalidOperationException>(() => learner.ProposeWeights(learner.InitialWeights(Samples.Round(slot, round: 0)), Samples.Round(slot)));

        Assert.StartsWith("The model 'tiny' declares the fingerprint ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; let its constructor make the same layers every time.", error.Message, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync<TModel>(string problem, TorchDeclaration? declaration = null)
        where TModel : Module<Tensor, Tensor>, new()
    {
        var definition = TorchDefinition.Of<TModel, SampleData>(declaration ?? Samples.Declaration());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => definition.LoadAsync(Samples.Learner(), Samples.Configuration(), default));

        Assert.Equal($"The model 'tiny' of learner 'a' cannot be trained: {problem}.", error.Message);
        Assert.Empty(definition.Fingerprint);
        Assert.Empty(definition.Layers);
    }

    private sealed class Unmakeable : Module<Tensor, Tensor>
    {
        public Unmakeable()
            : base("unmakeable") => throw new FileNotFoundException("There is no such file.\nIndeed.");

        public override Tensor forward(Tensor input) => input;
    }

#pragma warning disable COLEARN065 // what the analyzer says of it too
    private sealed class Forgetful : Module<Tensor, Tensor>
    {
        private readonly Linear fc = Linear(4, 3);

        public Forgetful()
            : base("forgetful")
        {
        }

        public override Tensor forward(Tensor input) => fc.call(input);
    }
#pragma warning restore COLEARN065

    private abstract class Fixed : Module<Tensor, Tensor>
    {
        private readonly Linear fc;

        protected Fixed(int outputs = 3)
            : base("fixed")
        {
            fc = Linear(4, outputs);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => Ended(fc.call(input));

        protected abstract Tensor Ended(Tensor output);
    }

    private sealed class Shaped : Fixed
    {
        protected override Tensor Ended(Tensor output) => output;
    }

    private sealed class Fruitless : Fixed
    {
        protected override Tensor Ended(Tensor output) => throw new NotSupportedException("Nothing came out.");
    }

    private sealed class Folding : Fixed
    {
        protected override Tensor Ended(Tensor output) => output.reshape(1, -1);
    }

    private sealed class Unflat : Fixed
    {
        protected override Tensor Ended(Tensor output) => output.unsqueeze(2);
    }

    private sealed class Deciding : Fixed
    {
        protected override Tensor Ended(Tensor output) => output.argmax(1);
    }

    private sealed class Growing() : Fixed(++made + 2)
    {
        private static int made;

        protected override Tensor Ended(Tensor output) => output;
    }
}
