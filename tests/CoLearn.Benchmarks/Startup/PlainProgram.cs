using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Benchmarks.Startup;

/// <summary>
/// What a collective computes until its first round is accepted, as whoever has TorchSharp alone writes it: the files are read once and dealt out to the
/// learners, all of them evaluate the initial weights, one trains, and all evaluate what came of it.
/// </summary>
internal sealed class PlainProgram
{
    public const int Learners = 5;

    private const int BatchSize = 64;
    private const int EvaluatedAtOnce = 256;

    private readonly StartupPlan plan;
    private readonly (PlainDigits Train, PlainDigits Vote, PlainDigits Test)[] learners;
    private readonly Module<Tensor, Tensor>[] modules;

    private PlainProgram(StartupPlan plan)
    {
        this.plan = plan;
        var train = PlainDigits.Read(plan.Directory, "train").Deal(Learners);
        var held = PlainDigits.Read(plan.Directory, "t10k").Deal(2 * Learners);
        learners = [.. Enumerable.Range(0, Learners).Select(index => (train[index], held[index], held[Learners + index]))];
        modules = [.. Enumerable.Range(0, plan.SideBySide ? Environment.ProcessorCount : 1).Select(_ => Network())];
    }

    public static void Run(StartupPlan plan)
    {
        var program = new PlainProgram(plan);
        program.Evaluate();
        program.Train();
        Console.WriteLine(StartupProgram.Proposed);
        program.Evaluate();
        Console.WriteLine(StartupProgram.Accepted);
    }

    private static Module<Tensor, Tensor> Network() => Sequential(
        Conv2d(1, 20, 5), ReLU(), MaxPool2d(2),
        Conv2d(20, 50, 5), ReLU(), MaxPool2d(2),
        Flatten(), Linear(800, 500), ReLU(), Linear(500, 10), LogSoftmax(1));

    private void Train()
    {
        var (module, train) = (modules[0], learners[0].Train);
        using var optimizer = optim.Adam(module.parameters(), 1e-3);
        module.train();
        using var order = randperm(train.Count);
        var batches = plan.Batches > 0 ? plan.Batches : (train.Count + BatchSize - 1) / BatchSize;
        for (var start = 0; start < batches * BatchSize; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var (features, targets) = train.Batch(order[start..Math.Min(start + BatchSize, train.Count)]);
            optimizer.zero_grad();
            functional.nll_loss(module.call(features), targets).backward();
            optimizer.step();
        }
    }

    private void Evaluate()
    {
        if (plan.SideBySide)
            EvaluateSideBySide();
        else
            EvaluateInTurn();
    }

    private void EvaluateInTurn()
    {
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
            // The first touch gives the thread the default, and a setting after it is the thread's own.
            _ = get_num_threads();
            set_num_threads(1);
            while (Interlocked.Increment(ref next) is var index && index < Learners)
                Score(module, learners[index].Vote, learners[index].Test);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    /// <summary>Accuracy and loss on the vote set, accuracy on the test set.</summary>
    private static void Score(Module<Tensor, Tensor> module, PlainDigits vote, PlainDigits test)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        module.eval();
        var output = Output(module, vote);
        _ = (output.argmax(1).eq(vote.Targets).sum().item<long>(), functional.nll_loss(output, vote.Targets).item<float>());
        _ = Output(module, test).argmax(1).eq(test.Targets).sum().item<long>();
    }

    private static Tensor Output(Module<Tensor, Tensor> module, PlainDigits set)
    {
        var outputs = new List<Tensor>();
        for (var start = 0; start < set.Count; start += EvaluatedAtOnce)
        {
            using var scope = NewDisposeScope();
            outputs.Add(module.call(set.Features(start, Math.Min(start + EvaluatedAtOnce, set.Count))).MoveToOuterDisposeScope());
        }

        return cat(outputs);
    }
}
