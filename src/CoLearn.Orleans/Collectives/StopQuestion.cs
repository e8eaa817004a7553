using CoLearn.Rounds;

namespace CoLearn.Collectives;

/// <summary>A learner is told to stop. One whose silo is gone holds nothing any more.</summary>
/// <param name="name">The learner.</param>
/// <param name="stop">Tells it.</param>
/// <param name="wanted">Whether it has not stopped.</param>
/// <param name="grace">How long it may be out of reach.</param>
/// <param name="gone">Tells the collective that it is.</param>
internal sealed class StopQuestion(string name, Func<Task> stop, Func<string, bool> wanted, TimeSpan grace, Func<string, Task> gone) : Question
{
    public override bool IsWanted => wanted(name);

    public override TimeSpan Grace => grace;

    public override Task SendAsync(bool again) => stop();

    public override Task GiveUpAsync(string reason) => gone(name);

    public override string ToString() => $"Stopping of learner '{name}'";
}
