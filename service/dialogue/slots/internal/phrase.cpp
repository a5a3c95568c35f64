#include "service/dialogue/slots/internal/phrase.h"

namespace Frontdesk::Dialogue {

Phrase::Phrase(const QString &pattern)
    : m_pattern(QStringLiteral("(?<![^ ])(?:%1)(?![^ ])").arg(pattern))
    // Not the match option for it: pcre's compiled code does not know that one and falls back to interpreting.
    , m_here(QStringLiteral("\\G(?<![^ ])(?:%1)(?![^ ])").arg(pattern))
{
    if (!m_pattern.isValid()) {
        qFatal("a wording is no regular expression: %s",
               qPrintable(pattern)); // our own mistake; every test would meet it
    }
    m_pattern.optimize();
}

Phrase::Phrase(const char *pattern)
    : Phrase(QString::fromUtf8(pattern))
{}

std::optional<Phrase::Match> Phrase::match(const QRegularExpression &pattern, const SpokenText &text, int from)
{
    if (from > 0 && from >= text.size()) {
        return std::nullopt;
    }
    const QRegularExpressionMatch found = pattern.match(text.plain(), text.offsetOf(from));
    if (!found.hasMatch()) {
        return std::nullopt;
    }
    const auto span = [&](int group) {
        const auto start = static_cast<int>(found.capturedStart(group));
        const auto length = static_cast<int>(found.capturedLength(group));
        if (start < 0 || length <= 0) {
            return WordSpan{};
        }
        return WordSpan{text.wordAtOffset(start), text.wordAtOffset(start + length - 1) + 1};
    };
    Match result{span(0), {}};
    for (int group = 1; group <= pattern.captureCount(); ++group) {
        result.groups.push_back(span(group));
    }
    return result;
}

std::optional<Phrase::Match> Phrase::find(const SpokenText &text, int from) const
{
    return match(m_pattern, text, from);
}

std::optional<Phrase::Match> Phrase::findAt(const SpokenText &text, int at) const
{
    return match(m_here, text, at);
}

std::vector<Phrase::Match> Phrase::findAll(const SpokenText &text) const
{
    std::vector<Match> all;
    int from = 0;
    while (auto found = find(text, from)) {
        if (found->all.empty()) {
            break;
        }
        from = found->all.last;
        all.push_back(std::move(*found));
    }
    return all;
}

bool Phrase::in(const SpokenText &text) const
{
    return m_pattern.match(text.plain()).hasMatch();
}

bool Phrase::covers(const SpokenText &text) const
{
    const auto found = findAt(text, 0);
    return found && found->all.size() == text.size();
}

} // namespace Frontdesk::Dialogue
