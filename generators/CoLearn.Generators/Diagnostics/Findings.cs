using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Diagnostics;

// The mistakes in one model, gathered while its rules run.
internal sealed class Findings
{
    private readonly List<Mistake> mistakes = [];

    public IReadOnlyList<Mistake> Mistakes => mistakes;

    // A warning stands beside a plan, an error in its place.
    public bool AllowAPlan => mistakes.All(mistake => mistake.Rule.DefaultSeverity != DiagnosticSeverity.Error);

    public void Add(DiagnosticDescriptor rule, AttributeUse? at, params string[] arguments) =>
        mistakes.Add(new Mistake(rule, at, arguments.ToEquatableArray()));

    public void AddFaults(DiagnosticDescriptor rule, Given given, string model)
    {
        foreach (var fault in given.Faults)
            Add(rule, given.Attribute, fault.Argument, given.Attribute.Name, model, fault.Value, fault.Range);
    }

    // The one attribute of its role. A second is a mistake there.
    public AttributeUse? Sole(LearnerDeclaration model, AttributeRole role, DiagnosticDescriptor? missing, DiagnosticDescriptor notAlone)
    {
        var first = model.First(role);
        if (first is null && missing is not null)
            Add(missing, at: null, model.Class);
        var isAlone = first is not null;
        foreach (var further in model.Attributes)
        {
            if (further.Role != role || ReferenceEquals(further, first))
                continue;
            isAlone = false;
            Add(notAlone, further, further.Name, model.Class, first!.Name);
        }

        return isAlone ? first : null;
    }
}
