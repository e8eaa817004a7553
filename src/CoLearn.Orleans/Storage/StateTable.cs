using Microsoft.Data.Sqlite;

namespace CoLearn.Storage;

/// <summary>
/// The one table: a row a state, changed only by who knows its version. Versions grow over all states, so that one that was cleared and written again
/// has none that somebody may still know. Not safe for threads.
/// </summary>
internal sealed class StateTable : IDisposable
{
    public const string Schema =
        "CREATE TABLE states (grain TEXT NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (grain, state)) STRICT";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand read;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand delete;
    private long lastVersion;

    public StateTable(SqliteConnection connection)
    {
        this.connection = connection;
        read = Command("SELECT version, bytes FROM states WHERE grain = $grain AND state = $state");
        insert = Command("INSERT INTO states (grain, state, version, bytes) VALUES ($grain, $state, $next, $bytes) ON CONFLICT DO NOTHING");
        update = Command("UPDATE states SET version = $next, bytes = $bytes WHERE grain = $grain AND state = $state AND version = $version");
        delete = Command("DELETE FROM states WHERE grain = $grain AND state = $state AND version = $version");
        using var newest = Command("SELECT coalesce(max(version), 0) FROM states");
        lastVersion = (long)newest.ExecuteScalar()!;
    }

    public StoredState? Read(StateKey key)
    {
        Bind(read, key);
        using var row = read.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Writes where the state still has the known version, or does not exist where none is known.</summary>
    /// <returns>The new version; <see langword="null"/> where it was not written.</returns>
    public long? Write(StateKey key, long? known, byte[] bytes)
    {
        var statement = known is null ? insert : update;
        Bind(statement, key);
        if (known is not null)
            statement.Parameters.AddWithValue("$version", known);
        statement.Parameters.AddWithValue("$next", ++lastVersion);
        statement.Parameters.AddWithValue("$bytes", bytes);
        return statement.ExecuteNonQuery() == 1 ? lastVersion : null;
    }

    /// <summary>Clears where the state still has the known version, or does not exist where none is known.</summary>
    /// <returns>Whether there is nothing now.</returns>
    public bool Clear(StateKey key, long? known)
    {
        if (known is null)
            return Read(key) is null;
        Bind(delete, key);
        delete.Parameters.AddWithValue("$version", known);
        return delete.ExecuteNonQuery() == 1;
    }

    public void Dispose()
    {
        foreach (var command in new[] { read, insert, update, delete })
            command.Dispose();
    }

    private SqliteCommand Command(string statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        return command;
    }

    private static void Bind(SqliteCommand command, StateKey key)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$grain", key.Grain);
        command.Parameters.AddWithValue("$state", key.State);
    }
}
