using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What is known of a module that is, or holds, one's own once it was tried on examples of zeros; or the problem with it.</summary>
internal sealed record ModuleTrial(string Fingerprint, IReadOnlyList<long> Output, IReadOnlyList<LayerSummary> Layers, string? Problem)
{
    // Two, since one would not show a module that folds the batch into its examples.
    private const int Examples = 2;

    public static ModuleTrial Of<TModel>(TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
    {
        var name = typeof(TModel).Name;
        using var scope = NewDisposeScope();
        TModel made;
        try
        {
            made = ModelFactory.Create<TModel>();
        }
        catch (Exception error)
        {
            return Failed($"the constructor of {name} fails with \"{Reason(error)}\"; let it make its layers from nothing but itself");
        }

        using var module = made;
        if (!module.parameters().Any(parameter => parameter.requires_grad))
            return Failed($"{name} has no parameter to learn; let its constructor make layers and then call RegisterComponents()");

        var input = declaration.Input.Select(extent => (long)extent).ToArray();
        var shapes = new Dictionary<string, long[]>();
        Follow(module, shapes);
        try
        {
            module.eval();
            using var inference = inference_mode();
            var output = module.call(zeros([Examples, .. input], declaration.Tokens > 0 ? ScalarType.Int64 : ScalarType.Float32));
            return (Differing(declaration.Layers, shapes) ?? ProblemOf(declaration, name, output)) is { } problem
                ? Failed(problem)
                : new ModuleTrial(
                    CoLearn.Training.Fingerprint.Of(module),
                    output.shape[1..],
                    declaration.Layers.Count == 0 ? [.. Summaries(module, shapes)] : Counted(declaration.Layers, module),
                    null);
        }
        catch (Exception error)
        {
            return Failed(Differing(declaration.Layers, shapes) ?? $"{name} does not take examples of shape {Text(input)}, but fails with \"{Reason(error)}\"; let [Input] and its forward agree");
        }
    }

    /// <summary>The trial, if it went well.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message names the learner, the model and what would work.</exception>
    public ModuleTrial For(string learner, TorchDeclaration declaration) => Problem is null
        ? this
        : throw new InvalidOperationException($"The model '{declaration.Name}' of learner '{learner}' cannot be trained: {Problem}.");

    private static ModuleTrial Failed(string problem) => new("", [], [], problem);

    // What a layer of one's own gives may not be what its attribute says.
    private static string? Differing(IReadOnlyList<LayerSummary> layers, Dictionary<string, long[]> shapes)
    {
        var differing = layers.FirstOrDefault(layer =>
            shapes.TryGetValue(layer.Name, out var shape) && !shape.SequenceEqual(layer.Output.Select(extent => (long)extent)));
        return differing is null
            ? null
            : $"{differing.Kind} '{differing.Name}' gives {Text(shapes[differing.Name])} for an example, but is declared to give "
                + $"{Text(differing.Output.Select(extent => (long)extent))}; let the attribute name the shape that it gives";
    }

    private static string? ProblemOf(TorchDeclaration declaration, string name, Tensor output)
    {
        if (output.dim() == 0 || output.shape[0] != Examples)
            return $"{name} gives {Text(output.shape)} for {Examples} examples, but must keep their number as the first dimension; such as by flatten(1)";
        if (!output.is_floating_point())
            return $"{name} gives numbers of type {output.dtype}, but {declaration.Loss} needs Float32; let it end with a layer's own output";
        if ((declaration.Loss.HasClasses() || declaration.Loss == LossKind.KullbackLeiblerDivergence) && (output.dim() != 2 || output.shape[1] < 2))
            return $"{name} gives {Text(output.shape[1..])} for an example, but {declaration.Loss} needs one score for each of two classes or more; end with a layer such as Linear(…, classes)";
        return null;
    }

    // Only what is run by call has hooks, and only what leads from tensor to tensor a shape.
    private static void Follow(Module module, Dictionary<string, long[]> shapes)
    {
        foreach (var (name, child) in module.named_children())
        {
            if (child is Module<Tensor, Tensor> layer)
                layer.register_forward_hook((_, _, output) =>
                {
                    shapes[name] = output.dim() > 0 && output.shape[0] == Examples ? output.shape[1..] : [];
                    return output;
                });
        }
    }

    private static IEnumerable<LayerSummary> Summaries(Module module, Dictionary<string, long[]> shapes) => module.named_children()
        .Select(child => new LayerSummary(
            child.name,
            child.module.GetType().Name.Split('`')[0],
            [.. shapes.GetValueOrDefault(child.name, []).Select(extent => (int)extent)],
            Learned(child.module.parameters())))
        .Concat(module.named_parameters(recurse: false)
            .Select(own => new LayerSummary(own.name, nameof(Parameter), [], Learned([own.parameter]))));

    // The declared layers; what those of one's own learn is known only now.
    private static IReadOnlyList<LayerSummary> Counted(IReadOnlyList<LayerSummary> layers, Module module)
    {
        var children = module.named_children().ToDictionary(child => child.name, child => child.module);
        return
        [
            .. layers.Select(layer => children.TryGetValue(layer.Name, out var child)
                ? layer with { Parameters = Learned(child.parameters()), Layers = Counted(layer.Layers, child) }
                : layer),
        ];
    }

    private static long Learned(IEnumerable<Parameter> parameters) =>
        parameters.Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());

    // Torch's own messages go on with its stack.
    private static string Reason(Exception error) => error is System.Reflection.TargetInvocationException { InnerException: { } inner }
        ? Reason(inner)
        : error.Message.Split('\n')[0].Trim().TrimEnd('.');

    private static string Text(IEnumerable<long> shape) => $"({string.Join(", ", shape)})";
}
