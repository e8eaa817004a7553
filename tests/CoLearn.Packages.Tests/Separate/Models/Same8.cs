using CoLearn;

namespace Separate.Models;

/// <summary>Keeps its input's shape.</summary>
[Block, Linear(8), ReLU, Linear(8)]
public partial class Same8;
