#include "service/storage/callwrite.h"

#include "service/storage/internal/archive.h"

namespace Frontdesk::Storage {

namespace {

template <typename T>
Result<void> withoutValue(const Result<T> &result)
{
    return result ? Result<void>() : result.error();
}

struct Applier {
    Store &store;

    Result<void> operator()(const BeginCall &write)
    {
        return withoutValue(store.calls().begin(write.call, write.node));
    }
    Result<void> operator()(const ChangePhase &write)
    {
        return store.calls().setPhase(write.clinic, write.call, write.phase, write.now);
    }
    Result<void> operator()(const SaveTurn &write) { return store.calls().saveTurn(write.clinic, write.turn); }
    Result<void> operator()(const SubmitTask &write)
    {
        return withoutValue(store.tasks().submit(write.task, write.key));
    }
    Result<void> operator()(const RecordEscalation &write)
    {
        return withoutValue(store.escalations().record(write.escalation));
    }
    Result<void> operator()(const SaveTape &write) { return store.tapes().save(write.clinic, write.call, write.tape); }
    Result<void> operator()(const FinishCall &write)
    {
        return withoutValue(store.calls().finish(write.clinic, write.call, write.outcome, write.endedAt));
    }
    Result<void> operator()(const TellUnanswered &write)
    {
        return withoutValue(
            store.events().append(write.clinic, QStringLiteral("call.unanswered"), write.call.text(), write.at));
    }
    Result<void> operator()(const SaveRecording &write) { return store.recordings().save(write.recording); }
    Result<void> operator()(const SaveUsage &write)
    {
        return store.usage().save(write.clinic, write.call, write.conversation, write.usage);
    }
    Result<void> operator()(const SaveTurnTimes &write)
    {
        return store.usage().saveTimes(write.clinic, write.call, write.turn, write.times);
    }
};

struct Scoper {
    Scope operator()(const BeginCall &write) const { return Scope::of(write.call.clinicId, write.call.id); }
    Scope operator()(const SaveTurn &write) const { return Scope::of(write.clinic, write.turn.callId); }
    Scope operator()(const SubmitTask &write) const { return Scope::of(write.task.clinicId, write.task.callId); }
    Scope operator()(const RecordEscalation &write) const
    {
        return Scope::of(write.escalation.clinicId, write.escalation.callId);
    }
    Scope operator()(const SaveRecording &write) const
    {
        return Scope::of(write.recording.clinic, write.recording.call);
    }
    template <typename Write>
    Scope operator()(const Write &write) const
    {
        return Scope::of(write.clinic, write.call);
    }
};

/// Reads the kind that stands at `index` of the list.
template <size_t Index = 0>
std::optional<CallWrite> readKind(size_t index, ArchiveReader &archive)
{
    if constexpr (Index < std::variant_size_v<CallWrite>) {
        if (index == Index) {
            std::variant_alternative_t<Index, CallWrite> write{};
            transfer(archive, write);
            return CallWrite(std::move(write));
        }
        return readKind<Index + 1>(index, archive);
    } else {
        return std::nullopt;
    }
}

} // namespace

Scope scopeOf(const CallWrite &write)
{
    return std::visit(Scoper(), write);
}

Result<void> apply(const CallWrite &write, Store &store)
{
    return std::visit(Applier{store}, write);
}

QByteArray toBytes(const CallWrite &write)
{
    ArchiveWriter archive;
    archive.field(static_cast<quint8>(write.index()));
    std::visit(
        [&](auto copy) { // Transfer goes both ways and so takes what may be changed.
            transfer(archive, copy);
        },
        write);
    return archive.bytes();
}

Result<CallWrite> callWriteFromBytes(const QByteArray &bytes)
{
    ArchiveReader archive(bytes);
    quint8 index = 0;
    archive.field(index);
    auto write = readKind(index, archive);
    if (!write || !archive.isWhole()) {
        return Error{ErrorCode::Corrupt, QStringLiteral("The journal holds an entry that cannot be read.")};
    }
    return std::move(*write);
}

} // namespace Frontdesk::Storage
