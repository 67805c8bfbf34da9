using Microsoft.AspNetCore.Mvc;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

public sealed class PlainController : Controller
{
    public IActionResult Index() => Content("convention");
}
