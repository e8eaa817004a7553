namespace CoLearn.Registry;

internal sealed class RegistryGrain([PersistentState("registry", StorageNames.CoLearn)] IPersistentState<RegistryState> saved) : Grain, IRegistryGrain
{
    /// <summary>What is saved; readers never see more.</summary>
    private RegistryState State { get; set; } = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = saved.State;
        return Task.CompletedTask;
    }

    public Task Add(string collective) => Change(State with { Collectives = State.Collectives.Add(collective) });

    public Task Remove(string collective) => Change(State with { Collectives = State.Collectives.Remove(collective) });

    public Task<IReadOnlyList<string>> Collectives() => Task.FromResult<IReadOnlyList<string>>([.. State.Collectives]);

    public Task Announce(SiteEntry entry) => Change(State.Announce(entry));

    public Task Withdraw(SiteEntry entry) => Change(State.Withdraw(entry));

    public Task<IReadOnlyList<SiteEntry>> Sites() => Task.FromResult<IReadOnlyList<SiteEntry>>([.. State.Sites.Values]);

    private async Task Change(RegistryState next)
    {
        if (next == State)
            return;
        try
        {
            saved.State = next;
            await saved.WriteStateAsync();
        }
        catch
        {
            // What is saved is not known any more: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        State = next;
    }
}
