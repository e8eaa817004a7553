using CoLearn.Learners;

namespace CoLearn.Hosting;

/// <summary>A learner that the configuration names, and its model.</summary>
internal sealed record HostedModel(DeclaredModel Model, HostedLearner Learner);
