namespace Gateway.Toolkit;

/// <summary>
/// A module whose responses depend on values of the request. A store of responses further out must have them in its key: what
/// one client's address, header fields, cookies or claims gave must not be served to another.
/// </summary>
public interface IRequestValueReader : IGatewayModule
{
    /// <summary>The values that the module reads under these options.</summary>
    IEnumerable<GatewayValueReference> Reads(object options);
}
