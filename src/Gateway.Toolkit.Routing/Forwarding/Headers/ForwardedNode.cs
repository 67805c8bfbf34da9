namespace Gateway.Toolkit.Routing;

/// <summary>How <c>Forwarded</c> names the client (RFC 7239, section 6).</summary>
public enum ForwardedNode
{
    /// <summary>By its address.</summary>
    Address,

    /// <summary>By its address and port.</summary>
    AddressAndPort,

    /// <summary>Not at all: <c>for=unknown</c>.</summary>
    Unknown,
}
