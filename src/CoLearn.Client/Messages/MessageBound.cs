using System.Buffers;
using CoLearn.Collectives;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Serialization.Invocation;

namespace CoLearn.Messages;

/// <summary>
/// Refuses what is too large at its sender. Orleans' own <c>MaxMessageBodySize</c> closes the connection, together with whatever else is on it, and lets the
/// caller wait until it times out; and it would bind the program's other grains as well.
/// </summary>
internal sealed class MessageBound(IOptions<MessageOptions> options, Serializer serializer) : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
{
    private readonly int maxBytes = options.Value.MaxBytes;

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (IsOurs(context.Request) && !(AtMost(context.Request) <= maxBytes))
            Check(context.Request, context.Request, "A call");
        return context.Invoke();
    }

    public Task Invoke(IIncomingGrainCallContext context)
        => context.InterfaceMethod.ReturnType == typeof(Task) || !IsOurs(context.Request) ? context.Invoke() : AnswerAsync(context);

    private async Task AnswerAsync(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Result is { } result && !(MessageSize.AtMost(result) <= maxBytes))
            Check(context.Request, context.Response!, "An answer");
    }

    private static bool IsOurs(IInvokable request) => request.GetInterfaceType().Assembly == typeof(ICollectiveGrain).Assembly;

    private static long? AtMost(IInvokable request)
    {
        long? all = 0;
        for (var argument = 0; argument < request.GetArgumentCount(); argument++)
            all += MessageSize.AtMost(request.GetArgument(argument));
        return all;
    }

    private void Check(IInvokable request, object body, string what)
    {
        using var count = new ByteCount();
        serializer.Serialize(body, count);
        if (count.Bytes > maxBytes)
            throw new MessageTooLargeException($"{what} of {request.GetInterfaceType().Name}.{request.GetMethodName()} has {count.Bytes} bytes, but a message has at most {maxBytes}; MessageOptions.MaxBytes sets that.");
    }

    /// <summary>Counts what is written, and keeps none of it.</summary>
    private sealed class ByteCount : IBufferWriter<byte>, IDisposable
    {
        private const int ScratchBytes = 4096;

        private byte[] scratch = ArrayPool<byte>.Shared.Rent(ScratchBytes);

        public long Bytes { get; private set; }

        public void Advance(int count) => Bytes += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (sizeHint > scratch.Length)
            {
                Dispose();
                scratch = ArrayPool<byte>.Shared.Rent(sizeHint);
            }

            return scratch;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => ArrayPool<byte>.Shared.Return(scratch);
    }
}
