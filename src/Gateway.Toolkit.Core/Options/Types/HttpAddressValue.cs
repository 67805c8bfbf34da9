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
            errors.Add(node, $"\"{node.Text}\" has the scheme \"{address.Scheme}\"; only http and https are allowed");
            return false;
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0 || address.Query.Length > 0)
        {
            errors.Add(node, $"\"{address.GetLeftPart(UriPartial.Path)}\" must have no user, query or fragment");
            return false;
        }

        value = address;
        return true;
    }

    public override GatewayConfigNode Write(Uri value) => GatewayConfigNode.String(value.OriginalString);
}
