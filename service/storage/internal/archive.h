#pragma once

#include "service/storage/callwrite.h"

#include <QDataStream>
#include <QIODevice>

namespace Frontdesk::Storage {

// The fields of what a call writes, told once for writing and reading. Names of enumerators are kept, not their numbers,
// so that another version of the program reads the same.

class ArchiveWriter {
public:
    ArchiveWriter() { m_stream.setVersion(QDataStream::Qt_6_4); }

    template <typename T>
    void field(const T &value)
    {
        m_stream << value;
    }
    template <typename Tag>
    void field(const Id<Tag> &id)
    {
        m_stream << id.text();
    }
    void field(const Milliseconds &time) { m_stream << qint64{time.count()}; }
    template <typename Enum, typename Name, typename FromName>
    void named(Enum value, Name name, FromName /*fromName*/)
    {
        m_stream << name(value);
    }
    template <typename T, typename Each>
    void list(const std::vector<T> &values, Each each)
    {
        m_stream << static_cast<quint32>(values.size());
        for (T value : values) {
            each(value);
        }
    }
    void field(const SlotMap &slotValues);

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    QDataStream m_stream{&m_bytes, QIODevice::WriteOnly};
};

class ArchiveReader {
public:
    explicit ArchiveReader(const QByteArray &bytes)
        : m_stream(bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <typename T>
    void field(T &value)
    {
        m_stream >> value;
    }
    template <typename Tag>
    void field(Id<Tag> &id)
    {
        QString text;
        m_stream >> text;
        id = Id<Tag>(text);
    }
    void field(Milliseconds &time)
    {
        qint64 count = 0;
        m_stream >> count;
        time = Milliseconds(count);
    }
    template <typename Enum, typename Name, typename FromName>
    void named(Enum &value, Name /*name*/, FromName fromName)
    {
        QString text;
        m_stream >> text;
        const auto known = fromName(text);
        m_isKnown = m_isKnown && known.has_value();
        value = known.value_or(value);
    }
    template <typename T, typename Each>
    void list(std::vector<T> &values, Each each)
    {
        quint32 count = 0;
        m_stream >> count;
        for (quint32 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i) {
            each(values.emplace_back());
        }
    }
    void field(SlotMap &slotValues);

    /// Everything was there and known, and nothing is left over.
    [[nodiscard]] bool isWhole() const { return m_isKnown && m_stream.status() == QDataStream::Ok && m_stream.atEnd(); }

private:
    QDataStream m_stream;
    bool m_isKnown = true;
};

template <typename Archive>
void transfer(Archive &archive, SlotValue &value)
{
    archive.field(value.value);
    archive.field(value.saidAs);
    archive.field(value.confidence);
    archive.field(value.turn);
    archive.field(value.from);
    archive.field(value.to);
    archive.field(value.confirmed);
}

inline void ArchiveWriter::field(const SlotMap &slotValues)
{
    m_stream << static_cast<quint32>(slotValues.size());
    for (auto [name, value] : slotValues) {
        m_stream << slotNameText(name);
        transfer(*this, value);
    }
}

inline void ArchiveReader::field(SlotMap &slotValues)
{
    quint32 count = 0;
    m_stream >> count;
    for (quint32 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i) {
        SlotName name{};
        named(name, slotNameText, slotNameFromText);
        transfer(*this, slotValues[name]);
    }
}

template <typename Archive>
void transfer(Archive &archive, BeginCall &write)
{
    archive.field(write.call.id);
    archive.field(write.call.clinicId);
    archive.field(write.call.networkCallId);
    archive.field(write.call.callerNumber);
    archive.named(write.call.phase, callPhaseName, callPhaseFromName);
    archive.field(write.call.outcome);
    archive.field(write.call.startedAt);
    archive.field(write.call.endedAt);
    archive.field(write.node);
}

template <typename Archive>
void transfer(Archive &archive, ChangePhase &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.named(write.phase, callPhaseName, callPhaseFromName);
    archive.field(write.now);
}

template <typename Archive>
void transfer(Archive &archive, SaveTurn &write)
{
    TurnRecord &turn = write.turn;
    archive.field(write.clinic);
    archive.field(turn.callId);
    archive.field(turn.number);
    archive.named(turn.speaker, speakerName, speakerFromName);
    archive.field(turn.text);
    archive.field(turn.heardText);
    archive.field(turn.confidence);
    archive.field(turn.audioQuality);
    archive.list(turn.words, [&](SpokenWord &word) {
        archive.field(word.text);
        archive.field(word.confidence);
        archive.field(word.start);
        archive.field(word.end);
    });
    archive.field(turn.start);
    archive.field(turn.end);
    archive.field(turn.at);
}

template <typename Archive>
void transfer(Archive &archive, SubmitTask &write)
{
    Task &task = write.task;
    archive.field(write.key);
    archive.field(task.id);
    archive.field(task.clinicId);
    archive.field(task.callId);
    archive.named(task.type, requestTypeName, requestTypeFromName);
    archive.named(task.queue, taskQueueName, taskQueueFromName);
    archive.named(task.priority, taskPriorityName, taskPriorityFromName);
    archive.named(task.status, taskStatusName, taskStatusFromName);
    archive.field(task.slotValues);
    archive.field(task.note);
    archive.field(task.escalationReason);
    archive.field(task.transcript);
    archive.field(task.recordingUrl);
    archive.field(task.createdAt);
    archive.field(task.updatedAt);
}

template <typename Archive>
void transfer(Archive &archive, RecordEscalation &write)
{
    EscalationRecord &escalation = write.escalation;
    archive.field(escalation.id);
    archive.field(escalation.clinicId);
    archive.field(escalation.callId);
    archive.named(escalation.reason, escalationReasonName, escalationReasonFromName);
    archive.list(escalation.evidence, [&](Evidence &evidence) {
        archive.named(evidence.reason, escalationReasonName, escalationReasonFromName);
        archive.field(evidence.signal);
        archive.field(evidence.rule);
        archive.field(evidence.words);
        archive.field(evidence.value);
        archive.field(evidence.threshold);
        archive.field(evidence.weight);
    });
    archive.field(escalation.score);
    archive.field(escalation.thresholdsVersion);
    archive.field(escalation.turn);
    archive.field(escalation.decidedAt);
}

template <typename Archive>
void transfer(Archive &archive, SaveTape &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.field(write.tape);
}

template <typename Archive>
void transfer(Archive &archive, FinishCall &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.field(write.outcome);
    archive.field(write.endedAt);
}

template <typename Archive>
void transfer(Archive &archive, TellUnanswered &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.field(write.at);
}

template <typename Archive>
void transfer(Archive &archive, SaveRecording &write)
{
    RecordingRecord &recording = write.recording;
    archive.field(recording.clinic);
    archive.field(recording.call);
    archive.field(recording.node);
    archive.named(recording.state, recordingStateName, recordingStateFromName);
    archive.named(recording.consent, recordingConsentName, recordingConsentFromName);
    archive.field(recording.consentAt);
    archive.field(recording.consentWords);
    archive.field(recording.key);
    archive.field(recording.duration);
    archive.field(recording.peaks);
    archive.field(recording.changedAt);
}

template <typename Archive>
void transfer(Archive &archive, SaveUsage &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.field(write.conversation);
    archive.list(write.usage, [&](UsageLine &line) {
        archive.field(line.vendor);
        archive.named(line.unit, usageUnitName, usageUnitFromName);
        archive.field(line.amount);
    });
}

/// Times are never negative.
template <typename Archive>
void transfer(Archive &archive, std::optional<Milliseconds> &time)
{
    Milliseconds known = time.value_or(Milliseconds(-1));
    archive.field(known);
    time = known < Milliseconds(0) ? std::nullopt : std::optional(known);
}

template <typename Archive>
void transfer(Archive &archive, SaveTurnTimes &write)
{
    archive.field(write.clinic);
    archive.field(write.call);
    archive.field(write.turn);
    archive.field(write.times.endpointWait);
    archive.field(write.times.recognizer);
    transfer(archive, write.times.modelFirstToken);
    transfer(archive, write.times.voiceFirstByte);
    archive.field(write.times.own);
}

} // namespace Frontdesk::Storage
