using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>A module with options of one type: override what it does, the rest has sound defaults.</summary>
/// <typeparam name="TOptions">The options record, or a scalar type of the configuration.</typeparam>
public abstract class GatewayModule<TOptions> : IGatewayModule
{
    /// <summary>Makes a module.</summary>
    /// <param name="key">The key it owns.</param>
    /// <param name="levels">Where the key may stand.</param>
    /// <param name="value">How the key's values are read: <c>GatewayValues.Options&lt;TOptions&gt;()</c> for records.</param>
    /// <param name="stages">The stages it takes part in.</param>
    protected GatewayModule(string key, ModuleLevels levels, GatewayValue<TOptions> value, params Stage[] stages)
    {
        Key = key;
        Levels = levels;
        Value = value;
        Stages = stages;
    }

    /// <inheritdoc/>
    public string Key { get; }

    /// <inheritdoc/>
    public ModuleLevels Levels { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Stage> Stages { get; }

    /// <inheritdoc/>
    public virtual int StageOrder => 0;

    /// <inheritdoc/>
    public virtual object? ImplicitOptions => null;

    /// <inheritdoc cref="IGatewayModule.Value"/>
    public GatewayValue<TOptions> Value { get; }

    GatewayValue IGatewayModule.Value => Value;

    void IGatewayModule.Validate(ModuleContext context, GatewayErrors errors) => Validate((TOptions)context.Options, context, errors);

    void IGatewayModule.Describe(ModuleContext context, IList<object> metadata) => Describe((TOptions)context.Options, context, metadata);

    RequestDelegate IGatewayModule.BuildAdmission(ModuleBuild build, RequestDelegate inner) =>
        BuildAdmission((TOptions)build.Options, build, inner);

    ExchangeDelegate IGatewayModule.BuildExchange(ModuleBuild build, ExchangeDelegate inner) =>
        BuildExchange((TOptions)build.Options, build, inner);

    void IGatewayModule.Explain(object options, ExplainWriter writer) => Explain((TOptions)options, writer);

    /// <inheritdoc cref="IGatewayModule.Validate"/>
    protected virtual void Validate(TOptions options, ModuleContext context, GatewayErrors errors)
    {
    }

    /// <inheritdoc cref="IGatewayModule.Describe"/>
    protected virtual void Describe(TOptions options, ModuleContext context, IList<object> metadata)
    {
    }

    /// <inheritdoc cref="IGatewayModule.BuildAdmission"/>
    protected virtual RequestDelegate BuildAdmission(TOptions options, ModuleBuild build, RequestDelegate inner) => inner;

    /// <inheritdoc cref="IGatewayModule.BuildExchange"/>
    protected virtual ExchangeDelegate BuildExchange(TOptions options, ModuleBuild build, ExchangeDelegate inner) => inner;

    /// <inheritdoc cref="IGatewayModule.Explain"/>
    protected virtual void Explain(TOptions options, ExplainWriter writer) => writer.Options(Value, options!);
}
