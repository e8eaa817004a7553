namespace CoLearn.Ledger;

/// <summary>A part of a ledger file between places where it does not go on as it should.</summary>
internal abstract class Piece
{
    /// <summary>The line it begins with.</summary>
    public long Line { get; protected init; }
}
