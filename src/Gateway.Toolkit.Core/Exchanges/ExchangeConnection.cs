using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Toolkit;

/// <summary>The client's connection, as far as an exchange needs it after the request is gone.</summary>
/// <param name="RemoteAddress">The client's address, as the app knows it; null where the server has none.</param>
/// <param name="RemotePort">The client's port; 0 if unknown.</param>
/// <param name="LocalAddress">The address the request came in on.</param>
/// <param name="LocalPort">The port the request came in on; 0 if unknown.</param>
/// <param name="ClientCertificate">The certificate that the client showed; null if none.</param>
public sealed record ExchangeConnection(
    IPAddress? RemoteAddress, int RemotePort, IPAddress? LocalAddress, int LocalPort, X509Certificate2? ClientCertificate);
