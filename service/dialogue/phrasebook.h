#pragma once

#include "shared/core/result.h"
#include "shared/model/clinicprofile.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace Frontdesk::Dialogue {

/// What fills the `{placeholders}` of a phrase.
using PhraseValues = QHash<QString, QString>;

/// One thing the assistant can say, in one language.
struct Wording {
    QStringList variants; ///< The usual wording first, then other words for asking again.
    QStringList simple;   ///< Shorter words for callers who need patience; may be empty.
    bool mustBeHeard = false;
    bool givesWay = false; ///< Must be heard, but not while the caller speaks.
};

/// A sentence whose words are known before any call, so its audio can be made ahead.
struct FixedSentence {
    QString phraseId;
    QString language; ///< `en` or `es`.
    QString text;
    bool mustBeHeard = false;
};

/// Every sentence the assistant says, from resources/phrases. Immutable; safe from any thread.
class PhraseBook {
public:
    /// The sentences built into the program.
    [[nodiscard]] static const PhraseBook &builtIn();

    /// Reads one language's JSON; the error names the phrase that cannot be used.
    [[nodiscard]] static Result<std::map<QString, Wording>> parse(const QByteArray &json);

    [[nodiscard]] bool has(const QString &id) const;
    /// English where the language does not have it. The id must exist.
    [[nodiscard]] const Wording &phrase(const QString &id, const QString &language) const;
    /// The words of one variant, filled in; variants start over when they run out.
    [[nodiscard]] QString text(const QString &id, const QString &language, const PhraseValues &values = {},
                               int variant = 0, bool simple = false) const;
    [[nodiscard]] QStringList ids(const QString &language) const;

    /// What a clinic's calls can say without knowing the caller, in every wording and language: the texts to have
    /// synthesized before the phone rings.
    [[nodiscard]] std::vector<FixedSentence> fixedSentences(const ClinicProfile &clinic) const;

private:
    PhraseBook();

    std::map<QString, std::map<QString, Wording>> m_languages; ///< By language, then by id.
};

/// Names of the `{placeholders}` in a text, each once, in order.
[[nodiscard]] QStringList placeholdersIn(const QString &text);

} // namespace Frontdesk::Dialogue
