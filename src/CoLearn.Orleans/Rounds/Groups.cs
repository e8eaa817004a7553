namespace CoLearn.Rounds;

/// <summary>Works on what is added in groups, in order: one group is in work, and whatever is added meanwhile goes with the next.</summary>
/// <param name="work">Works on one group; where it throws, all who added to that group hear of it, and the next group is begun.</param>
/// <param name="most">How many a group has at most.</param>
/// <param name="rest">How the work is spaced, where it should not go on all the time.</param>
/// <param name="apart">Whether it works on the thread pool; otherwise on the scheduler of whoever adds, which must then be one and the same, such as a grain's.</param>
internal sealed class Groups<T>(Func<IReadOnlyList<T>, Task> work, int most = int.MaxValue, Rest<T>? rest = null, bool apart = false)
{
    private readonly Lock gate = new();
    private readonly Queue<Group> waiting = [];
    private Group? last;
    private bool working;

    /// <summary>Completes when the group that it is in was worked on.</summary>
    public Task Add(T item)
    {
        Task done;
        lock (gate)
        {
            if (last is null || last.Items.Count >= most)
                waiting.Enqueue(last = new());
            last.Items.Add(item);
            done = last.Done.Task;
            rest?.Added(item);
            if (working)
                return done;
            working = true;
        }

        _ = apart ? Task.Run(WorkAsync) : WorkAsync();
        return done;
    }

    private async Task WorkAsync()
    {
        // What is on its way already comes with it.
        await Task.Yield();
        while (Next() is { } group)
        {
            var began = rest?.Begin();
            try
            {
                await work(group.Items);
                group.Done.SetResult();
            }
            catch (Exception error)
            {
                group.Done.SetException(error);
            }

            if (began is { } at)
                await rest!.AfterAsync(at);
        }
    }

    private Group? Next()
    {
        lock (gate)
        {
            working = waiting.TryDequeue(out var group);
            if (ReferenceEquals(group, last))
                last = null;
            return group;
        }
    }

    private sealed class Group
    {
        public List<T> Items { get; } = [];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
