using CoLearn.Examples.Iris.Rows;
using Microsoft.ML.Data;

namespace CoLearn.Examples.Iris.Linear;

/// <summary>A flower as ML.NET reads it, by names and by a type that it can make.</summary>
internal sealed class LinearExample
{
    [VectorType(IrisRow.FeatureCount)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}
