namespace CoLearn.Examples.Iris.Rows;

/// <summary>One flower: sepal length, sepal width, petal length and petal width in cm, and its species, 0 to 2.</summary>
internal sealed record IrisRow(float[] Features, int Species)
{
    public const int FeatureCount = 4;

    public const int SpeciesCount = 3;

    public const int Virginica = 2;
}
