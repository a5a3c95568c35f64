#include "service/audio/playoutbuffer.h"

#include <algorithm>

namespace Frontdesk::Audio {

void PlayoutBuffer::append(Flow::MuLawBytes audio)
{
    m_audio.insert(m_audio.end(), audio.begin(), audio.end());
    m_appended += audio.size();
}

bool PlayoutBuffer::queueMark(const QString &name)
{
    if (m_heard >= m_appended) {
        return false;
    }
    m_marks.push_back({m_appended, name});
    return true;
}

QStringList PlayoutBuffer::clear()
{
    QStringList names;
    for (const Mark &mark : m_marks) {
        names.append(mark.name);
    }
    m_marks.clear();
    m_audio.clear();
    m_heard = m_taken = m_appended;
    return names;
}

QStringList PlayoutBuffer::frameEnded()
{
    m_heard = m_taken;
    QStringList names;
    while (!m_marks.empty() && m_marks.front().position <= m_heard) {
        names.append(m_marks.front().name);
        m_marks.pop_front();
    }
    return names;
}

size_t PlayoutBuffer::takeFrame(Bytes &frame)
{
    const size_t real = std::min(frame.size(), m_audio.size());
    const auto end = m_audio.begin() + static_cast<std::ptrdiff_t>(real);
    std::fill(std::copy(m_audio.begin(), end, frame.begin()), frame.end(), Flow::MuLawSilence);
    m_audio.erase(m_audio.begin(), end);
    m_taken += real;
    return real;
}

} // namespace Frontdesk::Audio
