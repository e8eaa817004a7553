namespace CoLearn.Generators.Shapes;

// A settings record of CoLearn.Training and what its constructor is given.
internal sealed record SettingsPlan(string Type, EquatableArray<Setting> Settings);
