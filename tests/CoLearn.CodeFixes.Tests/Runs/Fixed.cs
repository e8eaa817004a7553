using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes.Runs;

// Applies a fix to a model and looks at what became of it.
internal static class Fixed
{
    // Attributes below [Learner], before and after; afterwards nothing is left to complain of.
    public static Task WholeAsync(string id, string title, string broken, string whole) =>
        WholeSourceAsync(id, title, Source.Model(broken), Source.Model(whole));

    public static async Task WholeSourceAsync(string id, string title, string broken, string whole)
    {
        var run = FixRun.Of(broken);
        Assert.Equal([id], (await run.MistakesAsync()).Select(mistake => mistake.Id));

        var after = await run.AppliedAsync(id, title);

        Assert.Equal(whole, await after.TextAsync());
        Assert.Empty(await after.MistakesAsync());
    }

    public static async Task NotOfferedAsync(string id, string broken)
    {
        var run = FixRun.Of(Source.Model(broken));

        Assert.Equal([id], (await run.MistakesAsync()).Select(mistake => mistake.Id));
        Assert.Empty(await run.TitlesAsync(id));
    }
}
