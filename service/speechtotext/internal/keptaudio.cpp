#include "service/speechtotext/internal/keptaudio.h"

#include <algorithm>

namespace Frontdesk::SpeechToText {

namespace {

constexpr qsizetype WorthMoving = 16 * 1024;

} // namespace

KeptAudio::KeptAudio(qint64 mostBytes)
    : m_most(mostBytes)
{}

void KeptAudio::append(Flow::MuLawBytes audio)
{
    m_bytes.append(reinterpret_cast<const char *>(audio.data()), static_cast<qsizetype>(audio.size()));
    dropBefore(end() - m_most);
}

void KeptAudio::dropBefore(qint64 position)
{
    const qint64 until = std::clamp(position, begin(), end());
    m_dropped = static_cast<qsizetype>(until - m_origin);
    if (m_dropped >= WorthMoving) {
        m_bytes.remove(0, m_dropped);
        m_origin += m_dropped;
        m_dropped = 0;
    }
}

Flow::MuLawBytes KeptAudio::view(qint64 from, qint64 to) const
{
    const qint64 first = std::clamp(from, begin(), end());
    const qint64 last = std::clamp(to, first, end());
    return {reinterpret_cast<const uint8_t *>(m_bytes.constData()) + (first - m_origin),
            static_cast<size_t>(last - first)};
}

} // namespace Frontdesk::SpeechToText
