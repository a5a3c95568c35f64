#include "service/safety/internal/lexiconreader.h"

#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/soundkey.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <charconv>

namespace Frontdesk::Safety {

namespace {

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const size_t end = text.find(separator);
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty())
            parts.push_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> plainWords(std::string_view text)
{
    std::vector<std::string> words;
    for (const Token &token : normalize(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))))
        words.push_back(token.text);
    return words;
}

/// A single word in the form the normalizer gives, with its mark (`=`, `*`).
std::string wordAsWritten(std::string_view word)
{
    if (word.front() == '=' || word.back() == '*')
        return std::string(word);
    const std::vector<std::string> plain = plainWords(word);
    return plain.empty() ? std::string(word) : plain.front();
}

bool readNumber(std::string_view text, double &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

/// `A ~3 B`: both orders. Each later element goes to the back or to the front of what stands so far.
std::vector<Sequence> bothOrders(const std::vector<Element> &elements, const std::vector<bool> &unordered)
{
    std::vector<std::vector<Element>> rows{{elements.front()}};
    for (size_t next = 1; next < elements.size(); ++next) {
        std::vector<std::vector<Element>> grown;
        for (const std::vector<Element> &row : rows) {
            grown.push_back(row);
            grown.back().push_back(elements[next]);
            if (!unordered[next])
                continue;
            Element first = elements[next];
            first.gap = Element::Adjacent;
            std::vector<Element> turned{first};
            turned.insert(turned.end(), row.begin(), row.end());
            turned[1].gap = elements[next].gap;
            grown.push_back(std::move(turned));
        }
        rows = std::move(grown);
    }
    std::vector<Sequence> sequences;
    for (std::vector<Element> &row : rows)
        sequences.push_back({std::move(row), false, false});
    return sequences;
}

} // namespace

void Lexicon::read(std::string_view text, const std::string &name)
{
    LexiconReader reader(*this, name);
    while (!text.empty()) {
        const size_t end = text.find('\n');
        reader.readLine(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
}

Lexicon Lexicon::load(const QStringList &files)
{
    Lexicon lexicon;
    for (const QString &name : files) {
        QFile file(QStringLiteral(":/safety/") + name);
        if (file.open(QIODevice::ReadOnly))
            lexicon.read(file.readAll().toStdString(), name.toStdString());
        else
            lexicon.m_problems.push_back("missing file " + name.toStdString());
    }
    lexicon.finish();
    return lexicon;
}

const Lexicon &Lexicon::builtIn()
{
    static const Lexicon BuiltIn = [] {
        QFile list(QStringLiteral(":/safety/files.txt"));
        const QString names = list.open(QIODevice::ReadOnly) ? QString::fromUtf8(list.readAll()) : QString();
        return load(names.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    }();
    return BuiltIn;
}

const Lexicon &Lexicon::ofResponses()
{
    static const Lexicon OfResponses = load({QStringLiteral("drugs.lex"), QStringLiteral("responses.txt")});
    return OfResponses;
}

const Lexicon &Lexicon::ofActs()
{
    static const Lexicon OfActs = load({QStringLiteral("acts.txt")});
    return OfActs;
}

LexiconReader::LexiconReader(Lexicon &lexicon, std::string fileName)
    : m_lexicon(lexicon)
    , m_fileName(std::move(fileName))
{}

void LexiconReader::readLine(std::string_view line)
{
    ++m_line;
    const bool indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    line = trimmed(line);
    if (line.empty() || line.front() == ';')
        return;
    if (!indented && line.front() == '@')
        readConcept(line);
    else if (!indented && line.front() == '[')
        readRuleHead(line);
    else if (m_block == Block::Concept)
        addPhrases(line);
    else if (m_block == Block::Rule)
        readPattern(line);
    else if (m_block == Block::None)
        problem("belongs to nothing");
    else
        readMisheard(line);
}

void LexiconReader::readConcept(std::string_view line)
{
    const size_t equals = line.find(" = ");
    if (equals == std::string_view::npos)
        return problem("a concept is written @NAME = phrase, phrase");
    m_block = Block::Concept;
    m_concept = m_lexicon.conceptId(std::string(trimmed(line.substr(1, equals - 1))));
    m_lexicon.m_defined[static_cast<size_t>(m_concept)] = true;
    addPhrases(line.substr(equals + 3));
}

void LexiconReader::addPhrases(std::string_view list)
{
    for (const std::string_view phrase : split(list, ',')) {
        if (phrase.front() == '@') {
            m_lexicon.m_includes.emplace_back(m_concept, m_lexicon.conceptId(std::string(phrase.substr(1))));
            continue;
        }
        std::vector<Sequence> sequences = readSequence(phrase);
        if (sequences.size() != 1)
            return;
        for (const Element &element : sequences.front().elements)
            for (const Alternative &alternative : element.any)
                if (alternative.kind == Alternative::Kind::Concept)
                    return problem("a concept inside a phrase");
        m_lexicon.m_phrases.push_back({m_concept, std::move(sequences.front())});
    }
}

void LexiconReader::readRuleHead(std::string_view line)
{
    const size_t close = line.find(']');
    if (close == std::string_view::npos)
        return problem("no ] here");
    Rule rule;
    rule.name = trimmed(line.substr(1, close - 1));
    if (rule.name == "misheard" || rule.name == "guarded" || rule.name == "ordinary") {
        m_block = rule.name == "misheard" ? Block::Misheard : rule.name == "guarded" ? Block::Guarded : Block::Ordinary;
        return;
    }
    bool categoryKnown = false;
    for (const std::string_view word : split(line.substr(close + 1), ' ')) {
        if (word == "event")
            rule.event = true;
        else if (word == "happening")
            rule.happening = true;
        else if (word == "always")
            rule.always = true;
        else if (word == "weak")
            rule.weight = 0.5;
        else if (const auto category = categoryFromName(word)) {
            rule.category = *category;
            categoryKnown = true;
        } else
            problem("unknown word " + std::string(word));
    }
    if (!categoryKnown)
        problem("a rule needs a category");
    m_block = Block::Rule;
    m_lexicon.m_rules.push_back(std::move(rule));
}

void LexiconReader::readPattern(std::string_view line)
{
    Pattern pattern;
    for (std::string_view part : split(line, '&')) {
        if (part.front() == '!') {
            for (const std::string_view veto : split(part.substr(1), ',')) {
                const std::vector<Sequence> variants = readSequence(veto);
                pattern.vetoes.insert(pattern.vetoes.end(), variants.begin(), variants.end());
            }
            continue;
        }
        std::vector<Sequence> variants = readSequence(part);
        if (variants.empty())
            return;
        pattern.parts.push_back(std::move(variants));
    }
    if (pattern.parts.empty())
        return problem("only vetoes");
    m_lexicon.m_rules.back().patterns.push_back(std::move(pattern));
}

std::vector<Sequence> LexiconReader::readSequence(std::string_view text)
{
    std::vector<Element> elements;
    std::vector<bool> unordered;
    bool fromStart = false;
    bool toEnd = false;
    int gap = Element::Adjacent;
    bool anyOrder = false;
    for (const std::string_view word : split(text, ' ')) {
        if (word == "^") {
            fromStart = true;
            continue;
        }
        if (word == "$") {
            toEnd = true;
            continue;
        }
        const bool ordered = word.substr(0, 2) == "..";
        if (ordered || (word.front() == '~' && word.size() > 1)) {
            double value = 0;
            if (!readNumber(word.substr(ordered ? 2 : 1), value))
                problem("a gap needs a number: " + std::string(word));
            gap = static_cast<int>(value);
            anyOrder = !ordered;
            continue;
        }
        const size_t before = elements.size();
        if (!readElement(word, elements))
            return {};
        elements[before].gap = before == 0 ? Element::Adjacent : gap;
        unordered.resize(elements.size(), false);
        unordered[before] = anyOrder && before > 0;
        gap = Element::Adjacent;
        anyOrder = false;
    }
    if (elements.empty() || elements.front().optional) {
        problem("a sequence needs a first word");
        return {};
    }
    std::vector<Sequence> sequences = bothOrders(elements, unordered);
    for (Sequence &sequence : sequences) {
        sequence.fromStart = fromStart;
        sequence.toEnd = toEnd;
    }
    return sequences;
}

/// One written word can be several after short forms are written out: "can't".
bool LexiconReader::readElement(std::string_view word, std::vector<Element> &elements)
{
    Element element;
    if (word.front() == '?') {
        element.optional = true;
        word.remove_prefix(1);
    }
    if (word.find_first_of("/@#*=_") == std::string_view::npos) {
        const std::vector<std::string> plain = plainWords(word);
        if (plain.empty()) {
            problem("no word: " + std::string(word));
            return false;
        }
        for (const std::string &part : plain) {
            Element single = element;
            single.any.push_back({Alternative::Kind::Word, m_lexicon.wordId(part), 0, 0});
            elements.push_back(std::move(single));
        }
        return true;
    }
    if (!readAlternatives(word, element))
        return false;
    elements.push_back(std::move(element));
    return true;
}

bool LexiconReader::readAlternatives(std::string_view word, Element &element)
{
    for (const std::string_view part : split(word, '/')) {
        if (part.front() == '@') {
            element.any.push_back({Alternative::Kind::Concept, m_lexicon.conceptId(std::string(part.substr(1))), 0, 0});
            continue;
        }
        if (part.front() == '#') {
            Alternative number{Alternative::Kind::Number, 0, -1e9, 1e9};
            const size_t dash = part.find('-');
            if (part.size() > 1 && dash == std::string_view::npos && readNumber(part.substr(1), number.low)) {
                number.high = number.low;
                element.any.push_back(number);
                continue;
            }
            if (part.size() > 1 &&
                (dash == std::string_view::npos || !readNumber(part.substr(1, dash - 1), number.low) ||
                 !readNumber(part.substr(dash + 1), number.high))) {
                problem("a range is written #low-high: " + std::string(part));
                return false;
            }
            element.any.push_back(number);
            continue;
        }
        std::string plain(part);
        std::replace(plain.begin(), plain.end(), '_', ' ');
        const bool phrase =
            plain.find(' ') != std::string::npos || (part.front() != '=' && plainWords(part).size() > 1);
        if (phrase)
            element.any.push_back({Alternative::Kind::Concept, phraseConcept(plain), 0, 0});
        else
            element.any.push_back({Alternative::Kind::Word, m_lexicon.wordId(wordAsWritten(part)), 0, 0});
    }
    return !element.any.empty();
}

/// `passed_out` among single words: a concept of its own.
int LexiconReader::phraseConcept(const std::string &phrase)
{
    const bool known = m_lexicon.m_concepts.count("'" + phrase) > 0;
    const int id = m_lexicon.conceptId("'" + phrase);
    if (!known) {
        m_lexicon.m_defined[static_cast<size_t>(id)] = true;
        std::vector<Sequence> sequences = readSequence(phrase);
        if (sequences.size() == 1)
            m_lexicon.m_phrases.push_back({id, std::move(sequences.front())});
    }
    return id;
}

/// `chess pain > chest pain`; in the other two blocks a list of words.
void LexiconReader::readMisheard(std::string_view line)
{
    if (m_block != Block::Misheard) {
        for (const std::string_view word : split(line, ' ')) {
            m_lexicon.m_known[std::string(word)] = true;
            if (m_block == Block::Guarded)
                m_lexicon.m_sounds[soundKey(word)].emplace_back(word);
        }
        return;
    }
    const size_t arrow = line.find('>');
    if (arrow == std::string_view::npos)
        return problem("misheard words are written heard > said");
    const std::vector<std::string> said = plainWords(line.substr(arrow + 1));
    for (const std::string_view heard : split(line.substr(0, arrow), ',')) {
        Lexicon::Misheard entry{plainWords(heard), said};
        if (entry.heard.empty())
            return problem("nothing was heard");
        auto &list = m_lexicon.m_misheard[entry.heard.front()];
        list.push_back(std::move(entry));
        std::stable_sort(list.begin(), list.end(),
                         [](const auto &left, const auto &right) { return left.heard.size() > right.heard.size(); });
    }
}

void LexiconReader::problem(const std::string &what)
{
    m_lexicon.m_problems.push_back(m_fileName + ":" + std::to_string(m_line) + ": " + what);
}

} // namespace Frontdesk::Safety
