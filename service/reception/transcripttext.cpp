#include "service/reception/transcripttext.h"

#include <QStringList>

namespace Frontdesk::Reception {

QString transcriptText(const std::vector<TurnRecord> &turns)
{
    QStringList lines;
    for (const TurnRecord &turn : turns) {
        const bool assistant = turn.speaker == Speaker::Assistant;
        QString heard = turn.heardText;
        if (assistant && heard.size() < turn.text.size()) {
            heard = heard.isEmpty() ? QStringLiteral("[not heard]") : heard + QStringLiteral(" ... [interrupted]");
        }
        lines << (assistant ? QStringLiteral("Assistant: ") : QStringLiteral("Caller: ")) + heard;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Frontdesk::Reception
