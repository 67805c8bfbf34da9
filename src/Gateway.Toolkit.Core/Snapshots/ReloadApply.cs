namespace Gateway.Toolkit;

/// <summary>What a reload with errors puts in use.</summary>
public enum ReloadApply
{
    /// <summary>Items in error, and changed items they refer to or are referred to by, stay as they are; the rest goes live.</summary>
    PerItem,

    /// <summary>Nothing.</summary>
    AllOrNothing,
}
