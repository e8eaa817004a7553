using CoLearn;
using Separate.Models;

namespace Separate.Mistaken;

/// <summary>Forgets to flatten its pictures.</summary>
[Learner("picture", Data = typeof(SideData))]
[Input(1, 4, 4)]
[Linear(2)]
[CrossEntropyLoss, Adam]
public partial class PictureModel;
