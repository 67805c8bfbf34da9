using System.Runtime.CompilerServices;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

/// <summary>C# of the documentation, compiled: what it does, and its own text.</summary>
internal sealed class Twin
{
    private Twin(Action<IGatewayBuilder> configure, string code)
    {
        Configure = configure;
        Calls = MarkdownExample.Calls(code);
    }

    /// <summary>Does what the code says.</summary>
    public Action<IGatewayBuilder> Configure { get; }

    /// <summary>The code's calls, without white space.</summary>
    public string Calls { get; }

    /// <summary>Takes code together with its text.</summary>
    public static Twin Of(Action<IGatewayBuilder> configure, [CallerArgumentExpression(nameof(configure))] string code = "") => new(configure, code);
}
