#include "tools/frontdeskctl/callscriptfile.h"

#include <QFile>

namespace Frontdesk::Ctl {

Result<std::vector<Evaluation::CallScript>> callScriptsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("Cannot read %1.").arg(path)};
    }
    return Evaluation::readCallScripts(file.readAll());
}

} // namespace Frontdesk::Ctl
