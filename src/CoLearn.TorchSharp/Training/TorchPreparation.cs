using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What TorchSharp learners do ahead: the first one loads libtorch, and each one prepares its data.</summary>
internal sealed class TorchPreparation<TModel, TData>
    where TModel : Module<Tensor, Tensor>, new()
    where TData : ILearnerData<LearnerSets>, new()
{
    private readonly Lazy<Task> libraries = new(() => Task.Run(Load));

    public async Task<object?> RunAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        await libraries.Value.WaitAsync(cancellation);
        return await new TData().PrepareAsync(configuration, cancellation);
    }

    /// <summary>Slots make modules of their own: what they need is loaded and compiled then.</summary>
    private static void Load()
    {
        TorchThread.Use(1);
        ModelFactory.Create<TModel>().Dispose();
    }
}
