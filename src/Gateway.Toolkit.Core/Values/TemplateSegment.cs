namespace Gateway.Toolkit;

/// <summary>A piece of a template: literal text, or a value.</summary>
/// <param name="Literal">The text; empty for a value.</param>
/// <param name="Reference">The value; null for literal text.</param>
/// <param name="KeepsSlashes">Whether the value's slashes stay slashes in a path: <c>{**rest}</c>.</param>
internal readonly record struct TemplateSegment(string Literal, GatewayValueReference? Reference, bool KeepsSlashes);
