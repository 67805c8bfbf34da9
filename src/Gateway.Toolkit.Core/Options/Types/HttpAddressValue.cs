namespace Gateway.Toolkit;

internal sealed class HttpAddressValue : GatewayValue<Uri>
{
    public override string Expected => "an absolute address such as \"http://127.0.0.1:5001\"";

    public override IReadOnlyList<string> JsonTypes { get; } = ["string"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out Uri value)
    {
        value = null!;
        if (node.Kind != GatewayConfigKind.String)
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        if (!Uri.TryCreate(node.Text, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            errors.Add(node, ValueErrors.NotA(node, Expected));
            return false;
        }

        if (address.Scheme is not ("http" or "https"))
        {
            errors.Add(node, $"the scheme \"{address.Scheme}\" is not allowed; write http or https");
            return false;
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0 || address.Query.Length > 0)
        {
            // The address itself may hold a password.
            var sound = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
            errors.Add(node, $"an address has no user, query or fragment; write \"{sound}\"");
            return false;
        }

        value = address;
        return true;
    }

    public override GatewayConfigNode Write(Uri value) => GatewayConfigNode.String(value.OriginalString);
}
