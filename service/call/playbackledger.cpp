#include "service/call/playbackledger.h"

namespace Frontdesk::Call {

QString PlaybackLedger::expect(const SpeechPosition &position)
{
    const QString mark = QStringLiteral("heard-%1").arg(m_nextMark++);
    m_expected.insert(mark, position);
    return mark;
}

std::optional<SpeechPosition> PlaybackLedger::confirm(const QString &mark)
{
    const auto found = m_expected.constFind(mark);
    if (found == m_expected.constEnd()) {
        return std::nullopt;
    }
    const SpeechPosition position = *found;
    m_expected.erase(found);
    return position;
}

void PlaybackLedger::cutOff()
{
    m_expected.clear();
}

} // namespace Frontdesk::Call
