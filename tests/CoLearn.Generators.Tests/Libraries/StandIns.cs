namespace CoLearn.Generators.Libraries;

// What generated code uses of CoLearn.TorchSharp and CoLearn.Orleans, as far as the compiler looks.
internal static class StandIns
{
    public const string TorchSharp = """
        using System.Collections.Generic;
        using TorchSharp;
        using static TorchSharp.torch;

        namespace CoLearn.Data
        {
            public interface ILabelledSet;

            public sealed record LearnerSets(ILabelledSet Train, ILabelledSet Vote, ILabelledSet? Test = null);
        }

        namespace CoLearn.Training
        {
            public enum LossKind { CrossEntropy, NegativeLogLikelihood, BinaryCrossEntropyWithLogits, MeanSquaredError }

            public interface ITensorScore : IScore
            {
                double Score(Tensor output, Tensor target);
            }

            public abstract record OptimizerSettings;

            public sealed record SGDSettings(double LearningRate, double WeightDecay, double Momentum) : OptimizerSettings;

            public sealed record AdamSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2) : OptimizerSettings;

            public sealed record AdamWSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2) : OptimizerSettings;

            public sealed record TrainingSettings(int BatchSize, int Epochs, int Batches, bool ResetOptimizer);

            public sealed record TorchDeclaration
            {
                public required string Name { get; init; }
                public required string Fingerprint { get; init; }
                public required IReadOnlyList<int> Input { get; init; }
                public required LossKind Loss { get; init; }
                public required OptimizerSettings Optimizer { get; init; }
                public required TrainingSettings Training { get; init; }
                public required CollectiveRule Rule { get; init; }
                public ITensorScore? Score { get; init; }
                public required IReadOnlyList<LayerSummary> Layers { get; init; }
            }

            public static class TorchDefinition
            {
                public static LearnerDefinition Of<TModel, TData>(TorchDeclaration declaration)
                    where TModel : nn.Module<Tensor, Tensor>, new()
                    where TData : ILearnerData<CoLearn.Data.LearnerSets>, new() => throw null!;
            }

            public sealed class SeededDropout(double probability) : nn.Module<Tensor, Tensor>("SeededDropout")
            {
                public double Probability { get; } = probability;

                public override Tensor forward(Tensor input) => input;
            }
        }
        """;

    public const string Orleans = """
        namespace CoLearn.Learners
        {
            public sealed class LearnerServices;

            public abstract class LearnerGrain<TModel>(LearnerServices services) : global::Orleans.Grain
                where TModel : ILearnerModel
            {
                protected LearnerServices Services { get; } = services;
            }
        }
        """;
}
