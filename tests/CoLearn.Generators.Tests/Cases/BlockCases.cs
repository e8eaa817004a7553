using CoLearn.Generators.Runs;
using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class BlockCases
{
    private const string Valid = "[Input(8, 6, 6)] [Residual<Same8>, Flatten]";

    private const string IdleUsed = "[Input(4)] [Repeat<Idle>(2), Linear(3)]";

    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Network(
            "COLEARN039",
            "[Input(8, 6, 6)] [⟦Residual<Digits>⟧, Flatten]",
            "Residual<Digits> on Model names Digits, which is no block; put [Block] and layers on Digits",
            Valid);
        yield return Network(
            "COLEARN039",
            "[Input(8, 6, 6)] [⟦Repeat<string>(2)⟧, Flatten]",
            "Repeat<string> on Model names string, which is no block; put [Block] and layers on string",
            "[Input(8, 6, 6)] [Repeat<Stage8>(2), Flatten]");
        yield return Beside(
            "COLEARN040",
            "[Block, Residual<Ring>] public class Ring;",
            "[Input(8, 6, 6)] [⟦Residual<Ring>⟧, Flatten]",
            "Residual<Ring> on Model uses Ring, which is used inside itself, so that its layers have no end; take it out there");
        yield return Beside(
            "COLEARN040",
            "[Block, ReLU, Residual<Pong>] public class Ping;\n[Block, Repeat<Ping>(2), ReLU] public class Pong;",
            "[Input(8, 6, 6)] [⟦Residual<Ping>⟧, Flatten]",
            "Residual<Ping> on Model uses Ping, which is used inside itself, so that its layers have no end; take it out there");
        yield return Network(
            "COLEARN041",
            "[Input(8, 6, 6)] [⟦Repeat<Same8>(5000)⟧, Flatten]",
            "Repeat<Same8> on Model leads to more than 10000 layers when its blocks are written out; repeat less",
            "[Input(8, 6, 6)] [Repeat<Same8>(50), Flatten]");
        yield return Network(
            "COLEARN041",
            "[Input(8, 6, 6)] [⟦Repeat<Stage8>(2000000000)⟧, Flatten]",
            "Repeat<Stage8> on Model leads to more than 10000 layers when its blocks are written out; repeat less",
            "[Input(8, 6, 6)] [Repeat<Stage8>(20), Flatten]");
        yield return new(
            "COLEARN042",
            Source.Network(IdleUsed) + "\n[⟦Block⟧] internal partial class Idle;",
            "Idle is a block without layers, which nothing can use; add layers such as [Block, Linear(10), ReLU], or remove [Block]",
            Source.Network(IdleUsed) + "\n[Block, ReLU] internal partial class Idle;");
        yield return new(
            "COLEARN043",
            Source.Network(IdleUsed) + "\n[Block, Linear(4), ⟦Adam⟧] internal partial class Idle;",
            "Adam has no effect on Idle, which is a block; a block bears layers only, so move it to the learner that uses the block",
            Source.Network(IdleUsed) + "\n[Block, Linear(4)] internal partial class Idle;");
        yield return new(
            "COLEARN010",
            Source.Network(IdleUsed) + "\n[Block, Linear(4)] internal partial class Idle;\n[⟦ReLU⟧] internal partial class Idle;",
            "ReLU on Idle stands on another declaration than the layers before it, and the order of declarations is undefined; move all layers to one",
            Source.Network(IdleUsed) + "\n[Block] internal partial class Idle;\n[Linear(4), ReLU] internal partial class Idle;");
        yield return Network(
            "COLEARN044",
            "[Input(4)] [⟦Layer<Digits>⟧, Linear(2)]",
            "Layer<Digits> on Model needs a Module<Tensor, Tensor> that generated code can make, but Digits is none; derive it from torch.nn.Module<Tensor, Tensor>, with a public parameterless constructor",
            "[Input(4)] [Layer<Squash>, Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦Layer<Squash>(2, 0)⟧, Flatten]", "output", "Layer<Squash> 'layer1'", "(2, 0)", "sizes of at least 1, or none where the shape stays as it is", "[Input(4)] [Layer<Squash>(2, 2), Flatten]");
        yield return Argument(
            "[Input(8, 6, 6)] [⟦Repeat<Same8>(0)⟧, Flatten]", "count", "Repeat<Same8> 'repeat1'", "0", "a value of at least 1", "[Input(8, 6, 6)] [Repeat<Same8>(1), Flatten]");

        yield return Misfit(
            "[Input(3, 6, 6)] [⟦Residual<Same8>⟧, Flatten]",
            "Residual<Same8> 'residual1' on Model needs an input of the shape that its block gives, (8, 6, 6), but receives (3, 6, 6); set Project = true, or let the block keep the shape",
            "[Input(3, 6, 6)] [Residual<Same8>(Project = true), Flatten]");
        yield return Beside(
            "COLEARN011",
            "[Block, MaxPool2d(2), Conv2d(4, 3, Padding = 3)] public class Odd;",
            "[Input(8, 6, 6)] [⟦Residual<Odd>(Project = true)⟧, Flatten]",
            "Residual<Odd> 'residual1' on Model needs an input that a convolution with a kernel of 1 can bring to the shape that its block gives, (4, 7, 7), but receives (8, 6, 6); let the block divide the sizes by one stride, or give a flat output for a flat input");
        yield return Misfit(
            "[Input(12)] [⟦Repeat<Stage8>(3)⟧, Linear(2)]",
            "Conv2d 'repeat1.0.inner.conv1' on Model needs an input of (channels, height, width), but receives (12); put it before [Flatten], or give [Input] three sizes",
            "[Input(8, 2, 2)] [Repeat<Stage8>(3), Flatten, Linear(2)]");
        yield return Beside(
            "COLEARN012",
            "[Block, Linear(0)] public class Nothing;",
            "[Input(8)] [⟦Repeat<Nothing>(2)⟧]",
            "The outFeatures of Linear 'repeat1.0.fc1' on Model is 0, which makes no layer; choose a value of at least 1");
        yield return Beside(
            "COLEARN037",
            "[Block, Linear(8, Name = \"projection\")] public class Own;",
            "[Input(8)] [⟦Residual<Own>(Project = true)⟧]",
            "The Name \"projection\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"");
        yield return Beside(
            "COLEARN038",
            "[Block, Linear(8, Name = \"one\"), Linear(8, Name = \"one\")] public class Own;",
            "[Input(8)] [⟦Residual<Own>⟧]",
            "The name 'one' of Linear on Model is already that of a layer before it; give one of them another Name");
    }

    // A block beside the model that uses it.
    private static DiagnosticCase Beside(string id, string block, string broken, string message) =>
        new(id, Source.Network(broken) + "\n" + block, message, Source.Network(Valid));
}
