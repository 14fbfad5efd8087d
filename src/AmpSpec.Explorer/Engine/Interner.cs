namespace AmpSpec.Explorer.Engine;

/// <summary>Small numbers for values, in the order in which they are met.</summary>
/// <param name="first">The number of the first value.</param>
internal sealed class Interner<T>(int first = 0)
    where T : notnull
{
    private readonly Dictionary<T, int> _ids = [];
    private readonly List<T> _values = [];

    /// <summary>How many values have been met.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a number.</summary>
    public T this[int id] => _values[id - first];

    /// <summary>The number of a value.</summary>
    public int Of(T value)
    {
        if (!_ids.TryGetValue(value, out var id))
        {
            id = _values.Count + first;
            _ids.Add(value, id);
            _values.Add(value);
        }

        return id;
    }
}
