namespace CoLearn.Ledger;

/// <summary>Something that is wrong with a ledger file.</summary>
/// <param name="Fault">What kind of thing.</param>
/// <param name="Line">The line, from 1, where it shows; of missing records the line that stands where they should. <see langword="null"/> where it is no line's.</param>
/// <param name="Index">The record's index; the first one's of several, the lower one's of two that are swapped. <see langword="null"/> where it is no record's.</param>
/// <param name="LastIndex">The last record's index; of two that are swapped, the other one's. That of <paramref name="Index"/> for a single record.</param>
/// <param name="Sentence">All of it in a sentence.</param>
public sealed record LedgerFinding(LedgerFault Fault, long? Line, int? Index, int? LastIndex, string Sentence);
