#pragma once

#include "service/flow/modelturn.h"

#include <QHash>

namespace Frontdesk::LanguageModel {

/// Takes out of questions whatever could tell who a patient is, and puts it back into the answers.
///
/// Every word that is not on a list of ordinary words becomes `NAME_1`, `NAME_2`, ...; digits, number words and dates
/// become `NUMBER_1`, .... Ordinary words that are names too go where a name may stand. So a name that nobody has
/// thought of is hidden, and what is lost is a rare word. One for each call: the same words keep the same token.
class Redaction {
public:
    [[nodiscard]] Flow::ModelQuestion hide(Flow::ModelQuestion question);
    [[nodiscard]] Flow::ModelReading restore(Flow::ModelReading reading) const;

private:
    [[nodiscard]] QString hidden(const QString &text, bool nameExpected);
    [[nodiscard]] QString restored(const QString &text) const;
    [[nodiscard]] QString token(const char *kind, int &count, const QString &original);

    QHash<QString, QString> m_tokens;    ///< By what was taken out, in lower case.
    QHash<QString, QString> m_originals; ///< By token.
    int m_names = 0;
    int m_numbers = 0;
};

} // namespace Frontdesk::LanguageModel
