using System.CommandLine;

namespace CoLearn.Clusters;

/// <summary>The collective that a verb is about.</summary>
internal static class CollectiveArgument
{
    public static Argument<string> Make() => NameArgument("COLLECTIVE", "The collective's id.", "collective's id");

    public static Argument<string> NameArgument(string name, string description, string what)
    {
        var argument = new Argument<string>(name) { HelpName = name, Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !Names.IsName(given.Value))
                result.AddError($"A {what} is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores, not '{given.Value}'.");
        });
        return argument;
    }

    /// <summary>A status, or the sentence that there is none.</summary>
    /// <exception cref="CollectiveException">The cluster does not know the collective.</exception>
    public static CollectiveStatus Known(CollectiveStatus status)
        => status.Phase == CollectivePhase.Unknown ? throw new CollectiveException($"The cluster does not know collective '{status.Collective}'.") : status;
}
