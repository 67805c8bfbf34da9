using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>Puts what the gateway knows about the client into the request's fields.</summary>
internal sealed class ForwardedHeaders(ForwardedHeaderOptions options)
{
    private readonly bool _standard = options.Forwarded is ForwardedHeaderPolicy.Set or ForwardedHeaderPolicy.Append;

    public void Apply(Exchange exchange)
    {
        var address = Address(exchange);
        var host = Ascii(exchange.Host);
        Apply(exchange.Headers, "Forwarded", options.Forwarded, _standard ? Element(exchange, address, host) : null);
        ApplyLegacy(exchange.Headers, "X-Forwarded-For", options.For, address?.ToString());
        ApplyLegacy(exchange.Headers, "X-Forwarded-Host", options.Host, host);
        ApplyLegacy(exchange.Headers, "X-Forwarded-Proto", options.Proto, exchange.Scheme);
        ApplyLegacy(exchange.Headers, "X-Forwarded-Prefix", options.Prefix, exchange.PathBase);
    }

    private void ApplyLegacy(ExchangeHeaders headers, string name, ForwardedHeaderPolicy policy, string? value) =>
        Apply(headers, name, _standard ? ForwardedHeaderPolicy.Remove : policy, value);

    private static void Apply(ExchangeHeaders headers, string name, ForwardedHeaderPolicy policy, string? value)
    {
        var isKnown = !string.IsNullOrEmpty(value);
        if (policy == ForwardedHeaderPolicy.Append && isKnown)
            headers.Append(name, value);
        else if (policy == ForwardedHeaderPolicy.Set && isKnown)
            headers[name] = value;
        else if (policy is ForwardedHeaderPolicy.Set or ForwardedHeaderPolicy.Remove)
            headers.Remove(name);
    }

    private string Element(Exchange exchange, IPAddress? address, string host)
    {
        var element = new StringBuilder("for=").Append(Node(exchange, address));
        if (host.Length > 0)
            element.Append(";host=").Append(Quoted(host));
        return element.Append(";proto=").Append(exchange.Scheme).ToString();
    }

    private string Node(Exchange exchange, IPAddress? address)
    {
        if (address is null || options.ForwardedFor == ForwardedNode.Unknown)
            return "unknown";
        var name = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return Quoted(options.ForwardedFor == ForwardedNode.AddressAndPort ? $"{name}:{exchange.Connection.RemotePort}" : name);
    }

    private static IPAddress? Address(Exchange exchange) => exchange.Connection.RemoteAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } scoped => new IPAddress(scoped.GetAddressBytes()),
        var address => address,
    };

    private static string Ascii(string host) =>
        System.Text.Ascii.IsValid(host) ? host : new HostString(host).ToUriComponent();

    // What is no token must be quoted (RFC 7239, section 4): colons and brackets are none.
    private static string Quoted(string value) => !HttpText.IsToken(value)
        ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : value;
}
