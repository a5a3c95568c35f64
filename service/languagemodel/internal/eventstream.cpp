#include "service/languagemodel/internal/eventstream.h"

namespace Frontdesk::LanguageModel {

QList<QByteArray> EventStream::feed(const QByteArray &bytes)
{
    QList<QByteArray> events;
    for (const char byte : bytes) {
        const bool belongsToReturn = std::exchange(m_skipLineFeed, false) && byte == '\n';
        if (belongsToReturn) {
            continue;
        }
        if (byte == '\n' || byte == '\r') {
            m_skipLineFeed = byte == '\r';
            takeLine(std::exchange(m_rest, {}), events);
        } else {
            m_rest += byte;
        }
    }
    return events;
}

void EventStream::takeLine(const QByteArray &line, QList<QByteArray> &events)
{
    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false)) {
            events.push_back(std::exchange(m_data, {}));
        }
        return;
    }
    if (!line.startsWith("data:")) {
        return;
    }
    const qsizetype begin = line.size() > 5 && line[5] == ' ' ? 6 : 5;
    if (m_hasData) {
        m_data += '\n';
    }
    m_data += line.mid(begin);
    m_hasData = true;
}

} // namespace Frontdesk::LanguageModel
