namespace CoLearn.Rounds;

public sealed class GroupsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<int[]> worked = [];
    private readonly SemaphoreSlim begun = new(0);
    private readonly SemaphoreSlim may = new(0);

    [Fact]
    public async Task Groups_AddedWhileOneIsInWork_GoTogetherAndInOrder()
    {
        var groups = new Groups<int>(WorkAsync, apart: true);
        var first = groups.Add(0);
        await begun.WaitAsync(Patience);
        var others = Enumerable.Range(1, 9).Select(groups.Add).ToArray();
        Assert.False(first.IsCompleted);
        may.Release(2);
        await Task.WhenAll([first, .. others]).WaitAsync(Patience);
        Assert.Equal([[0], [1, 2, 3, 4, 5, 6, 7, 8, 9]], worked);
    }

    [Fact]
    public async Task Groups_MoreThanOneGroupHolds_AreWorkedOnInTurn()
    {
        var groups = new Groups<int>(WorkAsync, most: 4, apart: true);
        var first = groups.Add(0);
        await begun.WaitAsync(Patience);
        var others = Enumerable.Range(1, 6).Select(groups.Add).ToArray();
        may.Release(3);
        await Task.WhenAll([first, .. others]).WaitAsync(Patience);
        Assert.Equal([[0], [1, 2, 3, 4], [5, 6]], worked);
    }

    [Fact]
    public async Task Groups_OneFails_OnlyThoseInItHearOfIt()
    {
        var groups = new Groups<int>(async group => await (group[0] == 0 ? throw new TimeoutException("No.") : WorkAsync(group)), apart: true);
        await Assert.ThrowsAsync<TimeoutException>(() => groups.Add(0).WaitAsync(Patience));
        may.Release();
        await groups.Add(1).WaitAsync(Patience);
        Assert.Equal([[1]], worked);
    }

    [Fact]
    public async Task Groups_ManyAddAtOnce_EachIsWorkedOnOnce()
    {
        var seen = new List<int>();
        var groups = new Groups<int>(
            group =>
            {
                seen.AddRange(group);
                return Task.CompletedTask;
            },
            most: 7,
            apart: true);
        await Task.WhenAll(Enumerable.Range(0, 2000).Select(item => Task.Run(() => groups.Add(item)))).WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(0, 2000), seen.Order());
    }

    [Fact]
    public async Task Groups_ThatRest_WaitForWhatIsUrgentAndTakeWhatCameMeanwhileWithIt()
    {
        var groups = new Groups<int>(WorkAsync, rest: new(item => item == 9, moment: 10 * Patience), apart: true);
        may.Release(2);
        await groups.Add(0).WaitAsync(Patience);
        await Task.WhenAll(Enumerable.Range(1, 9).Select(groups.Add)).WaitAsync(Patience);
        Assert.Equal([[0], [1, 2, 3, 4, 5, 6, 7, 8, 9]], worked);
    }

    private async Task WorkAsync(IReadOnlyList<int> group)
    {
        worked.Add([.. group]);
        begun.Release();
        await may.WaitAsync();
    }
}
