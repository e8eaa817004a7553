using System.Reflection;
using CoLearn.Endpoint;
using CoLearn.Learners;
using CoLearn.Rounds;
using CoLearn.Toy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Exchange;

/// <summary>Private data cannot be asked for: nothing that a silo answers has a place for it.</summary>
public sealed class IsolationTests
{
    /// <summary>Besides enumerations and the project's own records of these.</summary>
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(long), typeof(double), typeof(string), typeof(DateTimeOffset), typeof(TimeSpan), typeof(SiloAddress), typeof(CancellationToken), typeof(void),
    ];

    /// <summary>Names, texts, scores and counts; weights in pages.</summary>
    private static readonly string[] Bytes = ["CoLearn.Exchange.WeightsPage.Bytes"];

    [Fact]
    public async Task Endpoint_Routes_AreWeightsAndHealth()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(1));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        local.Services.GetRequiredService<EndpointRoutes>().MapTo(app);

        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>();
        Assert.Equal(
            ["/colearn/health/live GET", "/colearn/health/ready GET", "/colearn/weights/{hash} GET HEAD"],
            routes.Select(route => $"{route.RoutePattern.RawText} {string.Join(' ', route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Grains_WhatCrosses_IsWeightsVotesScoresAndCounts()
    {
        var interfaces = new[] { typeof(ILearnerGrain).Assembly, typeof(RoundState).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            .ToList();
        Assert.Equal(
            ["ICollectiveGrain", "ILearnerGrain", "IRegistryGrain", "IRoundGrain", "IWeightsGrain"],
            interfaces.Select(type => type.Name).Order(StringComparer.Ordinal));

        var bytes = new HashSet<string>();
        var seen = new HashSet<Type>();
        foreach (var method in interfaces.SelectMany(type => type.GetMethods()))
        {
            foreach (var type in method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
                Look(type, $"{method.DeclaringType!.Name}.{method.Name}", seen, bytes);
        }

        Assert.Equal(Bytes, bytes);
    }

    /// <summary>Goes through all that a type can carry.</summary>
    private static void Look(Type type, string where, HashSet<Type> seen, HashSet<string> bytes)
    {
        if (type.IsEnum || Plain.Contains(type) || type == typeof(Task) || !seen.Add(type))
            return;
        if (type == typeof(byte[]))
        {
            seen.Remove(type);
            bytes.Add(where);
        }
        else if (type.IsArray)
        {
            Look(type.GetElementType()!, where, seen, bytes);
        }
        else if (type.IsGenericType && type.Namespace!.StartsWith("System", StringComparison.Ordinal))
        {
            foreach (var argument in type.GetGenericArguments())
                Look(argument, where, seen, bytes);
        }
        else
        {
            Assert.True(type.Namespace?.StartsWith("CoLearn", StringComparison.Ordinal) == true && type.IsSealed, $"{where} lets {type} cross, which may carry anything.");
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                Look(property.PropertyType, $"{type.FullName}.{property.Name}", seen, bytes);
        }
    }
}
