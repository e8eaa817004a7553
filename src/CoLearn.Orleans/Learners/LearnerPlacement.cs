namespace CoLearn.Learners;

/// <summary>A learner lives where its data is.</summary>
[GenerateSerializer, Immutable, Alias("colearn.LearnerPlacement")]
internal sealed class LearnerPlacement : PlacementStrategy;
