namespace CoLearn.Screening;

/// <summary>Why a proposal is not put to the vote.</summary>
internal enum ScreenReason
{
    /// <summary>The weights have more bytes than the bound allows.</summary>
    TooLarge,

    /// <summary>The bytes are not a safetensors file in its canonical form.</summary>
    Unreadable,

    /// <summary>The tensors' names, shapes or types are not the model's.</summary>
    Misshapen,

    /// <summary>A tensor holds NaN or an infinity.</summary>
    NotFinite,

    /// <summary>The weights' L2 norm is over the bound.</summary>
    OverNorm,

    /// <summary>The weights' L2 distance from the accepted weights is over the bound.</summary>
    TooFar,
}
