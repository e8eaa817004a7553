namespace CoLearn.Exchange;

/// <summary>Why a collective holds weights.</summary>
/// <param name="Round">The round that they were put for.</param>
/// <param name="Hash">The weights' hash.</param>
/// <param name="Accepted">Whether that round made them the accepted ones; otherwise it has not been settled.</param>
internal readonly record struct WeightsMark(int Round, string Hash, bool Accepted);
