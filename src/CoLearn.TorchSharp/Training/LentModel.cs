using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>A slot's one module of a model, for whichever learner works there. Nothing in it outlives a piece of work but its memory.</summary>
internal sealed class LentModel<TModel> : IDisposable
    where TModel : Module<Tensor, Tensor>, new()
{
    private readonly SeededDropout[] dropouts;
    private object? loaded;

    private LentModel(TorchDeclaration declaration)
    {
        Module = ModelFactory.Create<TModel>();
        dropouts = [.. Module.modules().OfType<SeededDropout>()];
        var fingerprint = Fingerprint.Of(Module);
        if (declaration.Fingerprint.Length > 0 && fingerprint != declaration.Fingerprint)
        {
            Module.Dispose();
            throw new InvalidOperationException($"The model '{declaration.Name}' declares the fingerprint {declaration.Fingerprint}, but its module {typeof(TModel).Name} has {fingerprint}; let its constructor make the same layers every time.");
        }
    }

    public TModel Module { get; }

    // Lent outside any dispose scope: the module is the slot's, not the work's.
    public static LentModel<TModel> From(IComputeSlot slot, TorchDeclaration declaration) =>
        slot.Lend(typeof(TModel), () => new LentModel<TModel>(declaration));

    /// <summary>The module with weights in it, which are copied unless it still has them.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="key">Stands for the weights as long as nobody alters the module.</param>
    /// <exception cref="FormatException">The weights do not fit the model.</exception>
    public TModel With(Weights weights, object key)
    {
        if (!key.Equals(loaded))
        {
            loaded = null;
            ModuleWeights.Read(weights, Module);
            loaded = key;
        }

        return Module;
    }

    /// <summary>Says which weights the module has now; <see langword="null"/> for other ones than before.</summary>
    public void Holds(object? key) => loaded = key;

    public void DropoutFrom(Generator? generator)
    {
        foreach (var dropout in dropouts)
            dropout.Generator = generator;
    }

    public void Dispose() => Module.Dispose();
}
