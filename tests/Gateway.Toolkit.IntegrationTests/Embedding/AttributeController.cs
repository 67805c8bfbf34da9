using Microsoft.AspNetCore.Mvc;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

[Route("api/mvc")]
public sealed class AttributeController : Controller
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id) => Content($"attribute {id}");
}
