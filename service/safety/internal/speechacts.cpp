#include "service/safety/internal/speechacts.h"

#include "service/safety/internal/utterance.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

/// They begin a clause; the doubtful ones only before a word that can.
constexpr std::array Joiners{"but"sv,       "because"sv, "although"sv, "though"sv, "meanwhile"sv,
                             "otherwise"sv, "pero"sv,    "porque"sv,   "while"sv,  "unless"sv};
constexpr std::array DoubtfulJoiners{"and"sv, "so"sv, "or"sv, "then"sv, "since"sv, "y"sv, "o"sv, "asi"sv};
constexpr std::array Subjects{
    "i"sv,     "you"sv,      "he"sv,      "she"sv,        "it"sv,    "we"sv,     "they"sv,    "this"sv,     "that"sv,
    "there"sv, "our"sv,      "your"sv,    "my"sv,         "the"sv,   "nobody"sv, "someone"sv, "somebody"sv, "doctor"sv,
    "dr"sv,    "everyone"sv, "nothing"sv, "everything"sv, "let"sv,   "please"sv, "if"sv,      "when"sv,     "in"sv,
    "le"sv,    "su"sv,       "nuestro"sv, "yo"sv,         "usted"sv, "no"sv,     "que"sv};
/// A phrase without a verb has none of these to do something.
constexpr std::array Doers{"i"sv,        "you"sv,        "he"sv,       "she"sv,   "it"sv,    "we"sv,    "they"sv,
                           "nobody"sv,   "someone"sv,    "that"sv,     "those"sv, "these"sv, "there"sv, "nothing"sv,
                           "everyone"sv, "everything"sv, "people"sv,   "most"sv,  "usted"sv, "eso"sv,   "nadie"sv,
                           "some"sv,     "results"sv,    "symptoms"sv, "le"sv};
/// After these they do nothing: "for you".
constexpr std::array Towards{"for"sv, "to"sv, "with"sv, "of"sv, "by"sv, "from"sv, "para"sv};
/// What a clause may begin with before it says something.
constexpr std::array Leads{
    "okay"sv,    "ok"sv,         "sure"sv,      "yes"sv,   "well"sv,    "right"sv, "great"sv,    "and"sv,
    "but"sv,     "so"sv,         "then"sv,      "now"sv,   "alright"sv, "also"sv,  "please"sv,   "or"sv,
    "because"sv, "absolutely"sv, "certainly"sv, "y"sv,     "pero"sv,    "bien"sv,  "entonces"sv, "porque"sv,
    "asi"sv,     "que"sv,        "o"sv,         "again"sv, "perfect"sv, "just"sv,  "though"sv};
constexpr std::array Verbs{
    "is"sv,       "are"sv,      "was"sv,     "were"sv,      "am"sv,        "will"sv,      "would"sv,     "can"sv,
    "could"sv,    "should"sv,   "must"sv,    "may"sv,       "might"sv,     "shall"sv,     "have"sv,      "has"sv,
    "had"sv,      "do"sv,       "does"sv,    "did"sv,       "need"sv,      "needs"sv,     "means"sv,     "works"sv,
    "sounds"sv,   "seems"sv,    "looks"sv,   "got"sv,       "get"sv,       "gets"sv,      "takes"sv,     "goes"sv,
    "went"sv,     "comes"sv,    "came"sv,    "makes"sv,     "shows"sv,     "says"sv,      "said"sv,      "costs"sv,
    "covers"sv,   "opens"sv,    "closes"sv,  "lives"sv,     "helps"sv,     "es"sv,        "esta"sv,      "son"sv,
    "estan"sv,    "fue"sv,      "tiene"sv,   "va"sv,        "puede"sv,     "debe"sv,      "hay"sv,       "cuesta"sv,
    "habla"sv,    "cubre"sv,    "abrimos"sv, "cerramos"sv,  "sera"sv,      "debera"sv,    "deberia"sv,   "quedo"sv,
    "seemed"sv,   "looked"sv,   "felt"sv,    "feels"sv,     "gave"sv,      "gives"sv,     "found"sv,     "showed"sv,
    "called"sv,   "points"sv,   "clears"sv,  "clear"sv,     "runs"sv,      "set"sv,       "keep"sv,      "keeps"sv,
    "offers"sv,   "offer"sv,    "accept"sv,  "provide"sv,   "speaks"sv,    "sees"sv,      "treats"sv,    "mean"sv,
    "think"sv,    "guess"sv,    "believe"sv, "happens"sv,   "ought"sv,     "made"sv,      "noted"sv,     "worked"sv,
    "reviewed"sv, "approved"sv, "turned"sv,  "heals"sv,     "lasts"sv,     "causes"sv,    "indicates"sv, "suggests"sv,
    "requires"sv, "starts"sv,   "begins"sv,  "stays"sv,     "usually"sv,   "typically"sv, "probably"sv,  "salio"sv,
    "salieron"sv, "parece"sv,   "estamos"sv, "aceptamos"sv, "ofrecemos"sv, "tenemos"sv};
/// A command needs no other verb.
constexpr std::array Commands{
    "take"sv,    "use"sv,      "try"sv,     "drink"sv,  "eat"sv,      "rest"sv,    "stay"sv,     "avoid"sv,
    "put"sv,     "keep"sv,     "give"sv,    "let"sv,    "make"sv,     "go"sv,      "come"sv,     "wait"sv,
    "lie"sv,     "lay"sv,      "sit"sv,     "wrap"sv,   "pull"sv,     "tilt"sv,    "pinch"sv,    "press"sv,
    "apply"sv,   "stop"sv,     "start"sv,   "skip"sv,   "double"sv,   "stick"sv,   "elevate"sv,  "ice"sv,
    "soak"sv,    "gargle"sv,   "check"sv,   "watch"sv,  "bring"sv,    "call"sv,    "text"sv,     "email"sv,
    "park"sv,    "turn"sv,     "hold"sv,    "finish"sv, "continue"sv, "see"sv,     "monitor"sv,  "remember"sv,
    "swallow"sv, "chew"sv,     "breathe"sv, "push"sv,   "cover"sv,    "clean"sv,   "wash"sv,     "rub"sv,
    "massage"sv, "stretch"sv,  "cut"sv,     "reduce"sv, "increase"sv, "mix"sv,     "consider"sv, "read"sv,
    "ask"sv,     "tell"sv,     "show"sv,    "look"sv,   "consult"sv,  "sleep"sv,   "relax"sv,    "ignore"sv,
    "tome"sv,    "tomese"sv,   "beba"sv,    "coma"sv,   "ponga"sv,    "pongase"sv, "use"sv,      "vaya"sv,
    "venga"sv,   "descanse"sv, "evite"sv,   "deje"sv,   "aplique"sv,  "compre"sv,  "traiga"sv,   "haga"sv,
    "acueste"sv, "lave"sv};
constexpr size_t LongestPhrase = 12;

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether the sentence that a token stands in ends with a question mark.
bool isAsked(QStringView sentence, const Token &last)
{
    for (qsizetype at = last.end; at < sentence.size(); ++at) {
        if (sentence[at] == QLatin1Char('?'))
            return true;
        if (sentence[at].isLetterOrNumber())
            return false;
    }
    return false;
}

bool beginsClause(const Tokens &tokens, size_t at)
{
    if (at + 1 == tokens.size())
        return false;
    const std::string &next = tokens[at + 1].text;
    return contains(Joiners, tokens[at].text) ||
           (contains(DoubtfulJoiners, tokens[at].text) && (contains(Subjects, next) || contains(Commands, next)));
}

std::vector<Clause> clausesOf(QStringView sentence, const Tokens &tokens)
{
    std::vector<Clause> clauses;
    for (size_t at = 0; at < tokens.size(); ++at) {
        const bool begins = at == 0 || tokens[at].sentenceStart || tokens[at].clauseStart || beginsClause(tokens, at);
        if (begins)
            clauses.push_back({at, at, false, false});
        clauses.back().last = at;
    }
    // A question is one as a whole.
    bool asked = false;
    for (auto clause = clauses.rbegin(); clause != clauses.rend(); ++clause) {
        const size_t next = clause->last + 1;
        if (next == tokens.size() || tokens[next].sentenceStart)
            asked = isAsked(sentence, tokens[clause->last]);
        clause->asked = asked;
    }
    return clauses;
}

bool isPhrase(const Tokens &clause)
{
    if (clause.size() > LongestPhrase)
        return false;
    if (!clause.empty() && contains(Commands, clause.front().text))
        return false;
    for (size_t at = 0; at < clause.size(); ++at) {
        const bool towards = at > 0 && contains(Towards, clause[at - 1].text);
        if (contains(Verbs, clause[at].text) || (contains(Doers, clause[at].text) && !towards))
            return false;
    }
    return true;
}

/// "I have Maria Lopez, 5 5 5 ...": a name or number read back.
bool isReadBack(QStringView sentence, const Tokens &clause)
{
    constexpr std::array<std::array<std::string_view, 2>, 4> Openings{
        {{"i"sv, "have"sv}, {"that"sv, "is"sv}, {"it"sv, "is"sv}, {"es"sv, ""sv}}};
    for (const auto &[first, second] : Openings) {
        const size_t length = second.empty() ? 1 : 2;
        if (clause.size() <= length || clause[0].text != first || (length == 2 && clause[1].text != second))
            continue;
        const QChar letter = sentence[clause[length].begin];
        return (letter.isUpper() || letter.isDigit()) && isPhrase(Tokens(clause.begin() + length, clause.end()));
    }
    return false;
}

} // namespace

std::optional<Clause> unfitClause(QStringView sentence, const Tokens &tokens,
                                  const std::function<bool(const Tokens &)> &backed,
                                  const std::function<void(const Clause &)> &refusal)
{
    for (Clause &clause : clausesOf(sentence, tokens)) {
        auto from = tokens.begin() + static_cast<long>(clause.first);
        const auto to = tokens.begin() + static_cast<long>(clause.last) + 1;
        const Tokens whole(from, to);
        while (from != to && contains(Leads, from->text))
            ++from;
        Tokens said(from, to);
        const bool readBack = isReadBack(sentence, said);
        if (!said.empty())
            said.front().sentenceStart = false;
        bool fits = said.empty() || clause.asked || readBack;
        const Utterance utterance(Lexicon::ofActs(), std::move(said));
        utterance.search(
            Phase::Danger, [](const Rule &, const Match &) { return true; },
            [&](int rule, const Match &) {
                fits = true;
                const std::string &name = Lexicon::ofActs().rules()[static_cast<size_t>(rule)].name;
                clause.refuses = clause.refuses || name.find("refusal") != std::string::npos;
            });
        if (clause.refuses)
            refusal(clause);
        if (!fits && !isPhrase(Tokens(from, to)) && !backed(whole))
            return clause;
    }
    return std::nullopt;
}

} // namespace Frontdesk::Safety
