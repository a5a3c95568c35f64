#include "desktop/calls/recordedsound.h"

#include "service/audio/wavfile.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

namespace {

constexpr int LongestRetryMs = 5'000;
/// Room for the WAV file's head before the first part; ours has 58 bytes.
constexpr qint64 LongestHead = 512;

bool mayPass(const Client::ApiAnswer &answer)
{
    return answer.status == 0 || answer.status == 429 || answer.status >= 500;
}

std::vector<int16_t> mixed(const Audio::WavAudio &sound)
{
    if (sound.channels == 1)
        return sound.samples;
    std::vector<int16_t> both(sound.frames());
    for (size_t at = 0; at < both.size(); ++at) {
        const int sum = sound.samples[2 * at] + sound.samples[2 * at + 1];
        both[at] =
            int16_t(std::clamp<int>(sum, std::numeric_limits<int16_t>::min(), std::numeric_limits<int16_t>::max()));
    }
    return both;
}

} // namespace

RecordedSound::RecordedSound(Client::ApiClient &api, QString callId, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_callId(std::move(callId))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RecordedSound::fetchNext);
}

void RecordedSound::listenFrom(qint64 frame)
{
    m_at = std::max<qint64>(0, frame);
    const qint64 part = m_at / PartFrames;
    if (m_request && !m_head.isEmpty() && !m_isLooking && (m_asked < part || m_asked > part + PartsAhead))
        m_request.reset(); // Somebody has moved on.
    fetchNext();
}

bool RecordedSound::read(qint64 from, std::span<int16_t> out) const
{
    if (!m_frames)
        return false;
    for (qint64 at = 0; at < qint64(out.size());) {
        const qint64 frame = from + at;
        const qint64 left = qint64(out.size()) - at;
        if (frame < 0 || frame >= *m_frames) {
            const qint64 silent = frame < 0 ? std::min(left, -frame) : left;
            std::fill_n(out.begin() + at, silent, int16_t(0));
            at += silent;
            continue;
        }
        const auto part = m_parts.find(frame / PartFrames);
        const qint64 begin = frame % PartFrames;
        if (part == m_parts.end() || begin >= qint64(part->second.size()))
            return false;
        const qint64 count = std::min(left, qint64(part->second.size()) - begin);
        std::copy_n(part->second.begin() + begin, count, out.begin() + at);
        at += count;
    }
    return true;
}

void RecordedSound::lookForMore()
{
    if (m_isLooking || !m_frames)
        return;
    m_isLooking = true;
    m_request.reset();
    fetchNext();
}

qint64 RecordedSound::framesIn(qint64 part) const
{
    return std::clamp<qint64>(m_frames.value_or(0) - part * PartFrames, 0, PartFrames);
}

std::optional<qint64> RecordedSound::firstMissing() const
{
    if (!m_frames)
        return 0;
    if (m_isLooking)
        return *m_frames / PartFrames;
    for (qint64 part = m_at / PartFrames; part <= m_at / PartFrames + PartsAhead; ++part) {
        const auto here = m_parts.find(part);
        if ((here == m_parts.end() ? 0 : qint64(here->second.size())) < framesIn(part))
            return part;
    }
    return {};
}

void RecordedSound::fetchNext()
{
    if (m_request || m_retry.isActive())
        return;
    if (const auto part = firstMissing())
        fetch(*part);
}

qint64 RecordedSound::offsetOf(qint64 part) const
{
    return m_head.size() + part * PartFrames * m_channels;
}

void RecordedSound::fetch(qint64 part)
{
    // The first one brings the head along.
    const qint64 begin = part == 0 ? 0 : offsetOf(part);
    const qint64 end = (m_head.isEmpty() ? LongestHead : offsetOf(part)) + PartFrames * m_channels;
    m_asked = part;
    m_request = std::make_unique<QObject>();
    m_api.send({.path = "/calls/"_L1 + m_callId + "/recording"_L1,
                .range = "bytes=" + QByteArray::number(begin) + '-' + QByteArray::number(end - 1)},
               m_request.get(), [this, part](const Client::ApiAnswer &answer) { onAnswer(part, answer); });
}

void RecordedSound::onAnswer(qint64 part, const Client::ApiAnswer &answer)
{
    constexpr int NoSuchPart = 416;
    m_request.release()->deleteLater();
    if (mayPass(answer)) {
        retryLater(answer.sentence());
        return;
    }
    if (!answer.ok() && answer.status != NoSuchPart) {
        Q_EMIT refused(answer.sentence());
        return;
    }
    m_retryMs = FirstRetryMs;
    const auto before = m_frames;
    const bool wasLooking = std::exchange(m_isLooking, false);
    const bool isWhole = answer.status == 200; // Something on the way does not know of parts.
    if (m_head.isEmpty() && !readHead(answer.bytes)) {
        Q_EMIT refused(tr("This recording cannot be played here."));
        return;
    }
    if (answer.ok())
        keep(part, isWhole || part == 0 ? answer.bytes.mid(offsetOf(part)) : answer.bytes,
             isWhole ? answer.bytes.size() : answer.wholeSize);
    Q_EMIT arrived();
    if (wasLooking && m_frames <= before)
        Q_EMIT ended();
    else if (before && m_frames > before)
        Q_EMIT grown();
    fetchNext();
}

bool RecordedSound::readHead(const QByteArray &bytes)
{
    constexpr qsizetype ChunkHeader = 8;
    const auto sound = Audio::parseWav(bytes);
    if (!sound)
        return false;
    m_channels = sound->channels;
    m_head = bytes.left(bytes.indexOf("data") + ChunkHeader);
    // How much sound there is, is said with each part: in a running call the head's own figure is soon too small.
    m_head.replace(m_head.size() - 4, 4, QByteArray(4, '\xff'));
    return true;
}

void RecordedSound::keep(qint64 part, QByteArray bytes, qint64 wholeSize)
{
    bytes.truncate(PartFrames * m_channels);
    const auto sound = Audio::parseWav(m_head + bytes);
    m_frames = std::max<qint64>(m_frames.value_or(0), (wholeSize - m_head.size()) / m_channels);
    if (!sound || sound->frames() == 0)
        return;
    m_parts[part] = mixed(*sound);
    forgetTheFarthest();
}

void RecordedSound::forgetTheFarthest()
{
    const qint64 here = m_at / PartFrames;
    while (m_parts.size() > MostParts) {
        const bool isFirst = here - m_parts.begin()->first > m_parts.rbegin()->first - here;
        m_parts.erase(isFirst ? m_parts.begin() : std::prev(m_parts.end()));
    }
}

void RecordedSound::retryLater(const QString &sentence)
{
    m_retry.start(m_retryMs);
    m_retryMs = std::min(2 * m_retryMs, LongestRetryMs);
    Q_EMIT interrupted(sentence);
}

} // namespace Frontdesk::Calls
