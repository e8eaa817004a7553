using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>
/// A round's arithmetic as plain TorchSharp loops, with no framework: one learner's training from the present weights, and everybody's evaluation of what
/// came of it. Each phase has the thread setting that is fastest for it on this machine, which is found by trying.
/// </summary>
internal sealed class PlainRounds : IDisposable
{
    private const int BatchSize = 64;
    private const int EvaluatedAtOnce = 64;
    private const int Trials = 3;

    private readonly IReadOnlyList<PlainSets> learners;
    private readonly Func<Tensor, Tensor, Tensor> loss;
    private readonly Module<Tensor, Tensor>[] modules;
    private readonly int batches;
    private readonly int trainingThreads;
    private readonly bool evaluatesSideBySide;
    private int round;

    /// <param name="learners">Every learner's sets.</param>
    /// <param name="network">Makes the network, and what it is trained by.</param>
    /// <param name="batches">How many batches a training has; 0 for all.</param>
    public PlainRounds(
        IReadOnlyList<PlainSets> learners, (Func<Module<Tensor, Tensor>> Create, Func<Tensor, Tensor, Tensor> Loss) network, int batches)
    {
        this.learners = learners;
        this.batches = batches;
        loss = network.Loss;
        modules = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => network.Create())];
        trainingThreads = Enumerable.Range(1, Environment.ProcessorCount).MinBy(threads => Seconds(() => Train(threads, Math.Min(20, Batches(learners[0].Train)))));
        evaluatesSideBySide = Seconds(EvaluateSideBySide) < Seconds(EvaluateInTurn);
    }

    /// <summary>What was found to be fastest.</summary>
    public string Setting => $"trains on {trainingThreads} threads, evaluates {(evaluatesSideBySide ? "side by side" : "one after another")}";

    /// <summary>Runs a round.</summary>
    /// <returns>The seconds of the training and of the evaluations.</returns>
    public (double Training, double Evaluations) Run()
    {
        var start = Stopwatch.GetTimestamp();
        Train(trainingThreads, Batches(learners[round % learners.Count].Train));
        var trained = Stopwatch.GetTimestamp();
        Evaluate();
        round++;
        return (Stopwatch.GetElapsedTime(start, trained).TotalSeconds, Stopwatch.GetElapsedTime(trained).TotalSeconds);
    }

    public void Dispose()
    {
        foreach (var module in modules)
            module.Dispose();
    }

    private static double Seconds(Action work)
    {
        work();
        return Enumerable.Range(0, Trials).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }

    private int Batches(PlainSet train) => batches > 0 ? batches : (train.Count + BatchSize - 1) / BatchSize;

    private void Train(int threads, int count)
    {
        set_num_threads(threads);
        var (module, train) = (modules[0], learners[round % learners.Count].Train);
        using var optimizer = optim.Adam(module.parameters(), 1e-3);
        module.train();
        using var order = randperm(train.Count);
        for (var batch = 0; batch < count; batch++)
        {
            using var scope = NewDisposeScope();
            var start = batch * BatchSize % train.Count;
            var index = order[start..Math.Min(start + BatchSize, train.Count)];
            module.zero_grad(set_to_none: false);
            loss(module.call(train.Features.index_select(0, index)), train.Targets.index_select(0, index)).backward();
            optimizer.step();
        }
    }

    private void Evaluate()
    {
        if (evaluatesSideBySide)
            EvaluateSideBySide();
        else
            EvaluateInTurn();
    }

    private void EvaluateInTurn()
    {
        set_num_threads(Environment.ProcessorCount);
        foreach (var (_, vote, test) in learners)
            Score(modules[0], vote, test);
    }

    private void EvaluateSideBySide()
    {
        using (no_grad())
        {
            foreach (var module in modules.Skip(1))
                module.load_state_dict(modules[0].state_dict());
        }

        var next = -1;
        var threads = modules.Select(module => new Thread(() =>
        {
            _ = get_num_threads();
            set_num_threads(1);
            while (Interlocked.Increment(ref next) is var index && index < learners.Count)
                Score(module, learners[index].Vote, learners[index].Test);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    /// <summary>Accuracy and loss on the vote set, accuracy on the test set.</summary>
    private void Score(Module<Tensor, Tensor> module, PlainSet vote, PlainSet test)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        module.eval();
        var output = Output(module, vote);
        _ = (output.argmax(1).eq(vote.Targets).sum().item<long>(), loss(output, vote.Targets).item<float>());
        _ = Output(module, test).argmax(1).eq(test.Targets).sum().item<long>();
    }

    private static Tensor Output(Module<Tensor, Tensor> module, PlainSet set)
    {
        var outputs = new List<Tensor>();
        for (var start = 0; start < set.Count; start += EvaluatedAtOnce)
        {
            using var scope = NewDisposeScope();
            outputs.Add(module.call(set.Features[start..Math.Min(start + EvaluatedAtOnce, set.Count)]).MoveToOuterDisposeScope());
        }

        return cat(outputs);
    }
}
