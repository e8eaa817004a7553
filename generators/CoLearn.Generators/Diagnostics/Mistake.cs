using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Diagnostics;

// A mistake at an attribute; at [Learner] where there is none.
internal sealed record Mistake(DiagnosticDescriptor Rule, AttributeUse? At, EquatableArray<string> Arguments);
