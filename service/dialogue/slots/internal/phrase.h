#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

#include <QRegularExpression>

#include <optional>

namespace Frontdesk::Dialogue {

/// A wording, as a regular expression over whole normalised words with one blank between them.
/// Build once (static), use from any thread.
class Phrase {
public:
    explicit Phrase(const QString &pattern);
    explicit Phrase(const char *pattern);

    struct Match {
        WordSpan all;
        std::vector<WordSpan> groups; ///< Per capture group; empty where it took no part.
    };

    /// The first match that begins at word `from` or later.
    [[nodiscard]] std::optional<Match> find(const SpokenText &text, int from = 0) const;
    /// A match that begins exactly at word `at`.
    [[nodiscard]] std::optional<Match> findAt(const SpokenText &text, int at) const;
    [[nodiscard]] std::vector<Match> findAll(const SpokenText &text) const;
    [[nodiscard]] bool in(const SpokenText &text) const;
    /// All the words match, none left over.
    [[nodiscard]] bool covers(const SpokenText &text) const;

private:
    static std::optional<Match> match(const QRegularExpression &pattern, const SpokenText &text, int from);

    QRegularExpression m_pattern;
    QRegularExpression m_here; ///< The same, only where the search begins; compiled with its first use.
};

} // namespace Frontdesk::Dialogue
