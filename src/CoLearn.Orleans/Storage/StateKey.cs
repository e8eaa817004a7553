namespace CoLearn.Storage;

/// <summary>Which state of which grain.</summary>
internal readonly record struct StateKey(string State, string Grain);
