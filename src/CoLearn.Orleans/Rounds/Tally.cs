using System.Globalization;

namespace CoLearn.Rounds;

/// <summary>Counts approvals against the vote threshold, without floating point.</summary>
internal static class Tally
{
    /// <summary>Whether approvals ≥ electors × threshold, exactly; a tie at the threshold passes, and so does a learner alone.</summary>
    public static bool Passes(int approvals, int electors, double threshold) => approvals >= electors * Exact(threshold);

    /// <summary>How many approvals a proposal needs.</summary>
    public static int Needed(int electors, double threshold) => (int)decimal.Ceiling(electors * Exact(threshold));

    /// <summary>The number that the user wrote: the shortest text that reads back the same. A cast would round 2.0/3 up, and three electors would need three.</summary>
    public static decimal Exact(double threshold)
        => decimal.Parse(threshold.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
