namespace CoLearn.Ledger;

/// <summary>A line is not what it should be; the message goes on after "Line 7 cannot be read: " and has no full stop.</summary>
internal sealed class LedgerFormatException(string problem) : Exception(problem);
