using CoLearn.Data;

namespace CoLearn.Examples.ThreeSites;

/// <summary>Deals a data set out to directories, each digit to one of them.</summary>
internal static class Split
{
    private static readonly string[] Parts = ["train", "t10k"];

    /// <summary>Runs it: <c>split SOURCE DIRECTORY DIRECTORY …</c>.</summary>
    public static int Run(string[] args)
    {
        if (args is not [var source, _, ..])
        {
            Console.Error.WriteLine("'split' needs the directory of the digits, then a directory for each site.");
            return 2;
        }

        try
        {
            foreach (var part in Parts)
                Deal(source, args[1..], part);
            return 0;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The digits cannot be split: {problem.Message}");
            return 1;
        }
    }

    private static void Deal(string source, string[] sites, string part)
    {
        var (images, labels) = ($"{part}-images-idx3-ubyte", $"{part}-labels-idx1-ubyte");
        var (pictures, digits) = (IdxFile.Read(Path.Combine(source, images + ".gz")), IdxFile.Read(Path.Combine(source, labels + ".gz")));
        var order = SeededShuffle.Permutation(digits.Shape[0], seed: 0);
        for (var index = 0; index < sites.Length; index++)
        {
            var share = new Shard(sites.Length, index).Deal(order);
            Directory.CreateDirectory(sites[index]);
            IdxWriter.Write(Path.Combine(sites[index], images), pictures, share);
            IdxWriter.Write(Path.Combine(sites[index], labels), digits, share);
            Console.WriteLine($"{sites[index]} has {share.Length} digits of {part}.");
        }
    }
}
