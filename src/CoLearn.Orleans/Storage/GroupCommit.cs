using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CoLearn.Storage;

/// <summary>
/// A thread that owns the connection, since SQLite makes its caller wait for the disk and a grain's scheduler must not. What comes in while the disk
/// is waited for is committed together by the next transaction.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<Work> waiting = [];
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly StateTable table;
    private readonly Thread thread;

    public GroupCommit(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
        table = new(connection);
        thread = new(Run) { IsBackground = true, Name = "CoLearn state" };
        thread.Start();
    }

    /// <summary>Runs a statement; completes when its outcome is on the disk.</summary>
    /// <exception cref="StoreException">It could not be done; nothing of it is stored.</exception>
    public Task<T> RunAsync<T>(Func<StateTable, T> statement)
    {
        var work = new Work<T>(statement);
        try
        {
            waiting.Add(work);
        }
        catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException)
        {
            throw new StoreException($"The state in '{path}' is closed, since the silo stops.", error);
        }

        return work.Done;
    }

    /// <summary>Finishes what was asked for and lets go of the file.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        table.Dispose();
        connection.Dispose();
    }

    private void Run()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var group = new List<Work> { first };
            while (group.Count < LargestGroup && waiting.TryTake(out var next))
                group.Add(next);
            Commit(group);
        }
    }

    private void Commit(IReadOnlyList<Work> group)
    {
        try
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var work in group)
                work.Run(table);
            Execute("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            if (group.Count == 1)
                group[0].Fail(error is SqliteException sqlite ? new StoreException(StateFile.Sentence(path, sqlite), error) : error);
            // The others need not suffer from one.
            else
                group.ToList().ForEach(work => Commit([work]));
            return;
        }

        foreach (var work in group)
            work.Complete();
    }

    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some errors have rolled back already.
        }
    }

    private void Execute(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private abstract class Work
    {
        public abstract void Run(StateTable table);

        public abstract void Complete();

        public abstract void Fail(Exception error);
    }

    private sealed class Work<T>(Func<StateTable, T> statement) : Work
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? outcome;

        public Task<T> Done => done.Task;

        public override void Run(StateTable table) => outcome = statement(table);

        public override void Complete() => done.SetResult(outcome!);

        public override void Fail(Exception error) => done.SetException(error);
    }
}
