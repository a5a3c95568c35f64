#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace Frontdesk::CallSim {

/// A sentence of the assistant's, as its debug mark announces it.
struct HeardPhrase {
    QString id;   ///< For example `ask.name`.
    QString text; ///< Empty when the service does not tell.
};

/// What a patient who listens objects to in "I have John Smith; 555-0123. Is that right?": `name`, `number` or `day`,
/// whichever is the first that is not as in `truth`. Nothing when all is right.
[[nodiscard]] std::optional<QString> wrongPart(const QString &readBack, const QMap<QString, QString> &truth);

} // namespace Frontdesk::CallSim
