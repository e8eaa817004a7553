using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes.Training;

namespace CoLearn.Generators.Shapes;

// An algorithm of one's own states its definition itself, or names what it is written from.
internal static class AlgorithmRules
{
    private const string Context = "global::CoLearn.LearnerContext";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";
    private const string CannotBeMade = "cannot be made by generated code";
    private const string Ordinary = "make it an ordinary class with a public parameterless constructor";

    // The plan of its definition; null where it states that itself, or something is wrong.
    public static AlgorithmPlan? Check(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        var isWritten = model.Is(ClassTraits.Partial) && !model.Is(ClassTraits.LearnerModel);
        foreach (var attribute in model.Attributes.Where(attribute => !HasEffect(attribute, isWritten)))
            findings.Add(Mistakes.AttributeWithoutEffect, attribute, attribute.Name, model.Class);
        ClassRules.CheckNames(model, stack: null, findings);
        if (isWritten)
            return Definition(model, learner, findings);

        if (!model.Is(ClassTraits.LearnerModel))
            findings.Add(Mistakes.LearnerMustDefineItself, at: null, model.Class);
        else
            CheckNoFormat(model, learner, "states its Definition itself, in which there is one", findings);
        return null;
    }

    // Format has a meaning only where a definition is written from it.
    public static void CheckNoFormat(LearnerDeclaration model, AttributeUse learner, string why, Findings findings)
    {
        if (learner["Format"] is TypeUse format)
            findings.Add(Mistakes.FormatHasNoEffect, learner, format.Title, model.Class, why);
    }

    private static bool HasEffect(AttributeUse attribute, bool isWritten) =>
        attribute.Role == AttributeRole.Learner || (isWritten && attribute.Role == AttributeRole.Voting);

    private static AlgorithmPlan? Definition(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        var data = Data(model, learner, findings);
        var format = Format(model, learner, findings);
        var voting = VotingRules.Check(model, loss: null, findings);
        if (data is null)
            return null;

        // Data of several kinds is loaded as what the constructor takes.
        var taken = model.Constructors.SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Type).ToList();
        var loaded = data.Loads.FirstOrDefault(taken.Contains) ?? data.Loads[0];
        var arguments = Arguments(model, data, loaded, findings);
        return format is null || arguments is null
            ? null
            : new AlgorithmPlan(model.Is(ClassTraits.Record), data.Name, loaded, format.Name, arguments.ToEquatableArray(), voting);
    }

    private static TypeUse? Data(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        if (learner["Data"] is not TypeUse data)
            findings.Add(Mistakes.DataOfAlgorithmIsMissing, learner, model.Class);
        else if (data.Loads.Count == 0)
            findings.Add(Mistakes.DataOfAlgorithmDoesNotFit, learner, data.Title, model.Class, "is no ILearnerData<T>", "let it implement that interface");
        else if (!data.CanBeMade)
            findings.Add(Mistakes.DataOfAlgorithmDoesNotFit, learner, data.Title, model.Class, CannotBeMade, Ordinary);
        else
            return data;
        return null;
    }

    private static TypeUse? Format(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        if (learner["Format"] is not TypeUse format)
            findings.Add(Mistakes.FormatIsMissing, learner, model.Class);
        else if (!format.IsFormat)
            findings.Add(Mistakes.FormatDoesNotFit, learner, format.Title, model.Class, "is no IWeightsFormat", "let it implement that interface");
        else if (!format.CanBeMade)
            findings.Add(Mistakes.FormatDoesNotFit, learner, format.Title, model.Class, CannotBeMade, Ordinary);
        else
            return format;
        return null;
    }

    private static List<string>? Arguments(LearnerDeclaration model, TypeUse data, string loaded, Findings findings)
    {
        if (model.Constructors.Count != 1)
        {
            var count = model.Constructors.Count == 0 ? "no public constructor" : $"{model.Constructors.Count} public constructors";
            Misfit("has " + count, $"let one be public, such as one that takes what {data.Title} loads");
            return null;
        }

        var arguments = new List<string>();
        foreach (var parameter in model.Constructors[0].Parameters)
        {
            var argument = parameter.Type == loaded ? "data" : parameter.Type == Context ? "context" : parameter.Type == Configuration ? "configuration" : null;
            if (argument is null)
                Misfit($"takes {parameter.Title} '{parameter.Name}'", $"let it take what {data.Title} loads, LearnerContext and IConfiguration only");
            else
                arguments.Add(argument);
        }

        return arguments.Count == model.Constructors[0].Parameters.Count ? arguments : null;

        void Misfit(string why, string wayOut) => findings.Add(Mistakes.ConstructorDoesNotFit, at: null, model.Class, why, wayOut);
    }
}
