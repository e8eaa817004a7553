namespace CoLearn;

/// <summary>One value that a learner trains with.</summary>
/// <param name="Name">Its name, as configuration has it, such as <c>LearningRate</c>.</param>
/// <param name="Value">Its value as text in the invariant culture, such as <c>0.001</c>.</param>
[GenerateSerializer, Immutable, Alias("colearn.LearnerSetting")]
public sealed record LearnerSetting([property: Id(0)] string Name, [property: Id(1)] string Value);
