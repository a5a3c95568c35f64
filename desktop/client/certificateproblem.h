#pragma once

#include <QSslError>

namespace Frontdesk::Client {

/// Why a server's certificate is not trusted and whom to ask, in one or two plain sentences. Nobody is offered to go on
/// without: a patient's data would go to whoever is in between. `host` is the name that was asked for.
[[nodiscard]] QString certificateSentence(const QList<QSslError> &errors, const QString &host);

} // namespace Frontdesk::Client
