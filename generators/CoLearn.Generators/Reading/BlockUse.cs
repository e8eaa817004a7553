namespace CoLearn.Generators.Reading;

// What a block's class bears, as it is wherever the block is used; a fault in the place of attributes that cannot be read out to their end.
internal sealed record BlockUse(EquatableArray<AttributeUse> Attributes, BlockFault Fault);
