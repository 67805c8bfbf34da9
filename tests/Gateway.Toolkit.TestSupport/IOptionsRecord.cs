namespace Gateway.Toolkit.TestSupport;

/// <summary>The checks of one record, without its type.</summary>
internal interface IOptionsRecord
{
    /// <summary>What is wrong, each beginning with the property's name.</summary>
    IEnumerable<string> Failures();
}
