using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Makes modules. Their constructors draw from torch's one global generator, so one is made at a time.</summary>
internal static class ModelFactory
{
    private static readonly Lock GlobalGenerator = new();

    public static TModel Create<TModel>()
        where TModel : Module<Tensor, Tensor>, new()
    {
        lock (GlobalGenerator)
            return new TModel();
    }

    public static TModel Create<TModel>(long seed)
        where TModel : Module<Tensor, Tensor>, new()
    {
        lock (GlobalGenerator)
        {
            torch.manual_seed(seed).Dispose();
            return new TModel();
        }
    }

    /// <summary>Seeds the global generator for modules of one's own that draw from it; exact only where nobody else draws meanwhile.</summary>
    public static void SeedGlobal(long seed)
    {
        lock (GlobalGenerator)
            torch.manual_seed(seed).Dispose();
    }
}
