using System.Globalization;
using Orleans.Metadata;
using Orleans.Placement;

namespace CoLearn.Learners;

/// <summary>A learner lives where its data is.</summary>
[GenerateSerializer, Immutable, Alias("colearn.LearnerPlacement")]
internal sealed class LearnerPlacement : PlacementStrategy
{
    /// <summary>Orleans does not move it to even out silos either: its training would be lost, and there is nowhere else that it may be.</summary>
    public override void PopulateGrainProperties(IServiceProvider services, Type grainClass, GrainType grainType, Dictionary<string, string> properties)
    {
        base.PopulateGrainProperties(services, grainClass, grainType, properties);
        properties[WellKnownGrainTypeProperties.Immovable] = ((byte)ImmovableKind.Any).ToString(CultureInfo.InvariantCulture);
    }
}
