namespace CoLearn.Generators.Cases;

// A mistake and its valid twin. ⟦ and ⟧ in the broken source stand around the attribute at which the mistake is reported.
internal sealed record DiagnosticCase(string Id, string Broken, string Message, string Valid);
