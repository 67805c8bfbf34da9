using System.Globalization;

namespace Gateway.Toolkit.Routing;

/// <summary>What may stand in a <c>Host</c> field: a name or address, and perhaps a port.</summary>
internal static class HostName
{
    public const string Expected = "a host such as \"orders.internal\" or \"orders.internal:8080\"";

    public static void Check(string host, GatewayConfigNode place, GatewayErrors errors)
    {
        if (!IsValid(host))
            errors.Add(place, $"\"{host}\" is not {Expected}");
    }

    public static bool IsValid(string host)
    {
        var name = host;
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
        {
            if (!ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
                return false;
            name = host[..colon];
        }

        return name.StartsWith('[')
            ? name.EndsWith(']') && Uri.CheckHostName(name) == UriHostNameType.IPv6
            : Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4;
    }
}
