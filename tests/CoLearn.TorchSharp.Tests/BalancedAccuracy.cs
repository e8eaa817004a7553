using CoLearn.Training;
using static TorchSharp.torch;

namespace CoLearn;

/// <summary>The mean over the three classes of the share that is recognised; undefined where a class is missing.</summary>
internal sealed class BalancedAccuracy : ITensorScore
{
    public string Name => "balanced-accuracy";

    public bool Minimise => false;

    public double Score(Tensor output, Tensor target)
    {
        var right = output.argmax(1).eq(target);
        return Enumerable.Range(0, 3).Average(number =>
        {
            var members = target.eq(number);
            return (double)right.logical_and(members).sum().item<long>() / members.sum().item<long>();
        });
    }
}
