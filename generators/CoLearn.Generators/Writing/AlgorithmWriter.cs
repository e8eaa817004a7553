using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The half of an algorithm's class that defines it. It names no TorchSharp type.
internal static class AlgorithmWriter
{
    public static string Write(LearnerPlan plan, AlgorithmPlan algorithm) =>
        $$"""
        partial {{(algorithm.IsRecord ? "record" : "class")}} {{plan.Class}} : global::CoLearn.ILearnerModel
        {
            static global::CoLearn.LearnerDefinition global::CoLearn.ILearnerModel.Definition { get; } =
                global::CoLearn.Learners.AlgorithmDefinition.Of<{{algorithm.Data}}, {{algorithm.Loaded}}>(
                    {{Literal.Of(plan.Name)}},
                    new {{algorithm.Format}}(),
                    new global::CoLearn.CollectiveRule
                    {
                        {{algorithm.Voting.Rule.Select(setting => $"{setting.Name} = {setting.Literal},").Lines(16)}}
                    },
                    {{(algorithm.Voting.Score is { } score ? $"new {score}()" : "null")}},
                    static (data, context, configuration) => new {{plan.Class}}({{string.Join(", ", algorithm.Arguments)}}));
        }
        """;
}
