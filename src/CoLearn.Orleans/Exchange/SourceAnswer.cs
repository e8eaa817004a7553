namespace CoLearn.Exchange;

/// <summary>What a silo that was asked for weights has to give.</summary>
internal enum SourceAnswer
{
    /// <summary>It has them, and sends.</summary>
    Has,

    /// <summary>It has not.</summary>
    HasNot,

    /// <summary>It sends to others as much as it can.</summary>
    Busy,

    /// <summary>It cannot be reached, refuses, broke off, or sends what cannot be used.</summary>
    Failed,
}
