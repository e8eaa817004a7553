using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The half of an algorithm's class that defines it. It names no TorchSharp type.
internal static class AlgorithmWriter
{
    public static void Write(Code code, LearnerPlan plan, AlgorithmPlan algorithm) => code.Write(
        $$"""

        partial {{(algorithm.IsRecord ? "record" : "class")}} {{plan.Class}} : global::CoLearn.ILearnerModel
        {
            static global::CoLearn.LearnerDefinition global::CoLearn.ILearnerModel.Definition { get; } =
                global::CoLearn.Learners.AlgorithmDefinition.Of<{{algorithm.Data}}, {{algorithm.Loaded}}>(
                    {{Literal.Of(plan.Name)}},
                    new {{algorithm.Format}}(),
                    new global::CoLearn.CollectiveRule
                    {
                        {{rule => rule.Each(algorithm.Voting.Rule, DefinitionWriter.WriteProperty)}}
                    },
                    {{(algorithm.Voting.Score is { } score ? $"new {score}()" : "null")}},
                    static (data, context, configuration) => new {{plan.Class}}({{string.Join(", ", algorithm.Arguments)}}));
        }

        """);
}
