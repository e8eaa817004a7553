using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>
/// A recurrent layer that gives the state behind a sequence's last element: (n, length, features) to (n, hidden), of the uppermost layer where several
/// stand on one another. With two directions their states stand side by side, (n, 2 · hidden). Its parameters bear PyTorch's names, such as
/// <c>weight_ih_l0</c>. It computes in single precision on the CPU.
/// </summary>
public sealed class LastState : Module<Tensor, Tensor>
{
    private readonly Module recurrence;
    private readonly Func<Tensor, Tensor> states;
    private readonly int directions;

    private LastState(Module recurrence, Func<Tensor, Tensor> states, long hidden, bool bidirectional)
        : base(nameof(LastState))
    {
        this.recurrence = recurrence;
        this.states = states;
        Hidden = hidden;
        directions = bidirectional ? 2 : 1;
        foreach (var (name, parameter) in recurrence.named_parameters())
            register_parameter(name, parameter);
    }

    /// <summary>The size of one direction's state.</summary>
    public long Hidden { get; }

    /// <summary>Long short-term memory. S. Hochreiter, J. Schmidhuber, 1997.</summary>
    /// <param name="features">The size of one element of a sequence, at least 1.</param>
    /// <param name="hidden">The size of the state, at least 1.</param>
    /// <param name="layers">How many layers stand on one another, at least 1.</param>
    /// <param name="bidirectional">Whether sequences are read backwards too.</param>
    /// <param name="bias">Whether learned biases are added.</param>
    /// <returns>The layer.</returns>
    public static LastState OfLSTM(long features, long hidden, int layers = 1, bool bidirectional = false, bool bias = true)
    {
        var lstm = LSTM(features, hidden, layers, bias, batchFirst: true, bidirectional: bidirectional);
        return new LastState(lstm, input => lstm.call(input).Item2, hidden, bidirectional);
    }

    /// <summary>Gated recurrent units. K. Cho et al., 2014.</summary>
    /// <param name="features">The size of one element of a sequence, at least 1.</param>
    /// <param name="hidden">The size of the state, at least 1.</param>
    /// <param name="layers">How many layers stand on one another, at least 1.</param>
    /// <param name="bidirectional">Whether sequences are read backwards too.</param>
    /// <param name="bias">Whether learned biases are added.</param>
    /// <returns>The layer.</returns>
    public static LastState OfGRU(long features, long hidden, int layers = 1, bool bidirectional = false, bool bias = true)
    {
        var gru = GRU(features, hidden, layers, bias, batchFirst: true, bidirectional: bidirectional);
        return new LastState(gru, input => gru.call(input).Item2, hidden, bidirectional);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        // All layers' states lie behind one another, the uppermost last: (layers · directions, n, hidden).
        var all = states(input);
        var last = all.narrow(0, all.shape[0] - directions, directions);
        return last.transpose(0, 1).flatten(1).MoveToOuterDisposeScope();
    }

    // All that is to be registered is, and the recurrence is not, else its name would stand in those of its parameters.
    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            recurrence.Dispose();
        base.Dispose(disposing);
    }
}
