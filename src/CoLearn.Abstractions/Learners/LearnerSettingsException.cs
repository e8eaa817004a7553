namespace CoLearn;

/// <summary>A silo does not start, since settings of learners that it hosts cannot be used.</summary>
/// <param name="mistakes">All that is wrong, a sentence each; at least one.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class LearnerSettingsException(IReadOnlyList<string> mistakes, Exception? inner = null) : Exception(string.Join('\n', mistakes), inner)
{
    /// <summary>All that is wrong, a sentence each; the message has them a line each.</summary>
    public IReadOnlyList<string> Mistakes => mistakes;
}
