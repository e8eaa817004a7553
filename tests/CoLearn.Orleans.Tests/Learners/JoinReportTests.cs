using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;

namespace CoLearn.Learners;

public sealed class JoinReportTests
{
    [Fact]
    public async Task JoinReport_SentOrStored_KeepsTheSettings()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(1));
        var request = new JoinRequest("other", "learner-1", "compass", 0, null);
        using var seat = await LearnerSeat.TakeAsync(CompassModel.Definition, request, local.Services.GetRequiredService<LearnerServices>(), default);

        var serializer = local.Services.GetRequiredService<Serializer>();
        var sent = serializer.Deserialize<JoinReport>(serializer.SerializeToArray(seat.Report));
        var store = ActivatorUtilities.CreateInstance<JsonGrainStorageSerializer>(local.Services);
        var stored = store.Deserialize<JoinReport>(store.Serialize(seat.Report));

        LearnerSetting[] settings = [new("Pace", "0.5"), new("Threads", "2")];
        Assert.Equal(settings, seat.Report.Settings);
        Assert.Equal(settings, sent!.Settings);
        Assert.Equal(settings, stored!.Settings);
    }
}
