using System.Reflection;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Shapes;

namespace CoLearn.Stacks;

/// <summary>Draws models from the catalogue: every layer that there is, with arguments of every kind, in stacks and blocks.</summary>
internal sealed class Draw(int seed)
{
    private const int MostLayers = 8;
    private const long MostValues = 3000;
    private const long MostParameters = 50_000;

    private static readonly IReadOnlyDictionary<string, Type> Kinds = typeof(LayerAttribute).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LayerAttribute)))
        .ToDictionary(type => type.Name.Split('`')[0][..^"Attribute".Length]);

    private readonly Random random = new(seed);

    public DrawnModel Model(int number)
    {
        var blocks = new List<DrawnBlock>();
        var input = Input();
        var layers = Stack(Shape.Make([.. input])!, random.Next(1, MostLayers), $"Block{number}", depth: 0, blocks);
        var output = Walk(Shape.Make([.. input])!, layers)!.Last.Output;
        var head = output.Rank == 1 ? new List<DrawnLayer>() : [new("Flatten", [])];
        head.Add(new("Linear", [new("outFeatures", random.Next(2, 6), IsNamed: false)]));
        return new DrawnModel(number, [.. input.Select(size => (int)size!)], [.. layers, .. head], blocks);
    }

    public int Below(int end) => random.Next(end);

    public T Of<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A layer of a kind that stands for itself, with random arguments, whether it fits or not.</summary>
    public DrawnLayer Layer(string kind, Shape input)
    {
        var type = Kinds[kind];
        var arguments = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).Last().GetParameters()
            .Select(parameter => new DrawnArgument(parameter.Name!, Value(parameter.Name!, parameter.ParameterType, input), IsNamed: false))
            .ToList();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.Name != nameof(LayerAttribute.Name) && random.Next(2) == 0);
        arguments.AddRange(properties.Select(property =>
            new DrawnArgument(property.Name, Value(property.Name, property.PropertyType, input), IsNamed: true)));
        return new DrawnLayer(kind, arguments);
    }

    /// <summary>Whether layers fit, and what leaves them.</summary>
    public static StackPlan? Walk(Shape input, params IEnumerable<DrawnLayer> layers) =>
        new StackWalk("Model", new Findings()).Through(layers.Select(layer => layer.Use), input, StackPlace.Model);

    private long?[] Input() => random.Next(5) switch
    {
        0 => [random.Next(1, 30)],
        1 => [random.Next(1, 5), random.Next(2, 14)],
        2 or 3 => [random.Next(1, 5), random.Next(2, 12), random.Next(2, 12)],
        _ => [random.Next(1, 4), random.Next(2, 6), random.Next(2, 6), random.Next(2, 6)],
    };

    private List<DrawnLayer> Stack(Shape input, int count, string name, int depth, List<DrawnBlock> blocks)
    {
        var layers = new List<DrawnLayer>();
        var shape = input;
        while (layers.Count < count)
        {
            var layer = Fitting(shape, $"{name}_{layers.Count}", depth, blocks, isFirst: depth == 0 && layers.Count == 0);
            layers.Add(layer);
            shape = Walk(shape, layer)!.Last.Output;
        }

        return layers;
    }

    // Kinds in random order, so that rare ones come as often as the others where they fit.
    private DrawnLayer Fitting(Shape shape, string name, int depth, List<DrawnBlock> blocks, bool isFirst)
    {
        foreach (var kind in Kinds.Keys.OrderBy(_ => random.Next()))
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var own = new List<DrawnBlock>();
                if (Candidate(kind, shape, name, depth, own) is not { } layer
                    || Walk(shape, layer) is not { } plan
                    || (!isFirst && kind == "Embedding")
                    || plan.Last.Output.Count > MostValues
                    || plan.Parameters > MostParameters)
                    continue;
                blocks.AddRange(own);
                return layer;
            }
        }

        throw new InvalidOperationException($"No layer fits {shape}.");
    }

    private DrawnLayer? Candidate(string kind, Shape shape, string name, int depth, List<DrawnBlock> blocks)
    {
        switch (kind)
        {
            case "Layer":
                return null;
            case "Residual" or "Repeat" when depth == 2:
                return null;
            case "Residual" or "Repeat":
                var block = new DrawnBlock(name, Stack(shape, random.Next(1, 4), name, depth + 1, blocks));
                blocks.Add(block);
                return Layer(kind, shape) with { Block = block };
            default:
                return Layer(kind, shape);
        }
    }

    private object Value(string name, Type type, Shape input)
    {
        if (type == typeof(bool))
            return random.Next(2) == 0;
        if (type == typeof(int[]))
            return Factors((int)(input.Count ?? 1));
        if (type == typeof(double))
            return Math.Round(0.05 + (random.NextDouble() * 0.9), 3) * (name == "Threshold" ? 20 : 1);
        return name.ToUpperInvariant() switch
        {
            "STRIDE" => random.Next(1, 4),
            "PADDING" or "OUTPUTPADDING" => random.Next(0, 3),
            "DILATION" or "GROUPS" or "COUNT" or "LAYERS" => random.Next(1, 4),
            "KERNEL" => random.Next(1, 5),
            _ => random.Next(1, 9),
        };
    }

    // Two or more sizes that multiply to a number.
    private int[] Factors(int number)
    {
        var factors = new List<int>();
        for (var left = number; factors.Count < 3; left /= factors[^1])
            factors.Add(Of([.. Enumerable.Range(1, left).Where(size => left % size == 0)]));
        factors.Add(number / factors.Aggregate(1, (product, factor) => product * factor));
        return [.. factors.OrderBy(_ => random.Next()).Take(4)];
    }
}
