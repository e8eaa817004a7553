using System.Reflection;
using CoLearn.Generators.Shapes;
using static TorchSharp.torch;

namespace CoLearn.Generators;

public class LayerNameTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    // Else a field could hide a member of the module, of which the compiler warns in code that nobody wrote.
    [Fact]
    public void Reserved_Names_CoverTheMembersOfAModule() => Assert.All(
        typeof(nn.Module<Tensor, Tensor>).GetMethods(Everything).Where(method => method.IsPublic || method.IsFamily)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name)
            .Concat(typeof(nn.Module<Tensor, Tensor>).GetProperties(Everything).Where(property => property.GetMethod?.IsPublic == true)
                .Select(property => property.Name))
            .Where(name => name[0] != '_'),
        name => Assert.True(LayerNames.IsReserved(name), name));
}
