namespace CoLearn.Rounds;

/// <summary>What somebody is asked who answers later, and how far the asking has come. <see cref="Questions"/> asks.</summary>
internal abstract class Question
{
    /// <summary>Whether the answer is still missing.</summary>
    public abstract bool IsWanted { get; }

    /// <summary>Who cannot be reached for so long is given up.</summary>
    public abstract TimeSpan Grace { get; }

    /// <summary>When the question was sent last, and nothing said that it was not taken; before that, when the asking began. In the clock's ticks, as all of these.</summary>
    public long Reached { get; set; }

    /// <summary>When something has to happen: the question is given up for lost where it is under way, or else asked again.</summary>
    public long Due { get; set; }

    /// <summary>How long to wait after the next failure.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>How often it was sent; a sending that is not the last one is of no account.</summary>
    public int Sendings { get; set; }

    public bool IsUnderWay { get; set; }

    /// <summary>Whether it was sent once, and nothing said that it was not taken.</summary>
    public bool IsAsked { get; set; }

    public bool IsGivenUp { get; set; }

    /// <summary>Sends it.</summary>
    /// <param name="again">Whether it may have been lost before: then who is asked must have been reached when this completes.</param>
    public abstract Task SendAsync(bool again);

    /// <summary>Whether who is asked is gone, and the answer with it, whatever the grace.</summary>
    public virtual bool IsGone(Exception error) => false;

    /// <summary>There will be no answer.</summary>
    public abstract Task GiveUpAsync(string reason);

    /// <summary>The question in a few words, for the log.</summary>
    public abstract override string ToString();
}
