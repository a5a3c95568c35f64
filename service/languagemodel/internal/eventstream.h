#pragma once

#include <QByteArray>
#include <QList>

namespace Frontdesk::LanguageModel {

/// The grammar of server-sent events, fed with bytes cut anywhere.
class EventStream {
public:
    /// The data of all events that are complete with these bytes. Comments and other fields give nothing.
    [[nodiscard]] QList<QByteArray> feed(const QByteArray &bytes);

private:
    void takeLine(const QByteArray &line, QList<QByteArray> &events);

    QByteArray m_rest; ///< Of the line that is not complete.
    QByteArray m_data;
    bool m_hasData = false;
    bool m_skipLineFeed = false; ///< The last line ended in CR; a LF now belongs to it.
};

} // namespace Frontdesk::LanguageModel
