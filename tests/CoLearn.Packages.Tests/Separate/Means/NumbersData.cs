using CoLearn;
using Microsoft.Extensions.Configuration;

namespace Separate.Means;

/// <summary>Numbers around 7, other ones for each learner.</summary>
public sealed class NumbersData : ILearnerData<Numbers>
{
    /// <inheritdoc />
    public Task<Numbers> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        var shift = (context.Seed("shift") & 7) / 8.0;
        return Task.FromResult(new Numbers([6 + shift, 7 + shift, 8 + shift]));
    }
}
