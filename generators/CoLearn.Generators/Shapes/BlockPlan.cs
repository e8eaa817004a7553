namespace CoLearn.Generators.Shapes;

// A block's layers, of which there are so many when those of the blocks in it are counted too.
internal sealed record BlockPlan(StackPlan Stack, int Layers);
