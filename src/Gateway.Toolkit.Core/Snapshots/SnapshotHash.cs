using System.Security.Cryptography;
using System.Text;

namespace Gateway.Toolkit;

/// <summary>The short hash of a configuration: equal content, equal hash, on every machine; secrets go in as digests.</summary>
internal static class SnapshotHash
{
    public static string Of(GatewayConfigNode root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, root);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static void Add(IncrementalHash hash, GatewayConfigNode node)
    {
        Add(hash, ((int)node.Kind).ToString(System.Globalization.CultureInfo.InvariantCulture));
        switch (node.Kind)
        {
            case GatewayConfigKind.Object:
                foreach (var (name, member) in node.Members)
                {
                    Add(hash, name);
                    Add(hash, member);
                }

                break;
            case GatewayConfigKind.Array:
                foreach (var item in node.Items)
                    Add(hash, item);
                break;
            case GatewayConfigKind.Code:
                Add(hash, node.Value is GatewaySecret secret ? Digest(secret.Reveal()) : node.Value!.GetType().FullName ?? "");
                break;
            default:
                Add(hash, node.Reference is null ? node.Text ?? "" : Digest(node.Text ?? ""));
                break;
        }

        Add(hash, ".");
    }

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Length first, so that no two texts run together.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
