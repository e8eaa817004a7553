namespace CoLearn.Hosting;

/// <summary>What a look at a site found.</summary>
/// <param name="Subject">What was looked at: <c>configuration</c>, <c>data</c>, <c>store</c>, <c>port</c> or <c>cluster</c>.</param>
/// <param name="Holds">Whether it can be used.</param>
/// <param name="Sentence">The same in a sentence.</param>
internal sealed record Finding(string Subject, bool Holds, string Sentence);
