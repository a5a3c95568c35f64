#include "service/recording/callrecording.h"

#include "shared/core/log.h"

#include <algorithm>

namespace Frontdesk::Recording {

namespace {

constexpr auto SamplesPerMillisecond = static_cast<qint64>(Flow::BytesPerMillisecond);
/// No stream jumps ahead by more; a frame that claims so is not believed.
constexpr qint64 LongestLeap = 60'000 * SamplesPerMillisecond;
/// No call is recorded for longer: two hours.
constexpr qint64 LongestRecording = 7'200'000 * SamplesPerMillisecond;

void report(const CallId &call, const Result<void> &done)
{
    if (!done) {
        qCWarning(Log::storage).noquote() << "call" << call.text() << "recording:" << done.error().message;
    }
}

} // namespace

CallRecording::CallRecording(RecordingTools tools, Storage::RecordingRecord record, QString path)
    : m_tools(std::move(tools))
    , m_record(std::move(record))
    , m_path(std::move(path))
    , m_track([this](const QByteArray &block) { give(block); })
    , m_heardAt(m_tools.clock.now())
{}

CallRecording::~CallRecording()
{
    end();
}

template <typename Work>
void CallRecording::later(Work work)
{
    m_tools.files.start(
        [writer = m_writer, call = m_record.call, work = std::move(work)] { report(call, work(*writer)); });
}

void CallRecording::decide(RecordingConsent consent, const QString &words)
{
    if (m_stage == Stage::Over) {
        return;
    }
    m_record.consent = consent;
    m_record.consentAt = m_tools.clock.utcNow();
    m_record.consentWords = words;
    if (consent == RecordingConsent::Declined) {
        decline();
    } else if (m_stage == Stage::Undecided) {
        start();
    }
}

void CallRecording::start()
{
    m_record.key = Sealing::SecretKey::random().toBytes();
    const auto seal = sealOf(m_record);
    m_stage = Stage::Running;
    m_writer = std::make_shared<SoundFileWriter>(m_path, *seal);
    m_track.silenceUntil(samplesNow());
    keepRecord();
    if (m_blocksBeforeConsent > 0) {
        later([count = m_blocksBeforeConsent](SoundFileWriter &writer) {
            const QByteArray silence(StereoTrack::BlockBytes, static_cast<char>(Flow::MuLawSilence));
            Result<void> done;
            for (int i = 0; i < count && done; ++i) {
                done = writer.append(silence);
            }
            return done;
        });
    }
}

void CallRecording::decline()
{
    if (m_stage == Stage::Running) {
        later([](SoundFileWriter &writer) { return writer.discard(); });
    }
    m_stage = Stage::Over;
    m_record.state = Storage::RecordingState::Declined;
    m_record.key.clear();
    keepRecord();
}

void CallRecording::keepRecord()
{
    m_record.changedAt = m_tools.clock.utcNow();
    m_recordKept =
        m_tools.recorder.write(Storage::SaveRecording{m_record}).then([call = m_record.call](const Result<void> &kept) {
            report(call, kept);
        });
}

void CallRecording::give(const QByteArray &block)
{
    if (m_stage == Stage::Undecided) {
        ++m_blocksBeforeConsent;
    } else if (m_stage == Stage::Running) {
        later([block](SoundFileWriter &writer) { return writer.append(block); });
    }
}

qint64 CallRecording::samplesNow() const
{
    const auto since = std::chrono::duration_cast<Microseconds>(m_tools.clock.now() - m_heardAt);
    return m_callerUntil + since.count() * SamplesPerMillisecond / 1000;
}

void CallRecording::callerAudio(Flow::MuLawBytes audio, Milliseconds at)
{
    const qint64 sample = at.count() * SamplesPerMillisecond;
    const qint64 end = sample + static_cast<qint64>(audio.size());
    if (m_stage == Stage::Over || sample < 0 || sample > m_callerUntil + LongestLeap || end > LongestRecording) {
        return;
    }
    m_track.moveTo(sample);
    m_track.write(Lane::Caller, audio, sample);
    m_callerUntil = std::max(m_callerUntil, end);
    m_heardAt = m_tools.clock.now();
}

void CallRecording::assistantAudio(Flow::MuLawBytes audio)
{
    if (m_stage != Stage::Over) {
        m_assistantUntil = std::max(m_assistantUntil, samplesNow());
        m_track.write(Lane::Assistant, audio, m_assistantUntil);
        m_assistantUntil += static_cast<qint64>(audio.size());
    }
}

void CallRecording::assistantCleared()
{
    m_assistantUntil = samplesNow();
    m_track.silenceFrom(Lane::Assistant, m_assistantUntil);
}

void CallRecording::end()
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    if (m_stage == Stage::Running) {
        const QByteArray rest = m_track.rest(m_callerUntil);
        later([rest](SoundFileWriter &writer) { return writer.finish(rest); });
    }
    m_stage = Stage::Over;
    m_tools.files.start([over = m_tools.over, call = m_record.call, kept = m_recordKept]() mutable {
        // Whoever looks at the file then must find its record.
        if (kept.isValid()) {
            kept.then([over, call] { over(call); });
        } else {
            over(call);
        }
    });
}

} // namespace Frontdesk::Recording
