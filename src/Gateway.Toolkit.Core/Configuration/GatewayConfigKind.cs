namespace Gateway.Toolkit;

/// <summary>What a value of the configuration is, as it was written.</summary>
public enum GatewayConfigKind
{
    /// <summary><c>null</c>: removes what an earlier source set.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, kept as its text.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list.</summary>
    Array,

    /// <summary>An object: members in written order.</summary>
    Object,

    /// <summary>A value that only code can give: a delegate or an instance.</summary>
    Code,
}
