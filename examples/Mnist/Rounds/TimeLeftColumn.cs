using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CoLearn.Examples.Mnist;

/// <summary>The time left, by the mean of the rounds so far. The task's tag says when the last one was done.</summary>
internal sealed class TimeLeftColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var left = Left((int)task.Value, (int)task.MaxValue, task.Tag as TimeSpan?, task.ElapsedTime ?? TimeSpan.Zero);
        if (left is not { } time)
            return Text.Empty;
        var format = time.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss";
        return new Markup($"[grey]{time.ToString(format, CultureInfo.InvariantCulture)} left[/]");
    }

    /// <summary>The time left.</summary>
    /// <param name="done">Rounds that are done, not counting the initial one.</param>
    /// <param name="total">Rounds to do.</param>
    /// <param name="lastDone">When the last was done, from the start.</param>
    /// <param name="now">From the start.</param>
    /// <returns>Zero where a round takes longer than the mean; nothing before the first is done.</returns>
    public static TimeSpan? Left(int done, int total, TimeSpan? lastDone, TimeSpan now)
    {
        if (done == 0 || lastDone is not { } last)
            return null;
        var left = (last / done * (total - done)) - (now - last);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
