using System.Text;
using Gateway.Toolkit.Cli;
using Gateway.Toolkit.Cli.Output;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CliApp.RunAsync(args, new Terminal(Console.Out, Console.Error)
{
    Width = Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth,
});
