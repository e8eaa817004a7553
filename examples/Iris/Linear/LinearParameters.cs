using System.Runtime.CompilerServices;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace CoLearn.Examples.Iris.Linear;

/// <summary>
/// ML.NET's linear model from plain numbers. Its trainers go on from such a model, but outside of ML.NET one can otherwise only be trained, or loaded
/// from a file that may hold a whole graph of objects: nothing to take from another party.
/// </summary>
internal static class LinearParameters
{
    // Not public in ML.NET 5.0; where a later version has changed it, the first proposal says so by a MissingMethodException.
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    public static extern LinearBinaryModelParameters Make(IHostEnvironment environment, in VBuffer<float> weights, float bias, ModelStatisticsBase? statistics);
}
