using Gateway.Toolkit.Cli.Output;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

/// <summary>A folder with configuration files, and the tool in it.</summary>
internal sealed class CliFolder : IDisposable
{
    /// <summary>The file that the documentation and the first example use.</summary>
    public const string Example = """
        { "Routes": { "api":  { "Match": { "Path": "/api/{**rest}" }, "Rewrite": { "RemovePrefix": "/api" }, "Forward": "origin" },
                      "hi":   { "Match": { "Path": "/hi", "Methods": ["GET"] }, "Respond": { "Status": 200, "Body": "hello", "ContentType": "text/plain" } },
                      "old":  { "Match": { "Path": "/old/{id}" }, "Redirect": { "To": "/new/{id}", "Status": 308 } },
                      "beta": { "Match": { "Path": "/api/{**rest}", "Headers": { "X-Beta": "1" } }, "Forward": { "Upstream": "origin2" } } },
          "Upstreams": { "origin":  { "Destinations": { "a": "http://127.0.0.1:9001", "b": "http://127.0.0.1:9002" } },
                         "origin2": { "Destinations": { "a": { "Address": "http://127.0.0.1:9003" } } } } }
        """;

    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string this[string name]
    {
        set => _folder.Write(name, value);
    }

    public async Task<CliResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CliApp.RunAsync(args, new Terminal(output, error) { Folder = _folder.Path });
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
