using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Modules;

// What a member does: a constructor's or method's body, a field's or property's initializer.
internal sealed record CodeBlock(ISymbol Owner, ImmutableArray<IOperation> Operations);
