namespace CoLearn.Generators.Diagnostics;

// The page that explains a diagnostic.
internal static class HelpLink
{
    // Where the repository's files are published, with a slash at the end; empty while it has no public address.
    public const string Base = "";

    public static string For(string id) => $"{Base}generators/CoLearn.Generators/Help/{id}.md";
}
