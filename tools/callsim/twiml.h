#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace Frontdesk::CallSim {

/// One element of a TwiML document.
struct Verb {
    QString name;
    QMap<QString, QString> attributes;
    QString text; ///< Trimmed.
    std::vector<Verb> children;

    [[nodiscard]] QString attribute(QLatin1String key, const QString &otherwise = {}) const;

    /// The attribute as a number; `otherwise` when absent or no number.
    [[nodiscard]] int number(QLatin1String key, int otherwise) const;
};

/// The verbs of a document, in order, as strictly read as Twilio does: at most 64 kB (11750), XML from the first byte
/// (12100), root `Response`.
[[nodiscard]] Result<std::vector<Verb>> parseTwiml(const QByteArray &document);

} // namespace Frontdesk::CallSim
