namespace Gateway.Toolkit.Routing;

/// <summary>One change of a header field or of a query parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The new value; null removes it.</param>
/// <param name="Appends">Whether the value comes after those that are there.</param>
internal sealed record FieldEdit(string Name, GatewayTemplate? Value, bool Appends)
{
    /// <summary>The changes in the order in which they apply.</summary>
    public static FieldEdit[] Of(
        GatewayList<string> remove, GatewayMap<GatewayTemplate> set, GatewayMap<GatewayTemplate> append, RouteTemplates templates) =>
    [
        .. remove.Select(name => new FieldEdit(name, null, Appends: false)),
        .. set.Select(member => new FieldEdit(member.Key, templates.Bind(member.Value), Appends: false)),
        .. append.Select(member => new FieldEdit(member.Key, templates.Bind(member.Value), Appends: true)),
    ];
}
