using CoLearn.CodeFixes.Runs;

namespace CoLearn.CodeFixes;

public class EpochsOrBatchesTests
{
    private const string Model = "[Input(4)]\n[Linear(2)]\n[CrossEntropyLoss, Adam]\n";

    [Theory]
    [InlineData("Epochs = 2, Batches = 30", "Remove Epochs = 2", "Batches = 30")]
    [InlineData("Epochs = 2, Batches = 30", "Remove Batches = 30", "Epochs = 2")]
    [InlineData("Epochs = 2, BatchSize = 64, Batches = 30", "Remove Batches = 30", "Epochs = 2, BatchSize = 64")]
    public Task Training_WithEpochsAndBatches_KeepsOne(string broken, string title, string whole) =>
        Fixed.WholeAsync("COLEARN020", title, $"{Model}[Training({broken})]", $"{Model}[Training({whole})]");
}
