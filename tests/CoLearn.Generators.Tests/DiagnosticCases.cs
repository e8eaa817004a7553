using CoLearn.Generators.Runs;

namespace CoLearn.Generators;

internal static class DiagnosticCases
{
    private const string Layers = "[Input(4)] [Linear(2)]";
    private const string Learner = "[Learner(\"model\", Data = typeof(Digits))]";

    // Each case breaks one thing in a model that is otherwise whole.
    public static IReadOnlyList<DiagnosticCase> All { get; } = [.. Classes(), .. Inputs(), .. Stacks(), .. Arguments(), .. Trainings(), .. Votings(), .. Data(), .. Outputs()];

    private static IEnumerable<DiagnosticCase> Classes()
    {
        yield return Class("COLEARN001", "public class Model;", "Model declares a network, but is not partial, so that its layers cannot be added to it; write 'partial class Model'");
        yield return Class("COLEARN002", "public partial class Outer { {0} public partial class Model; }", "Model is declared inside Outer, but a grain is written beside each learner; move Model out of Outer");
        yield return Class("COLEARN003", "public partial class Model<T>;", "Model is generic, but its grain needs one closed class; remove the type parameters");
        yield return Class("COLEARN004", "public abstract partial class Model;", "Model is abstract, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class("COLEARN004", "public static partial class Model;", "Model is static, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class("COLEARN004", "public partial record Model;", "Model is a record, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class("COLEARN004", "file partial class Model;", "Model is local to its file, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class("COLEARN029", "public class Root;\n{0}\npublic partial class Model : Root;", "Model has layers and derives from Root, but its network must derive from Module<Tensor, Tensor>; remove the base class or the layers");
        yield return Class("COLEARN029", "{0}\npublic partial class Model : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;", "Model has layers and derives from Module<Tensor, Tensor>, but its network must derive from Module<Tensor, Tensor>; remove the base class or the layers");
        yield return Class("COLEARN033", "public partial class Model { internal int fc1; }", "Model already has a 'fc1', but generated code needs that name; rename or remove yours");
        yield return Class("COLEARN033", "public partial class Model { public Model() { } }", "Model already has a 'Model()', but generated code needs that name; rename or remove yours");
        yield return Class("COLEARN033", "public partial class Model(int size) { internal int Size => size; }", "Model already has a 'Model()', but generated code needs that name; rename or remove yours");
        yield return Class("COLEARN033", "public partial class Model { public int forward(int one) => one; }", "Model already has a 'forward', but generated code needs that name; rename or remove yours");
        yield return Class("COLEARN033", "public partial class Model;\npublic class ModelGrain;", "Model already has a 'ModelGrain', but generated code needs that name; rename or remove yours");

        yield return Named("Digits 2", "\"Digits 2\"");
        yield return Named("", "\"\"");
        yield return Named(new string('a', 65), $"\"{new string('a', 65)}\"");
        yield return Named("mnist_2", "\"mnist_2\"");
        yield return new(
            "COLEARN006",
            Two("model", "⟦Learner(\"model\", Data = typeof(Digits))⟧"),
            "The name 'model' of Second is already that of First; give each learner a name of its own",
            Two("model", "Learner(\"model-2\", Data = typeof(Digits))"));
        yield return new(
            "COLEARN030",
            Algorithm("[Learner(\"forest\")] [⟦Linear(2)⟧]", "ILearner, ILearnerModel"),
            "Linear has no effect on Forest, which implements ILearner itself; remove the attribute, or let the layers be the learner",
            Algorithm("[Learner(\"forest\")]", "ILearner, ILearnerModel"));
        yield return new(
            "COLEARN035",
            Algorithm("[⟦Learner(\"forest\")⟧]", "ILearner"),
            "Forest implements ILearner but not ILearnerModel, so that its grain does not know what it is; implement ILearnerModel and its Definition",
            Algorithm("[Learner(\"forest\")]", "ILearner, ILearnerModel"));
        yield return new(
            "COLEARN036",
            Source.Class("[⟦Input(4)⟧] [Linear(2)] public partial class Model;"),
            "Input has no effect on Model, which is not declared as a learner; add [Learner] with a name, such as [Learner(\"mnist\")]",
            Source.Network(Layers));
    }

    private static IEnumerable<DiagnosticCase> Inputs()
    {
        yield return AtLearner("COLEARN007", "[Linear(2)] [CrossEntropyLoss, Adam]", "Model does not say what one example looks like, so that no shape can be inferred; add [Input] with its sizes, such as [Input(1, 28, 28)]");
        yield return Network("COLEARN008", "[⟦Input(4, 0)⟧] [Flatten, Linear(2)]", "Input of Model is (4, 0), but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]", "[Input(4, 1)] [Flatten, Linear(2)]");
        yield return Network("COLEARN008", "[⟦Input⟧] [Linear(2)]", "Input of Model is empty, but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]", Layers);
        yield return Network("COLEARN008", "[⟦Input(null!)⟧] [Linear(2)]", "Input of Model is empty, but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]", Layers);
        yield return Network(
            "COLEARN013",
            "[⟦Input(int.MaxValue, int.MaxValue, int.MaxValue)⟧] [Flatten, Linear(2)]",
            "Input '(2147483647, 2147483647, 2147483647)' on Model makes more values or parameters than can be counted; make its sizes or those before it smaller",
            "[Input(10, 10, 10)] [Flatten, Linear(2)]");
    }

    private static IEnumerable<DiagnosticCase> Stacks()
    {
        yield return AtLearner("COLEARN009", "[Input(4)] [CrossEntropyLoss, Adam]", "Model has no layers and does not implement ILearner, so that there is nothing to train; add layers such as [Flatten, Linear(10)]");
        yield return new(
            "COLEARN010",
            Source.Model("[Input(4)] [Linear(8)]\n[CrossEntropyLoss, Adam]") + "\n[⟦Linear(2)⟧] public partial class Model;",
            "Linear on Model stands on another declaration than the layers before it, and the order of declarations is undefined; move all layers to one",
            Source.Model("[Input(4)]\n[CrossEntropyLoss, Adam]") + "\n[Linear(8)] [Linear(2)] public partial class Model;");

        yield return Misfit("[Input(128, 7, 7)] [⟦Linear(10)⟧]", "Linear 'fc1' on Model needs a flat input, but receives (128, 7, 7); put [Flatten] before it", "[Input(128, 7, 7)] [Flatten, Linear(10)]");
        yield return Misfit("[Input(12)] [⟦Conv2d(8, 3)⟧, Flatten]", "Conv2d 'conv1' on Model needs an input of (channels, height, width), but receives (12); put it before [Flatten], or give [Input] three sizes", "[Input(3, 2, 2)] [Conv2d(8, 2), Flatten]");
        yield return Misfit("[Input(3, 9, 9)] [Conv2d(4, 3), ⟦Conv2d(4, 8)⟧, Flatten]", "Conv2d 'conv2' on Model needs a height and width of at least 8, but receives (4, 7, 7); make its kernel smaller or its Padding larger", "[Input(3, 9, 9)] [Conv2d(4, 3), Conv2d(4, 7), Flatten]");
        yield return Misfit("[Input(3, 2, 9)] [⟦Conv2d(4, 5, Padding = 1)⟧, Flatten]", "Conv2d 'conv1' on Model needs a height and width of at least 3 before its padding, but receives (3, 2, 9); make its kernel smaller or its Padding larger", "[Input(3, 3, 9)] [Conv2d(4, 5, Padding = 1), Flatten]");
        yield return Misfit("[Input(4)] [⟦BatchNorm2d⟧]", "BatchNorm2d 'bn1' on Model needs an input of (channels, height, width), but receives (4); use [BatchNorm1d]", "[Input(4)] [BatchNorm1d]");
        yield return Misfit("[Input(4, 2, 2)] [⟦BatchNorm1d⟧, Flatten]", "BatchNorm1d 'bn1' on Model needs an input of (features) or (channels, length), but receives (4, 2, 2); use [BatchNorm2d]", "[Input(4, 2, 2)] [BatchNorm2d, Flatten]");
        yield return Misfit("[Input(4, 2, 2, 2)] [⟦BatchNorm1d⟧, Flatten]", "BatchNorm1d 'bn1' on Model needs an input of (features) or (channels, length), but receives (4, 2, 2, 2); put [Flatten] before it and use [BatchNorm1d]", "[Input(4, 2, 2, 2)] [Flatten, BatchNorm1d]");
        yield return Misfit("[Input(4, 2)] [⟦MaxPool2d(2)⟧, Flatten]", "MaxPool2d 'pool1' on Model needs an input of (channels, height, width), but receives (4, 2); put it before [Flatten], or give [Input] three sizes", "[Input(1, 4, 2)] [MaxPool2d(2), Flatten]");
        yield return Misfit("[Input(1, 4, 2)] [⟦AvgPool2d(3)⟧, Flatten]", "AvgPool2d 'pool1' on Model needs a height and width of at least 3, but receives (1, 4, 2); make its kernel smaller, or pool less before it", "[Input(1, 4, 2)] [AvgPool2d(2), Flatten]");
        yield return Misfit("[Input(4)] [⟦AdaptiveAvgPool2d(2)⟧, Flatten]", "AdaptiveAvgPool2d 'pool1' on Model needs an input of (channels, height, width), but receives (4); put it before [Flatten], or give [Input] three sizes", "[Input(4, 1, 1)] [AdaptiveAvgPool2d(2), Flatten]");
        yield return Misfit("[Input(4, 2)] [⟦LogSoftmax⟧, Flatten]", "LogSoftmax 'logsoftmax1' on Model needs a flat input, but receives (4, 2); put [Flatten] before it", "[Input(4, 2)] [Flatten, LogSoftmax, Linear(2)]");

        yield return TooLarge("[Input(1 << 20, 1 << 20)] [⟦Flatten⟧]", "Flatten 'flatten1'", "[Input(1 << 10, 1 << 10)] [Flatten]");
        yield return TooLarge("[Input(1, 4, 4)] [⟦Conv2d(2, 1, Padding = int.MaxValue)⟧, Flatten]", "Conv2d 'conv1'", "[Input(1, 4, 4)] [Conv2d(2, 1, Padding = 99), Flatten]");
        yield return TooLarge("[Input(int.MaxValue, 1, 1)] [⟦Conv2d(int.MaxValue, 2, Padding = 1)⟧, Flatten]", "Conv2d 'conv1'", "[Input(9, 1, 1)] [Conv2d(9, 2, Padding = 1), Flatten]");
        yield return TooLarge("[Input(int.MaxValue)] [Linear(int.MaxValue, Bias = false), Linear(int.MaxValue, Bias = false), ⟦Linear(int.MaxValue)⟧]", "Linear 'fc3'", "[Input(int.MaxValue)] [Linear(int.MaxValue, Bias = false), Linear(int.MaxValue, Bias = false), Linear(2)]");

        yield return new(
            "COLEARN032",
            Source.Network("[Input(4)] [⟦Mine⟧, Linear(2)]") + "\ninternal sealed class MineAttribute : LayerAttribute;",
            "Example.Mine on Model is not one of CoLearn's own attributes, so that the generator cannot write it; use one of those",
            Source.Network("[Input(4)] [Mine, Linear(2)]") + "\ninternal sealed class MineAttribute : System.Attribute;");
        yield return new(
            "COLEARN032",
            Source.Model("[Input(4)] [Linear(2)] [CrossEntropyLoss, ⟦Adam⟧]") + "\ninternal sealed class AdamAttribute : OptimizerAttribute;",
            "Example.Adam on Model is not one of CoLearn's own attributes, so that the generator cannot write it; use one of those",
            Source.Network("[Input(4)] [Linear(2)]"));
    }

    private static IEnumerable<DiagnosticCase> Arguments()
    {
        yield return Argument("[Input(4)] [⟦Linear(0)⟧]", "outFeatures", "Linear 'fc1'", "0", "a value of at least 1", "[Input(4)] [Linear(2)]");
        yield return Argument("[Input(1, 4, 4)] [⟦Conv2d(0, 3)⟧, Flatten]", "filters", "Conv2d 'conv1'", "0", "a value of at least 1", "[Input(1, 4, 4)] [Conv2d(1, 3), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦Conv2d(2, -3)⟧, Flatten]", "kernel", "Conv2d 'conv1'", "-3", "a value of at least 1", "[Input(1, 4, 4)] [Conv2d(2, 3), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦Conv2d(2, 3, Stride = 0)⟧, Flatten]", "Stride", "Conv2d 'conv1'", "0", "a value of at least 1", "[Input(1, 4, 4)] [Conv2d(2, 3, Stride = 1), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦Conv2d(2, 3, Padding = -1)⟧, Flatten]", "Padding", "Conv2d 'conv1'", "-1", "a value of at least 0", "[Input(1, 4, 4)] [Conv2d(2, 3, Padding = 0), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦MaxPool2d(0)⟧, Flatten]", "kernel", "MaxPool2d 'pool1'", "0", "a value of at least 1", "[Input(1, 4, 4)] [MaxPool2d(1), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦AvgPool2d(2, Stride = -2)⟧, Flatten]", "Stride", "AvgPool2d 'pool1'", "-2", "a value of at least 0", "[Input(1, 4, 4)] [AvgPool2d(2, Stride = 2), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦MaxPool2d(3, Padding = 2)⟧, Flatten]", "Padding", "MaxPool2d 'pool1'", "2", "a value of at most 1, half the kernel", "[Input(1, 4, 4)] [MaxPool2d(3, Padding = 1), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦AdaptiveAvgPool2d(0)⟧, Flatten]", "size", "AdaptiveAvgPool2d 'pool1'", "0", "a value of at least 1", "[Input(1, 4, 4)] [AdaptiveAvgPool2d(2), Flatten]");
        yield return Argument("[Input(1, 4, 4)] [⟦AdaptiveAvgPool2d(2, -1)⟧, Flatten]", "width", "AdaptiveAvgPool2d 'pool1'", "-1", "a value of at least 1", "[Input(1, 4, 4)] [AdaptiveAvgPool2d(2, 1), Flatten]");
        yield return Argument("[Input(4)] [⟦Dropout(1)⟧]", "probability", "Dropout 'dropout1'", "1", "a value in [0, 1)", "[Input(4)] [Dropout(0)]");
        yield return Argument("[Input(4)] [⟦Dropout(double.NaN)⟧]", "probability", "Dropout 'dropout1'", "NaN", "a value in [0, 1)", "[Input(4)] [Dropout(0.999)]");
        yield return Argument("[Input(4)] [⟦LeakyReLU(NegativeSlope = double.NegativeInfinity)⟧]", "NegativeSlope", "LeakyReLU 'leakyrelu1'", "-Infinity", "a finite value", "[Input(4)] [LeakyReLU(NegativeSlope = -1)]");
        yield return Argument("[Input(4)] [⟦LayerNorm(Epsilon = 0)⟧]", "Epsilon", "LayerNorm 'ln1'", "0", "a finite value above 0", "[Input(4)] [LayerNorm(Epsilon = 1e-9)]");
        yield return Argument("[Input(4)] [⟦BatchNorm1d(Momentum = 1.5)⟧]", "Momentum", "BatchNorm1d 'bn1'", "1.5", "a value in [0, 1]", "[Input(4)] [BatchNorm1d(Momentum = 1)]");
        yield return Argument("[Input(1, 4, 4)] [⟦BatchNorm2d(Epsilon = -1e-5)⟧, Flatten]", "Epsilon", "BatchNorm2d 'bn1'", "-1E-05", "a finite value above 0", "[Input(1, 4, 4)] [BatchNorm2d, Flatten]");
    }

    private static IEnumerable<DiagnosticCase> Trainings()
    {
        yield return AtLearner("COLEARN014", $"{Layers} [Adam]", "Model names no loss, so that training has nothing to make small; add one, such as [CrossEntropyLoss]");
        yield return Model("COLEARN015", $"{Layers} [CrossEntropyLoss, ⟦MSELoss⟧, Adam]", "MSELoss on Model is a second loss beside CrossEntropyLoss, but training makes one small; remove one of them", $"{Layers} [MSELoss, Adam]");
        yield return AtLearner("COLEARN016", $"{Layers} [CrossEntropyLoss]", "Model names no optimizer, so that it cannot train; add one, such as [Adam]");
        yield return Model("COLEARN017", $"{Layers} [CrossEntropyLoss, Adam, ⟦SGD⟧]", "SGD on Model is a second optimizer beside Adam, but training uses one; remove one of them", $"{Layers} [CrossEntropyLoss, SGD]");
        yield return Optimizer("Adam(LearningRate = 0)", "LearningRate of Adam on Model is 0", "a finite value above 0", "Adam(LearningRate = 1)");
        yield return Optimizer("SGD(LearningRate = double.PositiveInfinity)", "LearningRate of SGD on Model is Infinity", "a finite value above 0", "SGD(LearningRate = 10)");
        yield return Optimizer("AdamW(WeightDecay = -0.1)", "WeightDecay of AdamW on Model is -0.1", "a finite value of at least 0", "AdamW(WeightDecay = 0)");
        yield return Optimizer("SGD(Momentum = 1)", "Momentum of SGD on Model is 1", "a value in [0, 1)", "SGD(Momentum = 0.99)");
        yield return Optimizer("Adam(Beta1 = -0.5)", "Beta1 of Adam on Model is -0.5", "a value in [0, 1)", "Adam(Beta1 = 0)");
        yield return Optimizer("AdamW(Beta2 = double.NaN)", "Beta2 of AdamW on Model is NaN", "a value in [0, 1)", "AdamW(Beta2 = 0.5)");
        yield return Further("COLEARN019", "Training(BatchSize = 0)", "The BatchSize of Training on Model is 0, with which there is no training; choose a value of at least 1", "Training(BatchSize = 1)");
        yield return Further("COLEARN019", "Training(Epochs = 0)", "The Epochs of Training on Model is 0, with which there is no training; choose a value of at least 1", "Training(Epochs = 1)");
        yield return Further("COLEARN019", "Training(Batches = -1)", "The Batches of Training on Model is -1, with which there is no training; choose a value of at least 0", "Training(Batches = 0)");
        yield return Further("COLEARN020", "Training(Epochs = 2, Batches = 30)", "Training of Model gives both Epochs = 2 and Batches = 30, but a proposal takes one or the other; remove one of them", "Training(Epochs = 2, Batches = 0)");
    }

    private static IEnumerable<DiagnosticCase> Votings()
    {
        const string why = ", but is the share of electors that must approve; choose a value in (0, 1]";
        yield return Further("COLEARN021", "Voting(Criterion.Accuracy, Threshold = 3)", "The Threshold of Voting on Model is 3" + why, "Voting(Criterion.Accuracy, Threshold = 1)");
        yield return Further("COLEARN021", "Voting(Criterion.Accuracy, Threshold = 0)", "The Threshold of Voting on Model is 0" + why, "Voting(Criterion.Accuracy, Threshold = 0.01)");
        yield return Further("COLEARN021", "Voting<Balanced>(Threshold = double.NaN)", "The Threshold of Voting on Model is NaN" + why, "Voting<Balanced>(Threshold = 0.7)");
        yield return Further("COLEARN022", "Voting(Criterion.Loss, MinGain = -0.1)", "The MinGain of Voting on Model is -0.1, by which nobody can vote; choose a finite value of at least 0", "Voting(Criterion.Loss, MinGain = 0.1)");
        yield return Further("COLEARN022", "Voting(Criterion.Loss, MinGain = double.PositiveInfinity)", "The MinGain of Voting on Model is Infinity, by which nobody can vote; choose a finite value of at least 0", "Voting(Criterion.Loss, MinGain = 0)");
        yield return Further("COLEARN022", "Voting(Criterion.Loss, Examples = -1)", "The Examples of Voting on Model is -1, by which nobody can vote; choose a value of at least 0", "Voting(Criterion.Loss, Examples = 0)");
        yield return Further("COLEARN022", "Voting((Criterion)7)", "The criterion of Voting on Model is 7, by which nobody can vote; choose one of Accuracy, Loss", "Voting((Criterion)1)");
        yield return Further("COLEARN022", "Voting(Criterion.Loss, Ties = (Ties)(-1))", "The Ties of Voting on Model is -1, by which nobody can vote; choose one of ByLoss, Reject, Approve", "Voting(Criterion.Loss, Ties = (Ties)2)");
        yield return Model("COLEARN023", $"{Layers} [CrossEntropyLoss, Adam] [Voting(Criterion.Loss), ⟦Voting<Balanced>⟧]", "Voting on Model is a second rule beside Voting, but a collective votes by one; remove one of them", $"{Layers} [CrossEntropyLoss, Adam] [Voting<Balanced>]");
        yield return Model("COLEARN028", $"{Layers} [MSELoss, Adam] [⟦Voting(Criterion.Accuracy)⟧]", "Voting(Criterion.Accuracy) on Model counts correctly predicted classes, but MSELoss predicts numbers; vote by Criterion.Loss or by a score of your own", $"{Layers} [MSELoss, Adam] [Voting(Criterion.Loss)]");
        yield return new(
            "COLEARN034",
            Source.Network($"{Layers} [⟦Voting<Mine>⟧]") + "\ninternal sealed class Mine : IScore { public string Name => \"mine\"; public bool Minimise => true; }",
            "Mine scores the votes of Model, but does not implement ITensorScore, so that it cannot read a network's output; implement ITensorScore",
            Source.Network($"{Layers} [Voting<Balanced>]"));
    }

    private static IEnumerable<DiagnosticCase> Data()
    {
        const string loads = "ILearnerData<CoLearn.Data.LearnerSets> { System.Threading.Tasks.Task<CoLearn.Data.LearnerSets> ILearnerData<CoLearn.Data.LearnerSets>.LoadAsync("
            + "LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) => throw null!;";
        var valid = Source.Network(Layers);
        yield return new(
            "COLEARN024",
            Source.Class($"[⟦Learner(\"model\")⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"),
            "Model names no data to train on; add it to [Learner], such as Data = typeof(MyData), where MyData implements ILearnerData<LearnerSets>",
            valid);
        yield return Loads("string", "", "string is the Data of Model, but is no ILearnerData<LearnerSets>, so that it cannot load what a network trains on; let it implement that interface");
        yield return Loads("Mine<>", $"internal sealed class Mine<T> : {loads} }}", "Mine<> is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");
        yield return Loads("Mine", $"internal abstract class Mine : {loads} }}", "Mine is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");
        yield return Loads("Mine", $"internal sealed class Mine : {loads} private Mine() {{ }} }}", "Mine is the Data of Model, but cannot be made, so that it cannot load what a network trains on; make it a class that is not abstract, with a public parameterless constructor");

        DiagnosticCase Loads(string type, string declaration, string message) => new(
            "COLEARN025",
            Source.Class($"[⟦Learner(\"model\", Data = typeof({type}))⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;\n{declaration}"),
            message,
            valid);
    }

    private static IEnumerable<DiagnosticCase> Outputs()
    {
        yield return Model("COLEARN026", "[Input(1, 2, 2)] [ReLU] [⟦CrossEntropyLoss⟧, Adam]", "CrossEntropyLoss on Model needs a flat output, but the last layer 'relu1' gives (1, 2, 2); end with [Flatten, Linear(…)]", "[Input(1, 2, 2)] [ReLU, Flatten] [CrossEntropyLoss, Adam]");
        yield return Model("COLEARN026", "[Input(1, 2, 2)] [ReLU] [⟦MSELoss⟧, Adam]", "MSELoss on Model needs a flat output, but the last layer 'relu1' gives (1, 2, 2); end with [Flatten, Linear(…)]", "[Input(1, 2, 2)] [ReLU, Flatten] [MSELoss, Adam]");
        yield return Model("COLEARN026", "[Input(4)] [Linear(1)] [⟦CrossEntropyLoss⟧, Adam]", "CrossEntropyLoss on Model needs an output of at least 2 classes, but the last layer 'fc1' gives (1); give the last [Linear] as many outputs as there are classes, or use [BCEWithLogitsLoss]", "[Input(4)] [Linear(1)] [BCEWithLogitsLoss, Adam]");
        yield return Model("COLEARN027", "[Input(4)] [Linear(2)] [⟦NLLLoss⟧, Adam]", "NLLLoss on Model takes log-probabilities, but the last layer is Linear 'fc1'; put [LogSoftmax] at the end, or use [CrossEntropyLoss]", "[Input(4)] [Linear(2), LogSoftmax] [NLLLoss, Adam]");
        yield return Model("COLEARN027", "[Input(4)] [Linear(2), LogSoftmax] [⟦CrossEntropyLoss⟧, Adam]", "CrossEntropyLoss on Model takes raw scores and applies log-softmax itself, but the last layer is LogSoftmax 'logsoftmax1'; remove [LogSoftmax], or use [NLLLoss]", "[Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]");
    }

    // {0} is where the attributes go, else before all.
    private static DiagnosticCase Class(string id, string declaration, string message)
    {
        const string attributes = "[⟦Learner(\"model\", Data = typeof(Digits))⟧] " + Layers + " [CrossEntropyLoss, Adam]";
        var broken = declaration.Contains("{0}", StringComparison.Ordinal) ? declaration.Replace("{0}", attributes, StringComparison.Ordinal) : attributes + declaration;
        return new(id, Source.Class(broken), message, Source.Network(Layers));
    }

    private static DiagnosticCase Named(string name, string shown) => new(
        "COLEARN005",
        Source.Class($"[⟦Learner(\"{name}\", Data = typeof(Digits))⟧] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"),
        $"The name {shown} of Model cannot name a grain type; use 1 to 64 lower-case letters, digits and hyphens",
        Source.Class($"[Learner(\"{new string('a', 60)}-123\", Data = typeof(Digits))] {Layers} [CrossEntropyLoss, Adam] public partial class Model;"));

    private static string Two(string first, string second) => Source.Class(
        $"[Learner(\"{first}\", Data = typeof(Digits))] {Layers} [CrossEntropyLoss, Adam] public partial class First;\n"
        + $"[{second}] {Layers} [CrossEntropyLoss, Adam] public partial class Second;");

    private static string Algorithm(string attributes, string bases) => "#pragma warning disable CS1591\n" + Source.Class($$"""
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

    private static DiagnosticCase AtLearner(string id, string attributes, string message) => new(
        id,
        Source.Class($"[⟦Learner(\"model\", Data = typeof(Digits))⟧] {attributes} public partial class Model;"),
        message,
        Source.Class($"{Learner} {Layers} [CrossEntropyLoss, Adam] public partial class Model;"));

    private static DiagnosticCase Model(string id, string broken, string message, string valid) =>
        new(id, Source.Model(broken), message, Source.Model(valid));

    private static DiagnosticCase Network(string id, string broken, string message, string valid) =>
        new(id, Source.Network(broken), message, Source.Network(valid));

    private static DiagnosticCase Misfit(string broken, string message, string valid) => Network("COLEARN011", broken, message, valid);

    private static DiagnosticCase TooLarge(string broken, string layer, string valid) => Network(
        "COLEARN013", broken, $"{layer} on Model makes more values or parameters than can be counted; make its sizes or those before it smaller", valid);

    private static DiagnosticCase Argument(string broken, string argument, string layer, string value, string range, string valid) => Network(
        "COLEARN012", broken, $"The {argument} of {layer} on Model is {value}, which makes no layer; choose {range}", valid);

    private static DiagnosticCase Optimizer(string broken, string what, string range, string valid) => Model(
        "COLEARN018",
        $"{Layers} [CrossEntropyLoss, ⟦{broken}⟧]",
        $"The {what}, with which it cannot train; choose {range}",
        $"{Layers} [CrossEntropyLoss, {valid}]");

    private static DiagnosticCase Further(string id, string broken, string message, string valid) =>
        Network(id, $"{Layers} [⟦{broken}⟧]", message, $"{Layers} [{valid}]");
}
