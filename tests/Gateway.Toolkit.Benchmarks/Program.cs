using BenchmarkDotNet.Running;
using Gateway.Toolkit.Benchmarks.Compare;
using Gateway.Toolkit.Benchmarks.Hosts;

switch (args)
{
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest);
        return 0;
    case ["host", var name, var origin]:
        await DotNetHost.RunAsync(DotNetHosts.ByName[name], origin);
        return 0;
    default:
        return await CompareCommand.RunAsync(args);
}
