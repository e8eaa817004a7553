using System.Globalization;
using System.IO.Compression;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var data = args.FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "data");

// Load.
var (images, labels) = Load("train");
var (testImages, testLabels) = Load("t10k");

// Define.
var model = Sequential(
    Conv2d(1, 64, kernel_size: 3, padding: 1L), BatchNorm2d(64), ReLU(), MaxPool2d(2),
    Conv2d(64, 128, kernel_size: 3, padding: 1L), BatchNorm2d(128), ReLU(), MaxPool2d(2),
    Flatten(), Linear(128 * 7 * 7, 10));
var loss = CrossEntropyLoss();
var optimizer = optim.Adam(model.parameters(), lr: 1e-3);

// Train.
for (var epoch = 1; epoch <= 4; epoch++)
{
    model.train();
    foreach (var batch in randperm(images.shape[0], ScalarType.Int64).split(64))
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        loss.call(model.call(images[batch]), labels[batch]).backward();
        optimizer.step();
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: test accuracy {Accuracy():0.000}"));
}

double Accuracy()
{
    using var scope = NewDisposeScope();
    using var evaluating = no_grad();
    model.eval();
    var right = testImages.split(500).Zip(testLabels.split(500), (some, digits) => model.call(some).argmax(1).eq(digits).sum().item<long>());
    return (double)right.Sum() / testImages.shape[0];
}

(Tensor Images, Tensor Labels) Load(string part)
{
    var pixels = Read($"{part}-images-idx3-ubyte.gz")[16..];
    var digits = Read($"{part}-labels-idx1-ubyte.gz")[8..];
    return (tensor(pixels).reshape(-1, 1, 28, 28).to(ScalarType.Float32) / 255, tensor(digits).to(ScalarType.Int64));
}

byte[] Read(string file)
{
    using var packed = new GZipStream(File.OpenRead(Path.Combine(data, file)), CompressionMode.Decompress);
    using var content = new MemoryStream();
    packed.CopyTo(content);
    return content.ToArray();
}
