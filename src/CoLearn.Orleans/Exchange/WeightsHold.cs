namespace CoLearn.Exchange;

/// <summary>Why a silo holds weights: a round of a collective proposed them.</summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Round">The round's index.</param>
public readonly record struct WeightsHold(string Collective, int Round);
