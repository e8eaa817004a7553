namespace CoLearn.Generators.Reading;

// A type that an attribute names, and what is asked of such types. It loads what its ILearnerData<T> name, by full names; Block is null where
// the type is none.
internal sealed record TypeUse(
    string Name,
    string Title,
    bool CanBeMade,
    bool LoadsSets,
    bool ScoresTensors,
    bool MapsTensors,
    bool IsFormat,
    EquatableArray<string> Loads,
    BlockUse? Block);
