using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class NameCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"\")⟧]",
            "The Name \"\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"head.1\")⟧]",
            "The Name \"head.1\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"1st\")⟧]",
            "The Name \"1st\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"class\")⟧]",
            "The Name \"class\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"parameters\")⟧]",
            "The Name \"parameters\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN037",
            "[Input(4)] [⟦Linear(2, Name = \"x\")⟧]",
            "The Name \"x\" of Linear on Model cannot name parameters and a field; use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"",
            "[Input(4)] [Linear(2, Name = \"head_2\")]");
        yield return Network(
            "COLEARN038",
            "[Input(4)] [Linear(2, Name = \"head\"), ⟦Linear(2, Name = \"head\")⟧]",
            "The name 'head' of Linear on Model is already that of a layer before it; give one of them another Name",
            "[Input(4)] [Linear(2, Name = \"head\"), ReLU, Linear(2, Name = \"Head\")]");
        yield return Network(
            "COLEARN038",
            "[Input(4)] [Linear(2, Name = \"fc2\"), ⟦Linear(2)⟧]",
            "The name 'fc2' of Linear on Model is already that of a layer before it; give one of them another Name",
            "[Input(4)] [Linear(2, Name = \"fc1\"), ReLU, Linear(2)]");
    }
}
