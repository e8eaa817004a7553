namespace CoLearn.Generators.Reading;

internal enum BlockFault
{
    None,

    // It is used inside itself.
    Circular,

    // Written out with the blocks in it, it has more layers than a model may.
    Endless,

    // An attribute that the compiler could not make sense of.
    Unreadable,
}
