using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class AttributeOrder
{
    // Our attributes on a class in source order; declarations come in the compilation's order of files. Those of a block in another assembly
    // have no place in a file, and come in the order in which that assembly holds them.
    public static ImmutableArray<PlacedAttribute> Of(INamedTypeSymbol type)
    {
        var trees = type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).ToList();
        return [.. type.GetAttributes()
            .Where(attribute => attribute.ApplicationSyntaxReference is not null || trees.Count == 0)
            .Select(attribute => (Attribute: attribute, Role: RoleOf(attribute.AttributeClass)))
            .Where(pair => pair.Role is not null)
            .OrderBy(pair => trees.IndexOf(pair.Attribute.ApplicationSyntaxReference?.SyntaxTree!))
            .ThenBy(pair => pair.Attribute.ApplicationSyntaxReference?.Span.Start ?? 0)
            .Select(pair => new PlacedAttribute(pair.Attribute, pair.Role!.Value))];
    }

    public static AttributeRole? RoleOf(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (!type.ContainingNamespace.IsCoLearn())
                continue;
            switch (type.Name)
            {
                case "LearnerAttribute": return AttributeRole.Learner;
                case "BlockAttribute": return AttributeRole.Block;
                case "InputAttribute": return AttributeRole.Input;
                case "LayerAttribute": return AttributeRole.Layer;
                case "LossAttribute": return AttributeRole.Loss;
                case "OptimizerAttribute": return AttributeRole.Optimizer;
                case "TrainingAttribute": return AttributeRole.Training;
                case "VotingRuleAttribute": return AttributeRole.Voting;
            }
        }

        return null;
    }

    public static bool IsCoLearn(this INamespaceSymbol? space) =>
        space is { Name: "CoLearn", ContainingNamespace.IsGlobalNamespace: true };
}
