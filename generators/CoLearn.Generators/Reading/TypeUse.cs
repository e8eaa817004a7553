namespace CoLearn.Generators.Reading;

// A type that an attribute names, and what is asked of such types. It loads what its ILearnerData<T> name, by full names.
internal sealed record TypeUse(string Name, string Title, bool CanBeMade, bool LoadsSets, bool ScoresTensors, bool IsFormat, EquatableArray<string> Loads);
