using System.Collections.Frozen;

namespace Gateway.Toolkit;

/// <summary>The registered modules by level and key.</summary>
internal sealed class ModuleCatalog
{
    private readonly Dictionary<ModuleLevels, FrozenDictionary<string, IGatewayModule>> _byLevel = [];

    /// <exception cref="InvalidOperationException">Two modules own the same key at the same level.</exception>
    public ModuleCatalog(IEnumerable<IGatewayModule> modules)
    {
        Modules = [.. modules];
        foreach (var level in (ReadOnlySpan<ModuleLevels>)
            [ModuleLevels.Root, ModuleLevels.Route, ModuleLevels.Upstream, ModuleLevels.Destination])
        {
            var keys = new Dictionary<string, IGatewayModule>(StringComparer.OrdinalIgnoreCase);
            foreach (var module in Modules.Where(module => module.Levels.HasFlag(level)))
            {
                if (!keys.TryAdd(module.Key, module))
                    throw new InvalidOperationException($"{keys[module.Key].GetType()} and {module.GetType()} both own the key \"{module.Key}\" of the level {level}");
            }

            _byLevel[level] = keys.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        }
    }

    public IReadOnlyList<IGatewayModule> Modules { get; }

    /// <summary>The module that owns a key, in any case; null if none does.</summary>
    public IGatewayModule? Find(ModuleLevels level, string key) => _byLevel[level].GetValueOrDefault(key);

    /// <summary>The modules of a level.</summary>
    public IEnumerable<IGatewayModule> At(ModuleLevels level) => _byLevel[level].Values;
}
