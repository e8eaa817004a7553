using System.Text.Json;

namespace CoLearn.Ledger;

/// <summary>Goes through an object whose properties are all known, each there exactly once, in any order.</summary>
/// <param name="of">What the object is, for the sentence about a mistake.</param>
/// <param name="names">Its properties' names, at most 64.</param>
internal ref struct Fields(string of, string[] names)
{
    private ulong seen;
    private bool begun;

    /// <summary>Goes to the next property's value.</summary>
    /// <param name="json">At the object's beginning, or at the last property's value.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>Whether there is one; else the reader is at the object's end.</returns>
    public bool Next(ref Utf8JsonReader json, out string name)
    {
        if (!begun && json.TokenType != JsonTokenType.StartObject)
            throw new LedgerFormatException($"{of} is no object");
        begun = true;
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            name = string.Empty;
            for (var index = 0; index < names.Length; index++)
            {
                if ((seen & (1UL << index)) == 0)
                    throw new LedgerFormatException($"{of} has no '{names[index]}'");
            }

            return false;
        }

        name = Known(ref json);
        json.Read();
        return true;
    }

    private string Known(ref Utf8JsonReader json)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (!json.ValueTextEquals(names[index]))
                continue;
            if ((seen & (1UL << index)) != 0)
                throw new LedgerFormatException($"{of} has '{names[index]}' twice");
            seen |= 1UL << index;
            return names[index];
        }

        throw new LedgerFormatException($"{of} has the unknown property '{Shown.Of(json.GetString()!)}'");
    }
}
