using Orleans.Placement;

namespace CoLearn.Learners;

/// <summary>Activates a learner on the silo of the site that hosts it, and nowhere else. Generated grains inherit it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LearnerPlacementAttribute() : PlacementAttribute(new LearnerPlacement());
