namespace CoLearn.Registry;

internal sealed class RegistryGrain([PersistentState("registry", StorageNames.CoLearn)] IPersistentState<RegistryState> saved) : Grain, IRegistryGrain
{
    public Task Add(string collective) => Change(saved.State with { Collectives = saved.State.Collectives.Add(collective) });

    public Task Remove(string collective) => Change(saved.State with { Collectives = saved.State.Collectives.Remove(collective) });

    public Task<IReadOnlyList<string>> Collectives() => Task.FromResult<IReadOnlyList<string>>([.. saved.State.Collectives]);

    public Task Announce(SiteEntry entry) => Change(saved.State.Announce(entry));

    public Task Withdraw(SiteEntry entry) => Change(saved.State.Withdraw(entry));

    public Task<IReadOnlyList<SiteEntry>> Sites() => Task.FromResult<IReadOnlyList<SiteEntry>>([.. saved.State.Sites.Values]);

    private Task Change(RegistryState next)
    {
        saved.State = next;
        return saved.WriteStateAsync();
    }
}
