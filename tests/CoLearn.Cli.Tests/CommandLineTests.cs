namespace CoLearn;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Say what 'colearn' should do, such as 'colearn ledger'; 'colearn --help' lists all.")]
    [InlineData("Say what 'colearn ledger' should do, such as 'colearn ledger verify'; 'colearn ledger --help' lists all.", "ledger")]
    [InlineData("'colearn' does not know 'legder'; 'colearn --help' says what it knows.", "legder")]
    [InlineData("'colearn ledger' does not know 'verfy'; 'colearn ledger --help' says what it knows.", "ledger", "verfy")]
    [InlineData("'colearn ledger verify' needs FILE; 'colearn ledger verify --help' says what that is.", "ledger", "verify")]
    [InlineData("'colearn ledger verify' does not know 'b'; 'colearn ledger verify --help' says what it knows.", "ledger", "verify", "a", "b")]
    [InlineData("'colearn ledger verify' does not know '--haed'; 'colearn ledger verify --help' says what it knows.", "ledger", "verify", "a", "--haed", "x")]
    [InlineData("--head needs a value.", "ledger", "verify", "a", "--head")]
    [InlineData("--head takes a hash of 64 hex digits, not 'f00d'.", "ledger", "verify", "a", "--head", "f00d")]
    [InlineData("--json is given more than once.", "ledger", "verify", "a", "--json", "--json")]
    [InlineData("--cluster takes host:port or redis://host:port, not 'localhost'.", "ledger", "verify", "a", "--cluster", "localhost")]
    [InlineData("--cluster takes host:port or redis://host:port, not 'localhost:70000'.", "ledger", "verify", "a", "--cluster", "localhost:70000")]
    [InlineData("--cluster takes host:port or redis://host:port, not 'http://localhost:1'.", "ledger", "verify", "a", "--cluster", "http://localhost:1")]
    [InlineData("--cluster-id says which cluster to ask; give --cluster, too.", "ledger", "verify", "a", "--cluster-id", "x")]
    [InlineData("--service-id says which cluster to ask; give --cluster, too.", "ledger", "verify", "a", "--service-id", "x")]
    public async Task Command_WrongArguments_PrintsOneSentenceAndEndsWith2(string sentence, params string[] arguments)
        => Assert.Equal(new Screen(2, "", sentence + "\n"), await Screen.RunAsync(arguments));

    [Theory]
    [InlineData("verify", "--help")]
    [InlineData("verify", "ledger", "--help")]
    [InlineData("--cluster-id", "ledger", "verify", "--help")]
    [InlineData("--head", "ledger", "verify", "-h")]
    public async Task Command_Help_IsAResult(string part, params string[] arguments)
    {
        var screen = await Screen.RunAsync(arguments);

        Assert.Equal((0, ""), (screen.ExitCode, screen.Error));
        if (arguments.Length > 1)
            Assert.Contains(part, screen.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/file")]
    [InlineData("/")]
    [InlineData("@file")]
    public async Task Verify_FileThatCannotBeRead_PrintsOneSentenceAndEndsWith2(string file)
    {
        var screen = await Screen.RunAsync("ledger", "verify", file);

        Assert.Equal((2, ""), (screen.ExitCode, screen.Output));
        Assert.StartsWith($"The ledger '{file}' cannot be read: ", screen.Error, StringComparison.Ordinal);
        Assert.Single(screen.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("", "it is empty.")]
    [InlineData("# A readme\n\nText.\n", "it is no JSON, see its byte 1, in line 1.")]
    [InlineData("{\"ledger\":2}\n", "it is a ledger of version 2, and this program reads version 1, in line 1.")]
    [InlineData("{}\n", "the header has no 'ledger', in line 1.")]
    public async Task Verify_NoLedger_PrintsOneSentenceAndEndsWith2(string content, string why)
    {
        using var scratch = new Scratch();
        var file = scratch.File(content);

        Assert.Equal(new Screen(2, "", $"'{file}' is no ledger: {why}\n"), await Screen.RunAsync("ledger", "verify", file));
    }
}
