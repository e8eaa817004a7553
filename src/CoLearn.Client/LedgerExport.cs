using CoLearn.Ledger;

namespace CoLearn;

/// <summary>Writes a collective's ledger as it stands.</summary>
internal static class LedgerExport
{
    public static async Task<int> WriteAsync(Collective collective, Stream stream, CancellationToken cancellation)
    {
        var status = await collective.StatusAsync(cancellation);
        if (status.Phase == CollectivePhase.Unknown)
            throw collective.Unknown();
        if (status is not { Model: { } model, Fingerprint: { } fingerprint, Rule: { } rule })
            throw new CollectiveException($"Collective '{collective.Id}' has no ledger yet: its learners have not joined.");

        var writer = new LedgerWriter(stream);
        try
        {
            await writer.WriteAsync(new LedgerHeader(collective.Id, model, fingerprint, status.Seed, rule), cancellation);
            for (var known = -1; known < status.Round;)
            {
                var records = await collective.RecordsAsync(known, cancellation);
                if (records.Count == 0)
                    throw new CollectiveException($"Record {known + 1} of collective '{collective.Id}' cannot be had.");
                foreach (var record in records.Where(record => record.Index <= status.Round))
                {
                    await writer.WriteAsync(record, cancellation);
                    known = record.Index;
                }
            }
        }
        catch (ArgumentException tooLong)
        {
            throw new CollectiveException($"The ledger of collective '{collective.Id}' cannot be written: {tooLong.Message}", tooLong);
        }

        return status.Round + 1;
    }
}
