using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.IntegrationTests.Reloading;

/// <summary>The smallest module that protects a route: requests need a token in <c>X-Token</c>.</summary>
internal sealed class TokenModule() : GatewayModule<string>("Auth", ModuleLevels.Route, GatewayValues.String, Stage.Identity)
{
    private static readonly GatewayProblem _noToken = new("no-token", StatusCodes.Status401Unauthorized, "A token is needed");

    protected override RequestDelegate BuildAdmission(string options, ModuleBuild build, RequestDelegate inner) =>
        context => context.Request.Headers["X-Token"] == options ? inner(context) : GatewayRequest.RejectAsync(context, _noToken);
}
