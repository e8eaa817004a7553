using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.CodeFixes;

// An attribute as the rules read it, and as it stands in the file.
internal sealed record WrittenAttribute(AttributeUse Use, AttributeSyntax Syntax)
{
    public AttributeUse Like(AttributeRole role, string name) => Use with { Role = role, Name = name, Arguments = default };
}
