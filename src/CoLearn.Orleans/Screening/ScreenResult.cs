namespace CoLearn.Screening;

/// <summary>Why a proposal does not deserve a vote.</summary>
/// <param name="Failure">The kind of reason.</param>
/// <param name="Problem">The reason in words, to follow a colon and without a full stop; at most 301 characters, none of them a control character.</param>
internal sealed record ScreenResult(RoundFailure Failure, string Problem)
{
    private const int LongestProblem = 300;

    /// <summary>A result whose words may quote what another party wrote.</summary>
    public static ScreenResult Of(RoundFailure failure, string problem) => new(failure, problem.Shown(LongestProblem));
}
