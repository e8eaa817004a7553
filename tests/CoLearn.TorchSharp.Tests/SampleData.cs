using CoLearn.Data;
using Microsoft.Extensions.Configuration;

namespace CoLearn;

internal sealed class SampleData : ILearnerData<LearnerSets>
{
    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation) =>
        Task.FromResult(Samples.Sets());
}
