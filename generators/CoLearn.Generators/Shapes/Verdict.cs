using CoLearn.Generators.Diagnostics;

namespace CoLearn.Generators.Shapes;

// Either a plan, perhaps with warnings, or mistakes; neither where the compiler itself has something to say first.
internal sealed record Verdict(LearnerPlan? Plan, IReadOnlyList<Mistake> Mistakes);
