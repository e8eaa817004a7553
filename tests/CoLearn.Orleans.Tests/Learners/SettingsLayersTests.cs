using Microsoft.Extensions.Configuration;

namespace CoLearn.Learners;

public sealed class SettingsLayersTests
{
    [Fact]
    public void Merge_SameKey_TheLaterLayerWinsWhateverItsCase()
    {
        var merged = SettingsLayers.Merge([Layer(("LearningRate", "1"), ("Path", "a")), Layer(("learningrate", "2"))]);

        Assert.Equal(("2", "a"), (merged["LearningRate"], merged["Path"]));
    }

    [Fact]
    public void Merge_SectionsOfAFile_AreTakenFromTheirRoot()
    {
        var file = Layer(("CoLearn:Learners:m:Shard:Count", "3"), ("CoLearn:Learners:m:ann:Shard:Count", "4"));

        Assert.Equal("3", SettingsLayers.Merge([file.GetSection("CoLearn:Learners:m")])["Shard:Count"]);
        Assert.Equal("4", SettingsLayers.Merge([file.GetSection("CoLearn:Learners:m"), file.GetSection("CoLearn:Learners:m:ann")]).GetSection("Shard")["Count"]);
    }

    [Fact]
    public void Merge_EmptyValue_TakesBackWhatIsBelow() =>
        Assert.Equal("", SettingsLayers.Merge([Layer(("BatchSize", "8")), Layer(("BatchSize", ""))])["BatchSize"]);

    [Fact]
    public void Merge_NoValue_TakesNothingBack() =>
        Assert.Equal("8", SettingsLayers.Merge([Layer(("BatchSize", "8")), Layer(("BatchSize", null))])["BatchSize"]);

    [Theory]
    [InlineData("Epochs", "batches")]
    [InlineData("Batches", "epochs")]
    public void Merge_LayerThatSaysHowLongToTrain_TakesBackTheOtherWayToSayIt(string below, string above)
    {
        var merged = SettingsLayers.Merge([Layer((below, "1"), ("BatchSize", "8")), Layer((above, "2"))]);

        Assert.Equal((null, "2", "8"), (merged[below], merged[above], merged["BatchSize"]));
    }

    [Fact]
    public void Merge_OneLayerThatSaysBoth_KeepsBothToBeRefused()
    {
        var merged = SettingsLayers.Merge([Layer(("Epochs", "1"), ("Batches", "2"))]);

        Assert.Equal(("1", "2"), (merged["Epochs"], merged["Batches"]));
    }

    private static IConfiguration Layer(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();
}
