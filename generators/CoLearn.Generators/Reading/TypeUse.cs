namespace CoLearn.Generators.Reading;

// A type that an attribute names, and what is asked of such types.
internal sealed record TypeUse(string Name, string Title, bool CanBeMade, bool LoadsSets, bool ScoresTensors);
