namespace CoLearn.Training;

/// <summary>How well weights do on examples.</summary>
/// <param name="Examples">How many examples.</param>
/// <param name="Accuracy">The share of predictions that are right, 0 to 1; <see langword="null"/> where the loss has no notion of right.</param>
/// <param name="Loss">The mean loss.</param>
public sealed record SetScore(int Examples, double? Accuracy, double Loss);
