using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class SurroundingsReader
{
    private const string Module = "TorchSharp.torch+nn+Module`2";
    private const string TorchDefinition = "CoLearn.Training.TorchDefinition";
    private const string LearnerGrain = "CoLearn.Learners.LearnerGrain`1";

    public static Surroundings Read(Compilation compilation) => new(
        compilation.AssemblyName ?? "",
        compilation.GetTypeByMetadataName(Module) is not null && compilation.GetTypeByMetadataName(TorchDefinition) is not null,
        compilation.GetTypeByMetadataName(LearnerGrain) is not null);
}
