using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoLearn.Storage;

/// <summary>
/// The file of a silo's state. It is one silo's as long as that runs: SQLite holds its exclusive lock, which the system takes from a process that dies.
/// </summary>
internal static class StateFile
{
    /// <summary>The layout that is written here; a file of a later one is refused.</summary>
    public const int Layout = 1;

    /// <summary>"COLE", SQLite's mark of whose file it is.</summary>
    private const int Application = 0x434F4C45;

    /// <summary>A silo that stops lets go of the file within this time, so that the next one need not be refused.</summary>
    private const int WaitSeconds = 1;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static SqliteConnection Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = WaitSeconds }.ToString());
            try
            {
                connection.Open();
                Prepare(connection, path);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw new StoreException(Sentence(path, error), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(NotWritable(path), error);
        }
    }

    /// <summary>What an error of SQLite means for whoever runs the silo.</summary>
    public static string Sentence(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            => $"The state in '{path}' is in use by another silo; stop that one, or give each silo a directory of its own.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Damaged(path),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_AUTH => NotWritable(path),
        SQLitePCL.raw.SQLITE_FULL => $"The state in '{path}' cannot be written, since the disk is full.",
        _ => $"The state in '{path}' cannot be used: {error.Message.TrimEnd('.')}.",
    };

    private static void Prepare(SqliteConnection connection, string path)
    {
        Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        if (Ask<string>(connection, "PRAGMA quick_check(1)") != "ok")
            throw new StoreException(Damaged(path));

        Run(connection, "BEGIN EXCLUSIVE");
        var isNew = Ask<long>(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && Ask<long>(connection, "PRAGMA application_id") != Application)
            throw new StoreException($"The file '{path}' is another program's database; give the silo a directory of its own.");
        if (Ask<long>(connection, "PRAGMA user_version") is > Layout and var newer)
            throw new StoreException($"The state in '{path}' was written by a newer version of CoLearn (layout {newer}, but this one knows {Layout}); use that version.");
        if (isNew)
            Run(connection, StateTable.Schema + FormattableString.Invariant($"; PRAGMA application_id = {Application}; PRAGMA user_version = {Layout}"));
        Run(connection, "COMMIT");
    }

    private static string Damaged(string path) => $"The state in '{path}' is damaged; put a copy of it in its place, or move it away to begin anew.";

    private static string NotWritable(string path) => $"The state cannot be kept in '{path}', since that cannot be written; name another directory or let the silo write there.";

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static T Ask<T>(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), CultureInfo.InvariantCulture);
    }
}
