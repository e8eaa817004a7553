namespace CoLearn.Collectives;

/// <summary>Declares that a layer of one's own keeps the shape, which it does not.</summary>
[Learner("wrong-shape", Data = typeof(ColouredPictures))]
[Input(3, 32, 32)]
[Layer<Halves>, Flatten, Linear(3)]
[CrossEntropyLoss, Adam]
internal sealed partial class WrongShape;
