namespace Gateway.Toolkit;

/// <summary>The name of a part of the configuration that is held back or goes live on its own: <c>Routes:orders</c>, <c>:Auth</c>.</summary>
/// <param name="Section">The named map it is in; empty for keys of the root.</param>
/// <param name="Id">Its name.</param>
internal readonly record struct ItemName(string Section, string Id)
{
    public override string ToString() => Section.Length == 0 ? Id : $"{Section}:{Id}";
}
