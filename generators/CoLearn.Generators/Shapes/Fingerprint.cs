using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Generators.Shapes;

internal static class Fingerprint
{
    // SHA-256 in lower-case hex over a line "name:type:size,size" for each entry of the state dict, in ordinal order of names.
    public static string Of(StackPlan stack)
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(Lines(stack))));
        return string.Concat(bytes.Select(value => value.ToString("x2")));
    }

    private static IEnumerable<string> Lines(StackPlan stack) => stack.Tensors
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => $"{entry.Name}:{entry.Type}:{string.Join(",", entry.Sizes.Select(Literal.Of))}\n");
}
