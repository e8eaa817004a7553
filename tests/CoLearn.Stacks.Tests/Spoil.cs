using CoLearn.Generators.Shapes;

namespace CoLearn.Stacks;

/// <summary>Makes of a model that fits one that certainly does not.</summary>
internal sealed class Spoil(Draw draw)
{
    private static readonly string[] AtLeastOne =
        ["filters", "kernel", "outFeatures", "Stride", "Dilation", "Groups", "groups", "count", "scale", "numEmbeddings", "dim", "hidden", "Layers"];

    private IReadOnlyList<Func<DrawnModel, DrawnModel?>> Ways =>
        [WrongNumber, WrongRank, TooLargeKernel, WrongProduct, NotDividing, SameNames, NoName, NoBlock, Ring, OtherShape, WrongInput, WrongLoss, WrongOptimizer, NoFlatOutput, TwoDeclarations];

    public DrawnModel Of(DrawnModel model)
    {
        while (true)
        {
            if (draw.Of(Ways)(model) is { } spoilt)
                return spoilt;
        }
    }

    private DrawnModel? WrongNumber(DrawnModel model)
    {
        var at = draw.Below(model.Layers.Count);
        var layer = model.Layers[at];
        var numbers = layer.Arguments.Where(argument => argument.Value is double || AtLeastOne.Contains(argument.Name)).ToList();
        if (numbers.Count == 0)
            return null;
        var wrong = draw.Of(numbers);
        object value = wrong.Value is int ? draw.Of<object>([0, -1, -7, -1_000_000]) : double.NaN;
        return Replaced(model, at, layer.With(wrong with { Value = value }));
    }

    private DrawnModel? WrongRank(DrawnModel model)
    {
        var (at, shape) = Anywhere(model);
        string[] misfits = shape.Rank switch
        {
            1 => ["MaxPool2d(1)", "Conv2d(2, 1)", "Conv1d(2, 1)", "Conv3d(2, 1)", "BatchNorm2d", "BatchNorm3d", "InstanceNorm1d", "ZeroPad2d(1)", "Dropout2d"],
            2 => ["Linear(3)", "Conv2d(2, 1)", "BatchNorm2d", "Softmax", "AvgPool2d(1)", "Unflatten(2, 2)"],
            3 => ["Linear(3)", "Conv1d(2, 1)", "Conv3d(2, 1)", "BatchNorm1d", "LogSoftmax", "MaxPool1d(1)"],
            _ => ["Linear(3)", "Conv1d(2, 1)", "Conv2d(2, 1)", "BatchNorm1d", "BatchNorm2d", "Dropout2d", "MaxPool2d(1)"],
        };
        return Inserted(model, at, Literally(draw.Of(misfits)));
    }

    private DrawnModel? TooLargeKernel(DrawnModel model)
    {
        var (at, shape) = Anywhere(model);
        if (shape.Rank is 1 or > 4)
            return null;
        var kernel = shape.Longs.Skip(1).Min() + 1 + draw.Below(100);
        return Inserted(model, at, Literally($"Conv{shape.Rank - 1}d(2, {kernel})"));
    }

    private DrawnModel? WrongProduct(DrawnModel model)
    {
        var (at, shape) = Anywhere(model);
        return shape.Rank == 1 ? Inserted(model, at, Literally($"Unflatten({shape[0]}, {2 + draw.Below(3)})")) : null;
    }

    private DrawnModel? NotDividing(DrawnModel model)
    {
        var (at, shape) = Anywhere(model);
        return shape.Rank == 3 ? Inserted(model, at, Literally($"Conv2d({shape[0] * 2}, 1, Groups = {shape[0] + 1})")) : null;
    }

    private DrawnModel SameNames(DrawnModel model)
    {
        var name = new DrawnArgument("Name", "same", IsNamed: true);
        var named = model with { Layers = [.. model.Layers, new DrawnLayer("ReLU", [name])] };
        return Replaced(named, draw.Below(model.Layers.Count), layer => layer.With(name));
    }

    private DrawnModel NoName(DrawnModel model) => Replaced(
        model, draw.Below(model.Layers.Count), layer => layer.With(new DrawnArgument("Name", draw.Of(["", "1st", "a.b", "class", "train", "ä"]), IsNamed: true)));

    private DrawnModel? NoBlock(DrawnModel model) =>
        Inserted(model, draw.Below(model.Layers.Count), Literally(draw.Of(["Residual<Nothing>", "Repeat<Nothing>(2)", "Layer<Nothing>"])));

    private DrawnModel? Ring(DrawnModel model)
    {
        var block = $"Ring{model.Number}";
        return Inserted(model, draw.Below(model.Layers.Count), Literally($"Repeat<{block}>(2)")) with
        {
            Appendix = $"[Block, ReLU, Residual<{block}>] internal sealed partial class {block};",
        };
    }

    // A block that adds a channel has another shape behind it than before it.
    private DrawnModel? OtherShape(DrawnModel model)
    {
        var (at, shape) = Anywhere(model);
        if (shape.Rank > 4)
            return null;
        var block = $"Other{model.Number}";
        var layer = shape.Rank == 1 ? $"Linear({shape[0] + 1})" : $"Conv{shape.Rank - 1}d({shape[0] + 1}, 1)";
        return Inserted(model, at, Literally($"Residual<{block}>")) with { Appendix = $"[Block, {layer}] internal sealed partial class {block};" };
    }

    private DrawnModel WrongInput(DrawnModel model) => model with { InputAttribute = draw.Of(["", "[Input]", "[Input(0)]", "[Input(3, -1, 4)]", "[Input(int.MaxValue, int.MaxValue, int.MaxValue)]"]) };

    private DrawnModel WrongLoss(DrawnModel model) => model with { LossAttribute = draw.Of(["", "[CrossEntropyLoss, MSELoss]", "[NLLLoss]"]) };

    private DrawnModel WrongOptimizer(DrawnModel model) =>
        model with { OptimizerAttribute = draw.Of(["", "[Adam, SGD]", "[Adam(LearningRate = -1)]", "[SGD(Momentum = 1.5)]", "[Adam, Training(Epochs = 2, Batches = 3)]", "[Adam, Voting(Criterion.Loss, Threshold = 0)]"]) };

    private DrawnModel? NoFlatOutput(DrawnModel model) =>
        model with { Layers = [.. model.Layers, Literally("Unflatten(1, " + draw.Of(["1", "2", "3"]) + ")")] };

    private static DrawnModel TwoDeclarations(DrawnModel model) => model with { Appendix = $"[ReLU] public sealed partial class {model.Name};" };

    // A place between the layers, and what arrives there.
    private (int At, Shape Shape) Anywhere(DrawnModel model)
    {
        var at = draw.Below(model.Layers.Count);
        var input = Shape.Make([.. model.Input])!;
        return (at, at == 0 ? input : Draw.Walk(input, model.Layers.Take(at))!.Last.Output);
    }

    private static DrawnLayer Literally(string text) => new(text, []);

    private static DrawnModel Inserted(DrawnModel model, int at, DrawnLayer layer) =>
        model with { Layers = [.. model.Layers.Take(at), layer, .. model.Layers.Skip(at)] };

    private static DrawnModel Replaced(DrawnModel model, int at, DrawnLayer layer) => Replaced(model, at, _ => layer);

    private static DrawnModel Replaced(DrawnModel model, int at, Func<DrawnLayer, DrawnLayer> change) =>
        model with { Layers = [.. model.Layers.Select((layer, index) => index == at ? change(layer) : layer)] };
}
