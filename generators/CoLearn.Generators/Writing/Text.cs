namespace CoLearn.Generators.Writing;

internal static class Text
{
    // Lines for a place in a template that is indented by so many blanks: the template writes the first line's indent and prefix,
    // this those of the others.
    public static string Lines(this IEnumerable<string> lines, int indent, string prefix = "") =>
        string.Join("\n" + new string(' ', indent) + prefix, lines);

    // Items on lines of their own, indented, between brackets that the caller writes.
    public static string Listed(this IEnumerable<string> items) => "\n" + string.Join(",\n", items.Select(item => "    " + item.Indented(4)));

    public static string Indented(this string text, int indent) => text.Replace("\n", "\n" + new string(' ', indent));
}
