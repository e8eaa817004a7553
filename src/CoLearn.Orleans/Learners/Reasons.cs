namespace CoLearn.Learners;

/// <summary>Why a learner did not do what it was asked to, as it stands in the record: an error's message can have any length.</summary>
internal static class Reasons
{
    private const int MostCharacters = 1000;

    public static string Of(Exception error)
        => error.Message is var reason && reason.Length <= MostCharacters ? reason : string.Concat(reason.AsSpan(0, MostCharacters - 1), "…");
}
