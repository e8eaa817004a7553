using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes.Training;

namespace CoLearn.Generators.Shapes;

// The rules that the generator and the analyzer share: one writes the plan, the other reports the mistakes.
internal static class ModelRules
{
    private const int LongestName = 64;

    public static Verdict Check(LearnerDeclaration model)
    {
        var findings = new Findings();
        ClassRules.Check(model, findings);
        var learner = model.First(AttributeRole.Learner);
        if (!model.IsReadable || learner is null)
            return new Verdict(null, findings.Mistakes);

        var name = learner["name"] as string;
        if (name is null || !IsGrainName(name))
            findings.Add(Mistakes.NameMustFitGrainType, learner, Literal.Of((object?)name), model.Class);

        var isAlgorithm = model.Is(ClassTraits.Learner);
        NetworkPlan? network = null;
        AlgorithmPlan? algorithm = null;
        if (isAlgorithm)
            algorithm = AlgorithmRules.Check(model, learner, findings);
        else
            network = Network(model, learner, findings);

        var isSound = findings.AllowAPlan && (isAlgorithm || network is not null);
        return new Verdict(
            isSound ? new LearnerPlan(model.Namespace, model.Class, name!, model.Around.Assembly, model.Around.HasGrains, network, algorithm) : null,
            findings.Mistakes);
    }

    public static bool IsGrainName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static NetworkPlan? Network(LearnerDeclaration model, AttributeUse learner, Findings findings)
    {
        if (model.First(AttributeRole.Layer) is null)
        {
            if (!model.Is(ClassTraits.Module))
            {
                findings.Add(Mistakes.LayersAreMissing, at: null, model.Class);
                return null;
            }

            ClassRules.CheckModule(model, findings);
            return Network(model, learner, OwnModule(model, findings), findings);
        }

        return Network(model, learner, StackRules.Check(model, findings), findings);
    }

    // What leaves a module of one's own is known when it runs.
    private static StackPlan? OwnModule(LearnerDeclaration model, Findings findings) =>
        StackRules.Input(model, findings) is { } input ? new StackPlan(input, default, Parameters: 0) : null;

    private static NetworkPlan? Network(LearnerDeclaration model, AttributeUse learner, StackPlan? stack, Findings findings)
    {
        AlgorithmRules.CheckNoFormat(model, learner, "is a network, whose tensors lie in a safetensors file", findings);
        var loss = LossRules.Check(model, stack, findings);
        var optimizer = OptimizerRules.Check(model, findings);
        var training = TrainingRules.Check(model, findings);
        var voting = VotingRules.Check(model, loss, findings);
        if (stack is { IsOwnModule: false })
            BatchRules.Check(model, stack, findings);
        ClassRules.CheckNames(model, stack is { IsOwnModule: true } ? null : stack, findings);
        string? data = null;
        if (model.Around.HasTorch)
            data = DataRules.Check(model, learner, findings);
        else
            findings.Add(Mistakes.TorchSharpIsMissing, at: null, model.Class);
        // What only looks odd may look otherwise once it is whole.
        if (findings.AllowAPlan)
            OrderRules.Check(model, loss, findings);

        return stack is null || loss is null || optimizer is null || data is null
            ? null
            : new NetworkPlan(stack, data, loss.Kind, optimizer, training, voting);
    }
}
