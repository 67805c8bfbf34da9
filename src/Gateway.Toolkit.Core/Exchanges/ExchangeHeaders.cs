using System.Collections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// The header fields of an exchange: those received, never copied and never changed, under a few edits of the gateway's own.
/// Names are compared in any case.
/// </summary>
public sealed class ExchangeHeaders : IEnumerable<KeyValuePair<string, StringValues>>
{
    private readonly IHeaderDictionary _received;
    private KeyValuePair<string, StringValues>[] _edits = [];
    private int _editCount;

    /// <summary>Lays edits over fields that are borrowed, not copied.</summary>
    public ExchangeHeaders(IHeaderDictionary received) => _received = received;

    /// <summary>The values of a field; empty if it is absent. Setting replaces all of them; an empty value removes the field.</summary>
    public StringValues this[string name]
    {
        get => TryGetValue(name, out var values) ? values : StringValues.Empty;
        set => Edit(name, value);
    }

    /// <summary>The values of a field, if it is present.</summary>
    public bool TryGetValue(string name, out StringValues values)
    {
        var edit = IndexOfEdit(name);
        if (edit < 0)
            return _received.TryGetValue(name, out values);
        values = _edits[edit].Value;
        return values.Count > 0;
    }

    /// <summary>Whether a field is present.</summary>
    public bool Contains(string name) => TryGetValue(name, out _);

    /// <summary>Adds values after those that a field has.</summary>
    public void Append(string name, StringValues values) => Edit(name, StringValues.Concat(this[name], values));

    /// <summary>Removes a field.</summary>
    public void Remove(string name)
    {
        if (Contains(name))
            Edit(name, StringValues.Empty);
    }

    /// <summary>A copy that outlives the request whose fields this one borrows.</summary>
    public ExchangeHeaders Copy() => new(ToDictionary());

    /// <summary>The fields, edits applied, in a dictionary of their own.</summary>
    public IHeaderDictionary ToDictionary()
    {
        var copy = new HeaderDictionary(_received.Count + _editCount);
        foreach (var (name, values) in this)
            copy[name] = values;
        return copy;
    }

    /// <summary>Goes through the fields: those received first, those the gateway set last.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, StringValues>> IEnumerable<KeyValuePair<string, StringValues>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Edit(string name, StringValues values)
    {
        var edit = IndexOfEdit(name);
        if (edit < 0)
        {
            if (_editCount == _edits.Length)
                Array.Resize(ref _edits, Math.Max(4, _editCount * 2));
            edit = _editCount++;
        }

        _edits[edit] = new(name, values);
    }

    private int IndexOfEdit(string name)
    {
        for (var i = 0; i < _editCount; i++)
        {
            if (_edits[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    /// <summary>Goes through the fields of an exchange.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<string, StringValues>>
    {
        private readonly ExchangeHeaders _headers;
        private readonly IEnumerator<KeyValuePair<string, StringValues>>? _other;
        private HeaderDictionary.Enumerator _own;
        private int _edit;

        internal Enumerator(ExchangeHeaders headers)
        {
            _headers = headers;
            _edit = -1;
            if (headers._received is HeaderDictionary own)
                _own = own.GetEnumerator();
            else
                _other = headers._received.GetEnumerator();
        }

        /// <inheritdoc/>
        public KeyValuePair<string, StringValues> Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (_edit < 0)
            {
                if (!(_other?.MoveNext() ?? _own.MoveNext()))
                {
                    _edit = 0;
                    break;
                }

                Current = _other?.Current ?? _own.Current;
                if (_headers._editCount == 0 || _headers.IndexOfEdit(Current.Key) < 0)
                    return true;
            }

            while (_edit < _headers._editCount)
            {
                Current = _headers._edits[_edit++];
                if (Current.Value.Count > 0)
                    return true;
            }

            return false;
        }

        /// <inheritdoc/>
        public readonly void Dispose() => _other?.Dispose();

        readonly void IEnumerator.Reset() => throw new NotSupportedException();
    }
}
