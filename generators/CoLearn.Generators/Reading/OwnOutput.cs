using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// The analyzer sees the class with what was generated for it; what it judges is what the user wrote.
internal static class OwnOutput
{
    private static readonly string path = typeof(LearnerGenerator).FullName;

    public static bool Contains(SyntaxReference reference) => reference.SyntaxTree.FilePath.Contains(path);

    public static bool IsOnly(ISymbol symbol) => symbol.DeclaringSyntaxReferences.All(Contains);
}
