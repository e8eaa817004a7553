using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

internal static class DataRules
{
    // The full name of the type that loads a network's data.
    public static string? Check(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        if (learner["Data"] is not TypeUse data)
        {
            findings.Add(Mistakes.DataIsMissing, learner, model.Class);
            return null;
        }

        if (!data.LoadsSets)
            Misfit("is no ILearnerData<LearnerSets>", "let it implement that interface");
        else if (!data.CanBeMade)
            Misfit("cannot be made by generated code", "make it an ordinary class with a public parameterless constructor");
        else
            return data.Name;
        return null;

        void Misfit(string why, string wayOut) => findings.Add(Mistakes.DataDoesNotFit, learner, data.Title, model.Class, why, wayOut);
    }
}
