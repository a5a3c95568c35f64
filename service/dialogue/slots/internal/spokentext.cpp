#include "service/dialogue/slots/internal/spokentext.h"

#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>
#include <array>

namespace Frontdesk::Dialogue {
namespace {

const QString kNothing;

/// Longer turns are cut: nobody says more before we speak again, and the time stays bounded.
constexpr int kMostWords = 160;

bool isWordCharacter(const QString &text, int at)
{
    const QChar c = text[at];
    if (c.isLetterOrNumber() || c.isMark()) {
        return true;
    }
    if (at == 0 || at + 1 >= text.size()) {
        return false;
    }
    const QChar before = text[at - 1];
    const QChar after = text[at + 1];
    if (c == QLatin1Char('\'')) {
        // Words that were taken apart once ("who 's") stay as they are.
        const bool ending =
            before.isSpace() && after == QLatin1Char('s') && (at + 2 == text.size() || text[at + 2].isSpace());
        return (before.isLetter() && after.isLetter()) || ending;
    }
    if (c == QLatin1Char(':') || c == QLatin1Char('/')) {
        return before.isDigit() && after.isDigit();
    }
    const QString pair = text.mid(at - 1, 3);
    return pair == QLatin1String("a.m") || pair == QLatin1String("p.m");
}

bool isPause(QChar c)
{
    return c == QLatin1Char(',') || c == QLatin1Char('.') || c == QLatin1Char(';') || c == QLatin1Char('?') ||
           c == QLatin1Char('!') || c == QLatin1Char(':') || c == QChar(0x2026);
}

QString unified(const QString &utterance)
{
    QString text = utterance;
    text.replace(QChar(0x2019), QLatin1Char('\'')).replace(QChar(0x2018), QLatin1Char('\''));
    text.replace(QLatin1String("o\"clock"), QLatin1String("o'clock"), Qt::CaseInsensitive);
    QString lower = text.toLower();
    return lower.size() == utterance.size() ? lower : text; // positions must stay those of the utterance
}

struct Respelling {
    const char *said;
    std::array<const char *, 2> words;
};

/// Contractions, with and without the apostrophe, and spellings of the same word.
constexpr Respelling kRespellings[] = {
    {"i'm", {"i", "am"}},
    {"im", {"i", "am"}},
    {"won't", {"will", "not"}},
    {"wont", {"will", "not"}},
    {"can't", {"can", "not"}},
    {"cant", {"can", "not"}},
    {"cannot", {"can", "not"}},
    {"dont", {"do", "not"}},
    {"doesnt", {"does", "not"}},
    {"didnt", {"did", "not"}},
    {"isnt", {"is", "not"}},
    {"ain't", {"is", "not"}},
    {"aint", {"is", "not"}},
    {"its", {"it", "'s"}},
    {"thats", {"that", "'s"}},
    {"whats", {"what", "'s"}},
    {"hes", {"he", "'s"}},
    {"shes", {"she", "'s"}},
    {"ive", {"i", "have"}},
    {"theres", {"there", "'s"}},
    {"lets", {"let", "'s"}},
    {"gonna", {"going", "to"}},
    {"wanna", {"want", "to"}},
    {"gotta", {"got", "to"}},
    {"gimme", {"give", "me"}},
    {"lemme", {"let", "me"}},
    {"y'all", {"you", nullptr}},
    {"dr", {"doctor", nullptr}},
    {"doc", {"doctor", nullptr}},
    {"mr", {"mister", nullptr}},
    {"mrs", {"missus", nullptr}},
    {"ms", {"miss", nullptr}},
    {"a.m", {"am", nullptr}},
    {"p.m", {"pm", nullptr}},
    {"ok", {"okay", nullptr}},
    {"appt", {"appointment", nullptr}},
    {"apt", {"appointment", nullptr}},
    {"anytime", {"any", "time"}},
    {"lunchtime", {"lunch", "time"}},
    {"yea", {"yeah", nullptr}},
    {"yah", {"yeah", nullptr}},
    {"ya", {"yeah", nullptr}},
    {"mhm", {"uh-huh", nullptr}},
    {"mmhmm", {"uh-huh", nullptr}},
    {"weds", {"wednesday", nullptr}},
    {"thurs", {"thursday", nullptr}},
    {"tues", {"tuesday", nullptr}},
    {"thru", {"through", nullptr}},
    {"callback", {"call", "back"}},
    {"afterwards", {"after", nullptr}},
    {"till", {"until", nullptr}},
    {"'til", {"until", nullptr}},
    {"til", {"until", nullptr}},
    {"voicemail", {"voice", "mail"}},
    {"xray", {"x", "ray"}},
    {"earlymorning", {"early", "morning"}},
    {"midmorning", {"mid", "morning"}},
    {"midafternoon", {"mid", "afternoon"}},
    {"bloodwork", {"blood", "work"}},
    {"noontime", {"noon", nullptr}},
};

struct Ending {
    const char *suffix;
    const char *word;
};
constexpr Ending kEndings[] = {{"n't", "not"},  {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"},
                               {"'d", "would"}, {"'m", "am"},   {"'s", "'s"}};

void addWords(std::vector<SpokenWord> &words, const SpokenWord &said)
{
    const auto add = [&](const QString &text, bool first) {
        SpokenWord word = said;
        word.text = text;
        word.afterPause = first && said.afterPause;
        word.hyphened = first && said.hyphened;
        words.push_back(word);
    };
    for (const Respelling &entry : kRespellings) {
        if (said.text == QLatin1String(entry.said)) {
            bool first = true;
            for (const char *text : entry.words) {
                if (text != nullptr) {
                    add(QString::fromLatin1(text), first);
                    first = false;
                }
            }
            return;
        }
    }
    for (const Ending &ending : kEndings) {
        const QLatin1String suffix(ending.suffix);
        if (said.text.size() > suffix.size() && said.text.endsWith(suffix)) {
            add(said.text.chopped(suffix.size()), true);
            add(QString::fromLatin1(ending.word), false);
            return;
        }
    }
    // "3pm", "9:30am"
    if (said.text.size() > 2 && said.text[0].isDigit() &&
        (said.text.endsWith(QLatin1String("am")) || said.text.endsWith(QLatin1String("pm")))) {
        add(said.text.chopped(2), true);
        add(said.text.right(2), false);
        return;
    }
    add(said.text, true);
}

std::vector<SpokenWord> split(const QString &text)
{
    std::vector<SpokenWord> words;
    bool pause = false;
    bool hyphen = false;
    int at = 0;
    while (at < text.size() && static_cast<int>(words.size()) < kMostWords) {
        if (!isWordCharacter(text, at)) {
            pause = pause || isPause(text[at]);
            hyphen = text[at] == QLatin1Char('-') && at > 0 && !text[at - 1].isSpace();
            ++at;
            continue;
        }
        SpokenWord word;
        word.from = at;
        while (at < text.size() && isWordCharacter(text, at)) {
            ++at;
        }
        word.to = at;
        word.text = text.mid(word.from, at - word.from);
        word.afterPause = pause;
        word.hyphened = hyphen && !pause;
        addWords(words, word);
        pause = hyphen = false;
    }
    return words;
}

/// "Uh huh" says yes, "uh" says nothing.
std::vector<SpokenWord> withoutFillers(std::vector<SpokenWord> words)
{
    static const WordSet fillers("um uh uhm umm uhh erm hmm hm ah eh mm");
    static const WordSet sounds("uh mm m mmm um");
    static const WordSet grunts("huh hmm hm");
    std::vector<SpokenWord> kept;
    bool pause = false;
    for (size_t i = 0; i < words.size(); ++i) {
        SpokenWord &word = words[i];
        const bool hasNext = i + 1 < words.size();
        if (hasNext && sounds.has(word.text) && grunts.has(words[i + 1].text)) {
            word.text = QStringLiteral("uh-huh");
            word.to = words[++i].to;
        } else if (hasNext && (word.text == QLatin1String("uh") || word.text == QLatin1String("nuh")) &&
                   words[i + 1].text == QLatin1String("uh")) {
            word.text = QStringLiteral("nope");
            word.to = words[++i].to;
        } else if (hasNext && word.text == QLatin1String("o") && words[i + 1].text == QLatin1String("clock")) {
            word.text = QStringLiteral("o'clock");
            word.to = words[++i].to;
        } else if (fillers.has(word.text)) {
            pause = true;
            continue;
        }
        word.afterPause = word.afterPause || pause;
        pause = false;
        kept.push_back(std::move(word));
    }
    return kept;
}

} // namespace

SpokenText::SpokenText(const QString &utterance)
    : m_utterance(utterance)
    , m_words(withoutFillers(split(unified(utterance))))
{
    m_offsets.reserve(m_words.size());
    for (const SpokenWord &word : m_words) {
        if (!m_plain.isEmpty()) {
            m_plain += QLatin1Char(' ');
        }
        m_offsets.push_back(static_cast<int>(m_plain.size()));
        m_plain += word.text;
    }
}

const QString &SpokenText::at(int index) const
{
    return index >= 0 && index < size() ? m_words[static_cast<size_t>(index)].text : kNothing;
}

bool SpokenText::isAny(int index, std::initializer_list<const char *> words) const
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return is(index, word); });
}

bool SpokenText::pauseBefore(int index) const
{
    return index >= 0 && index < size() && m_words[static_cast<size_t>(index)].afterPause;
}

bool SpokenText::hyphenBefore(int index) const
{
    return index >= 0 && index < size() && m_words[static_cast<size_t>(index)].hyphened;
}

QString SpokenText::quote(WordSpan span) const
{
    const int first = std::max(span.first, 0);
    const int last = std::min(span.last, size());
    if (first >= last) {
        return {};
    }
    const int from = m_words[static_cast<size_t>(first)].from;
    const int to = m_words[static_cast<size_t>(last - 1)].to;
    return m_utterance.mid(from, to - from);
}

QString SpokenText::plain(WordSpan span) const
{
    QString text;
    for (int i = std::max(span.first, 0); i < std::min(span.last, size()); ++i) {
        if (!text.isEmpty()) {
            text += QLatin1Char(' ');
        }
        text += at(i);
    }
    return text;
}

int SpokenText::wordAtOffset(int offset) const
{
    const auto after = std::upper_bound(m_offsets.begin(), m_offsets.end(), offset);
    return std::max(0, static_cast<int>(after - m_offsets.begin()) - 1);
}

int SpokenText::offsetOf(int word) const
{
    return word < size() ? m_offsets[static_cast<size_t>(std::max(word, 0))] : static_cast<int>(m_plain.size());
}

void Claims::take(WordSpan span)
{
    for (int i = std::max(span.first, 0); i < std::min(span.last, static_cast<int>(m_taken.size())); ++i) {
        m_taken[static_cast<size_t>(i)] = true;
    }
}

bool Claims::isFree(int word) const
{
    return word >= 0 && word < static_cast<int>(m_taken.size()) && !m_taken[static_cast<size_t>(word)];
}

bool Claims::anyTaken() const
{
    return std::any_of(m_taken.begin(), m_taken.end(), [](bool taken) { return taken; });
}

bool Claims::isFree(WordSpan span) const
{
    for (int i = span.first; i < span.last; ++i) {
        if (!isFree(i)) {
            return false;
        }
    }
    return true;
}

} // namespace Frontdesk::Dialogue
