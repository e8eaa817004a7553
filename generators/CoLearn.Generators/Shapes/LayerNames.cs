using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators.Shapes;

// Gives each layer its name in the state dict, which is also its field's: the user's own, or its kind's with a number.
internal sealed class LayerNames(string model, StackPlace place, Findings findings)
{
    // What fields cannot be called without hiding a member of TorchSharp's module, or hiding behind a variable of the generated forward.
    private static readonly HashSet<string> reserved = new(
    [
        "ClearModules", "ConditionallyRegisterBuffer", "ConditionallyRegisterParameter", "Create", "Dispose", "Equals", "Finalize",
        "GetDefaultDeviceAndType", "GetHashCode", "GetName", "GetType", "HookRemover", "MemberwiseClone", "ReferenceEquals",
        "RegisterComponents", "ReplaceBuffer", "ReplaceParameter", "ToString", "add_module", "apply", "buffers", "call", "children", "eval",
        "forward", "get_buffer", "get_parameter", "has_buffer", "has_parameter", "input", "load", "load_state_dict", "module_post_hooks",
        "module_pre_hooks", "modules", "name", "named_buffers", "named_children", "named_modules", "named_parameters", "parameters",
        "post_hooks", "pre_hooks", "register_buffer", "register_forward_hook", "register_forward_pre_hook", "register_module",
        "register_parameter", "save", "save_state_dict", "scope", "state_dict", "train", "training", "x", "zero_grad",
    ]);

    // What a residual calls its other branch.
    private const string Projection = "projection";

    private readonly Dictionary<string, int> numbers = [];
    private HashSet<string>? given;

    public static bool IsReserved(string name) => reserved.Contains(name);

    // Layers that bear a name of their own are counted too, so that naming one leaves the others' names as they are. Only then can names meet.
    public string? Next(LayerRule rule, AttributeUse layer, IEnumerable<LayerPlan> before)
    {
        numbers.TryGetValue(rule.Field, out var number);
        numbers[rule.Field] = number + 1;
        var own = layer["Name"] as string;
        if (own is not null && (!IsName(own) || (place.IsBlock && own == Projection)))
        {
            findings.Add(Mistakes.LayerNameMustBeIdentifier, place.At ?? layer, Literal.Of(own), layer.Name, model);
            return null;
        }

        var name = own ?? rule.Field + Literal.Of(number + 1);
        if (own is not null)
            given ??= [.. before.Select(plan => plan.Name)];
        if (given is null || given.Add(name))
            return name;
        findings.Add(Mistakes.LayerNameMustBeUnique, place.At ?? layer, name, layer.Name, model);
        return null;
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && IsLetter(name[0])
        && name.All(letter => IsLetter(letter) || letter is (>= '0' and <= '9') or '_')
        && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && !IsReserved(name);

    private static bool IsLetter(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
