#include "service/dialogue/slots/internal/namereader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/namephrase.h"
#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

enum class Role { Speaker, Patient };

struct Cue {
    Phrase words;
    NameCue strength;
    Role role;
};

/// What introduces a name. The name begins where the match ends.
const std::vector<Cue> &cues()
{
    static const std::vector<Cue> all = [] {
        const auto cue = [](NameCue strength, Role role, const char *words) {
            return Cue{Phrase(words), strength, role};
        };
        return std::vector<Cue>{
            cue(NameCue::Strong, Role::Patient,
                "(?:(?:his|her|their|hers|patient|child|baby|kid|son|daughter|mom|mother|dad|father|wife|husband|"
                "brother|sister|grandson|granddaughter|partner|client|aunt|uncle|grandmother|grandma|grandpa|"
                "grandfather|friend|neighbor|cousin|niece|nephew|boy|girl)(?: 's)?|the|patients) (?:full |legal |real "
                ")?names? (?:is|'s|are|will be|would be|on the chart is)"),
            cue(NameCue::Fair, Role::Patient,
                "(?:the )?patient(?: (?:is|'s|'s name is|'s name 's|named|by the name of|called)|(?= "
                "(?:missus|mister|miss)))|(?:one of )?(?:your|our|my) (?:patients?|clients?|residents?|students?)(?: "
                "(?:named|called|by the name "
                "of))?|guardian (?:for|of)|(?:mother|father|mom|dad|parent|daughter|son|wife|husband) "
                "of|(?:named|called|by the name "
                "of)|on behalf of|(?:he|she) goes by|under(?: the name(?: of)?)?|for (?:a )?patient"),
            cue(NameCue::Fair, Role::Patient,
                "(?:under|by|use|it 's|still) (?:my|her|his|our) (?:maiden|married|old|new) name(?: of| is)?|(?:a|one "
                "of "
                "our|another) (?:student|patient|resident|client|member|sister|brother)s?(?: (?:of yours|here|of "
                "ours))"),
            cue(NameCue::Weak, Role::Speaker, "(?:it|that|this) (?:will|would|should) be"),
            cue(NameCue::Strong, Role::Speaker,
                "(?:my|the|full|legal|birth) (?:full |legal |real |maiden )?name (?:is|'s|would be|be)|name 's|name "
                "is"),
            cue(NameCue::Fair, Role::Speaker,
                "(?:this is(?: just)?|name of|you are (?:speaking|talking) (?:with|to)|it is me|it 's me|just "
                "put|put(?: it)? (?:down )?under|put down)"),
            cue(NameCue::Weak, Role::Speaker,
                "(?:it 's|it is|i am|that 's|hi|hello|hey|yeah|yes|morning|afternoon|evening|there)"),
            cue(NameCue::Fair, Role::Patient, "for (?:my|our|a) (?:client|patient|resident|student)"),
            cue(NameCue::Weak, Role::Patient,
                "(?:for|about|see|bring|it 's for|for me|patient|client|resident|student)"),
            cue(NameCue::Weak, Role::Patient, "(?:he|she) (?:'s|is)"),
        };
    }();
    return all;
}

struct Named {
    QStringList persons;
    WordSpan words;
    Role role = Role::Speaker;
    bool corrected = false;
    bool nickname = false;
};

class Finder {
public:
    Finder(const SpokenText &text, const Claims &claims, const RelationReading &relation, const NameContext &context)
        : m_text(text)
        , m_claims(claims)
        , m_relation(relation)
        , m_asked(context.patientAsked || context.callerAsked || context.spellingAsked)
        , m_spellings(spelledIn(text, m_asked))
        , m_remarks(spellingRemarksIn(text))
    {
        if (!m_asked) {
            // Unasked, a spelling counts only right behind a name: "p p o" or "d m v" are none.
            m_spellings.erase(std::remove_if(m_spellings.begin(), m_spellings.end(),
                                             [](const SpelledWord &word) { return word.letters.size() < 3; }),
                              m_spellings.end());
        }
    }

    std::vector<Named> all()
    {
        byRelation();
        byCues();
        byClosing();
        bySignature();
        const bool opensWithName =
            (isGivenName(m_text.at(0)) || isSurname(m_text.at(0))) && !m_found.empty() &&
            std::none_of(m_found.begin(), m_found.end(), [](const Named &n) { return n.words.first < 2; });
        if (m_asked && (noneOfSpeaker() || opensWithName)) {
            bare();
        }
        if (m_asked) {
            lastNameLater();
            fullAtTheEnd();
        }
        byTitle();
        bySpelling();
        std::sort(m_found.begin(), m_found.end(),
                  [](const Named &a, const Named &b) { return a.words.first < b.words.first; });
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool noneOfSpeaker() const
    {
        return std::none_of(m_found.begin(), m_found.end(), [](const Named &named) { return !named.nickname; });
    }

    bool take(int at, NameCue strength, Role role, bool nickname = false)
    {
        static const Phrase season(
            "(?:summer|spring|autumn|winter|april|may|june) (?:camp|school|vacation|break|sports?|job|"
            "program|season|league)");
        if (m_text.is(at - 1, "not") || season.findAt(m_text, at)) {
            return false; // "Not Allen, Alan"; "for summer camp"
        }
        if (!m_claims.isFree(at) ||
            std::any_of(m_found.begin(), m_found.end(), [at](const Named &n) { return n.words.has(at); })) {
            return false;
        }
        NamePhrase phrase = namePhraseAt(m_text, at, strength, m_spellings, m_remarks);
        if (phrase.bits.empty() ||
            !m_claims.isFree({phrase.bits.front().words.first, phrase.bits.front().words.last})) {
            return false;
        }
        if (strength != NameCue::Strong && !plausible(phrase, strength)) {
            return false;
        }
        const QStringList persons = personsIn(phrase);
        if (persons.isEmpty()) {
            return false;
        }
        // "I'm Grace Miller's daughter": the name is not the speaker's.
        if (role == Role::Speaker && m_text.is(phrase.last, "'s") && m_relation.callerNamed &&
            m_relation.words.has(phrase.last)) {
            role = Role::Patient;
        }
        m_found.push_back({persons, {at, phrase.last}, role, phrase.corrected, nickname});
        return true;
    }

    /// Unknown words are taken for a name only where little else is said.
    [[nodiscard]] bool plausible(const NamePhrase &phrase, NameCue strength) const
    {
        const bool known = std::any_of(phrase.bits.begin(), phrase.bits.end(), [](const NameBit &bit) {
            return bit.spelled || isGivenName(bit.text) || isSurname(bit.text) || bit.label != NameBit::Label::None;
        });
        if (known) {
            return true;
        }
        return strength == NameCue::Fair && phrase.bits.size() <= 4;
    }

    /// "My mom, Ruth Kessler", "I'm his wife Angela".
    void byRelation()
    {
        if (m_relation.words.empty()) {
            return;
        }
        const int after = m_relation.words.last;
        static const Phrase gap("(?:(?:and )?(?:his|her|their) name (?:is|'s)|named|called|in law|'s name "
                                "(?:is|'s)|name (?:is|'s)|who 's|is)");
        int at = after;
        bool named = false;
        if (const auto match = gap.findAt(m_text, at)) {
            at = match->all.last;
            named = !m_text.is(match->all.first, "is") && !m_text.is(match->all.first, "who");
        }
        const Role role = m_relation.callerNamed ? Role::Speaker : Role::Patient;
        if (named) {
            const bool ofPatient =
                m_text.isAny(after, {"his", "her", "their"}) || m_text.isAny(after + 1, {"his", "her", "their"});
            take(at, NameCue::Strong, ofPatient ? Role::Patient : role);
            return;
        }
        if (at != after) {
            take(at, NameCue::Weak, role);
            return;
        }
        const QString &word = m_text.at(at);
        if (isTitle(word)) {
            take(at, NameCue::Fair, role);
            return;
        }
        if (isSeldomName(word) && !isSurname(m_text.at(at + 1))) {
            return; // "My boss will murder me"
        }
        if (take(at, NameCue::Weak, role)) {
            return;
        }
        // An unknown name shows itself by what follows: "my son Aarav needs", "my son Aarav."
        static const Phrase verb(
            "(?:he|she|they|needs|wants|has|had|is|'s|was|would|who|got|fell|keeps|broke|hurt|and|in)");
        const bool plain = word.size() > 2 && !isNeverName(word) && !isSeldomName(word);
        if (plain && (at + 1 == m_text.size() || verb.findAt(m_text, at + 1) || isSurname(m_text.at(at + 1)) ||
                      spelledSoonAfter(at) || fullNameAt(at))) {
            take(at, NameCue::Fair, role);
        }
    }

    void byCues()
    {
        for (const Cue &cue : cues()) {
            for (const Phrase::Match &match : cue.words.findAll(m_text)) {
                if (refused(match.all)) {
                    continue;
                }
                const bool weakStart = cue.strength == NameCue::Weak && cue.role == Role::Speaker && !m_asked &&
                                       match.all.first > 4 && !m_text.isAny(match.all.first, {"it", "i"});
                if (weakStart) {
                    continue;
                }
                Role role = cue.role;
                // "My wife wants to reschedule, it's Beth Carver": "it's" then names the patient.
                if (role == Role::Speaker && m_relation.forOther && !m_relation.callerNamed &&
                    m_text.isAny(match.all.first, {"it", "that"}) && m_relation.words.first < match.all.first) {
                    role = Role::Patient;
                }
                // "We're sending a patient over, name of Hugo Ballard"
                if (m_relation.callerNamed && m_text.is(match.all.last - 1, "of") &&
                    m_text.is(match.all.first, "name")) {
                    role = Role::Patient;
                }
                const bool open =
                    match.all.first <= 2 || m_text.isAny(match.all.first - 1, {"calling", "yes", "okay", "yeah"});
                const bool named = fullNameAt(match.all.last) || (open && surnameAloneAt(match.all.last));
                const bool other = m_relation.callerNamed && named; // "her husband, I'm calling about Junie Strand"
                const bool whole =
                    cue.strength == NameCue::Weak &&
                    (m_asked ? cue.role == Role::Speaker : (open && named) || (other && cue.role == Role::Patient));
                take(match.all.last, whole ? NameCue::Fair : cue.strength, role);
            }
        }
    }

    [[nodiscard]] bool refused(WordSpan cue) const
    {
        static const Phrase nick("(?:go|goes|going) by|(?:can |just )?call (?:me|him|her)|maiden name");
        return m_text.is(cue.first - 1, "not") ||
               (nick.findAt(m_text, cue.first - 2).has_value() && m_text.is(cue.first, "by"));
    }

    /// Two words nobody would say here but as a name, then the sentence goes on: "it's Manny Quintana, I twisted ...".
    [[nodiscard]] bool fullNameAt(int at) const
    {
        static const Phrase on("(?:i|we|he|she|they|calling|and|my|can|could|here|again|from|asked|needs|wants|has|is|'"
                               "s|was|who|would|about|$)");
        const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
        const bool seldom = isSeldomName(m_text.at(at)) && !isGivenName(m_text.at(at));
        return phrase.bits.size() >= 2 && phrase.bits.size() <= 3 && !seldom &&
               (phrase.last >= m_text.size() || on.findAt(m_text, phrase.last));
    }

    /// "I'm Boyd and I take care of ...": a surname that is no ordinary word may stand alone.
    [[nodiscard]] bool surnameAloneAt(int at) const
    {
        return isSurname(m_text.at(at)) && !isSeldomName(m_text.at(at)) && !isNeverName(m_text.at(at)) &&
               m_text.isAny(at + 1, {"i", "and", "calling", "from", "here"});
    }

    [[nodiscard]] bool spelledSoonAfter(int at) const
    {
        return std::any_of(m_spellings.begin(), m_spellings.end(), [at](const SpelledWord &word) {
            return word.words.first > at && word.words.first <= at + 3;
        });
    }

    /// A word and its spelling: "Marisol Tafoya, t a f o y a".
    void bySpelling()
    {
        for (const SpelledWord &word : m_spellings) {
            for (int at = std::max(0, word.words.first - 2); at < word.words.first; ++at) {
                const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, m_spellings, m_remarks);
                const bool reaches = phrase.last >= word.words.last && phrase.bits.size() >= 2;
                if (reaches && personsIn(phrase).join(QLatin1Char(' ')).split(QLatin1Char(' ')).size() <
                                   static_cast<qsizetype>(phrase.bits.size())) {
                    take(at, NameCue::Fair, m_asked ? Role::Patient : Role::Speaker);
                    break;
                }
            }
        }
    }

    /// "Griselda Pope is the name".
    void byClosing()
    {
        static const Phrase closing("(?:is|'s) (?:the|my|her|his) name");
        for (const Phrase::Match &match : closing.findAll(m_text)) {
            for (int at = std::max(0, match.all.first - 3); at + 1 < match.all.first; ++at) {
                const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
                if (phrase.bits.size() >= 2 && phrase.last == match.all.first) {
                    const bool others = m_text.isAny(match.all.last - 2, {"her", "his"});
                    take(at, NameCue::Fair, others ? Role::Patient : Role::Speaker);
                    return;
                }
            }
        }
    }

    /// "Gerald Pitts here", "Tom Baker calling".
    void bySignature()
    {
        static const Phrase sign("here|speaking|calling");
        for (int at = 0; at <= 2 && at < m_text.size(); ++at) {
            const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
            if (!phrase.bits.empty() && sign.findAt(m_text, phrase.last)) {
                take(at, NameCue::Fair, Role::Speaker);
                return;
            }
        }
        // "Lottie Fay, no insurance, six oh eight ...": a full name, then other facts.
        const bool known = isGivenName(m_text.at(0)) && !isSeldomName(m_text.at(0));
        const NamePhrase phrase = known ? namePhraseAt(m_text, 0, NameCue::Fair, m_spellings, m_remarks) : NamePhrase{};
        if (phrase.bits.size() >= 2 && (fullNameAt(0) || !m_claims.isFree(phrase.last) || phrase.bits.back().spelled)) {
            take(0, NameCue::Fair, Role::Speaker);
        }
    }

    /// An answer that is nothing but the name.
    void bare()
    {
        static const Phrase lead(
            "(?:yes|yeah|yep|sure|okay|oh|hi|hello|it|'s|is|that|well|so|my|the|name|patient|no|uh-huh|please|just|for|"
            "this|i|am|put|would be|be|of "
            "course|absolutely|certainly|again|his|her|their|first|spelled|spelling|and|last name|first "
            "name|surname|baby (?:girl|boy)|not named yet|still|named yet|not|ma'am|sir|maam)");
        static const Phrase wait("(?:hold on|wait|one (?:sec\\w*|moment|minute)|let "
                                 "me|why|what|how|who|do|can|could|sorry what|excuse me|pardon)");
        if (wait.findAt(m_text, 0)) {
            return;
        }
        for (int at = 0; at < m_text.size(); ++at) {
            if (m_text.is(at - 2, "used") || m_text.is(at - 3, "used")) {
                continue; // "it used to be Fletcher"
            }
            const int before = static_cast<int>(m_found.size());
            if (labelAt(at) || !isNeverName(m_text.at(at)) || isGivenName(m_text.at(at))) {
                take(at, NameCue::Fair, m_relation.callerNamed ? Role::Speaker : Role::Patient);
            }
            if (static_cast<int>(m_found.size()) > before) {
                checkBare();
                return;
            }
            if (!lead.findAt(m_text, at) && at > 6) {
                return;
            }
        }
    }

    /// "Stone, like a rock, Kendra Stone", "it used to be Fletcher, so Brenda Novak": the answer closes with the whole.
    void fullAtTheEnd()
    {
        const bool full = std::any_of(m_found.begin(), m_found.end(), [](const Named &named) {
            return named.persons.front().contains(QLatin1Char(' '));
        });
        for (int at = m_text.size() - 2; !full && at > 0; --at) {
            if (!isGivenName(m_text.at(at)) || isSeldomName(m_text.at(at))) {
                continue;
            }
            const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
            if (phrase.bits.size() >= 2 && phrase.last == m_text.size()) {
                take(at, NameCue::Fair, m_relation.callerNamed ? Role::Speaker : Role::Patient);
                return;
            }
        }
    }

    /// "I take care of Mister Jepsen": a title names somebody, and it is not the speaker.
    void byTitle()
    {
        for (int at = 0; m_relation.forOther && at + 1 < m_text.size(); ++at) {
            if (m_text.isAny(at, {"mister", "missus", "miss", "mr", "mrs", "ms"})) {
                take(at, NameCue::Fair, Role::Patient);
            }
        }
    }

    /// "Thaddeus, but everyone says Tad, last name Brubaker".
    void lastNameLater()
    {
        static const Phrase label("(?:last name|surname|family name)(?: (?:is|'s))?");
        const auto match = label.find(m_text);
        if (!match || m_found.size() != 1 || m_found.front().persons.size() != 1 ||
            m_found.front().persons.front().contains(QLatin1Char(' ')) ||
            match->all.first < m_found.front().words.last) {
            return;
        }
        const NamePhrase phrase = namePhraseAt(m_text, match->all.last, NameCue::Strong, m_spellings, m_remarks);
        if (const QStringList persons = personsIn(phrase); persons.size() == 1) {
            m_found.front().persons.front() += QLatin1Char(' ') + persons.front();
            m_found.front().words.last = phrase.last;
        }
    }

    [[nodiscard]] bool labelAt(int at) const
    {
        static const Phrase label("(?:(?:my|the|his|her) )?(?:(?:first|last) (?:name|is|'s)|surname)");
        return label.findAt(m_text, at).has_value() ||
               std::any_of(m_spellings.begin(), m_spellings.end(),
                           [at](const SpelledWord &w) { return w.words.first == at; }) ||
               std::any_of(m_remarks.begin(), m_remarks.end(), [at](WordSpan w) { return w.first == at; });
    }

    /// A sentence of other words around an unknown one is no name.
    void checkBare()
    {
        const Named &last = m_found.back();
        int others = 0;
        for (int i = 0; i < m_text.size(); ++i) {
            others += last.words.has(i) ? 0 : 1;
        }
        bool known = false;
        for (int i = last.words.first; i < last.words.last; ++i) {
            known = known || isGivenName(m_text.at(i)) || isSurname(m_text.at(i)) || m_text.at(i).size() == 1;
        }
        if (!known && others > 4) {
            m_found.pop_back();
        }
    }

    const SpokenText &m_text;
    const Claims &m_claims;
    const RelationReading &m_relation;
    bool m_asked;
    std::vector<SpelledWord> m_spellings;
    std::vector<WordSpan> m_remarks;
    std::vector<Named> m_found;
};

/// "Joseph and Maria Ferraro, it's for Maria": the later mention picks one of those before.
void pickOne(std::vector<Named> &found)
{
    for (size_t i = 1; i < found.size(); ++i) {
        if (found[i].persons.size() != 1 || found[i].persons[0].contains(QLatin1Char(' '))) {
            continue;
        }
        for (size_t j = 0; j < i; ++j) {
            for (const QString &person : found[j].persons) {
                if (person.section(QLatin1Char(' '), 0, 0) == found[i].persons[0] && person != found[i].persons[0]) {
                    found[i].persons = {person};
                    found[j].persons.clear();
                    found[i].role = Role::Patient;
                    break;
                }
            }
        }
    }
    found.erase(std::remove_if(found.begin(), found.end(), [](const Named &named) { return named.persons.isEmpty(); }),
                found.end());
}

} // namespace

namespace {

/// "Ben, Ben Otis" is one person; so is, after a correction, whoever is named last and in full.
void keepFullest(const SpokenText &text, std::vector<ReadName> &patients, bool asked)
{
    const auto within = [&](const ReadName &part) {
        return std::any_of(patients.begin(), patients.end(), [&](const ReadName &whole) {
            const QString padded = QLatin1Char(' ') + whole.name + QLatin1Char(' ');
            return whole.name != part.name && padded.contains(QLatin1Char(' ') + part.name + QLatin1Char(' '));
        });
    };
    std::vector<ReadName> kept;
    std::copy_if(patients.begin(), patients.end(), std::back_inserter(kept),
                 [&](const ReadName &name) { return !within(name); });
    patients = std::move(kept);
    // "Robert Lee Tuttle, but put down Bobby"
    static const Phrase nicknamed("(?:put down|but|call me|goes by|go by|say|short for)");
    const auto whole = std::count_if(patients.begin(), patients.end(),
                                     [](const ReadName &name) { return name.name.contains(QLatin1Char(' ')); });
    static const Phrase shortFor("short for");
    if (asked && patients.size() > 1 && shortFor.in(text)) {
        patients.erase(patients.begin(), patients.end() - 1); // "Lindy, short for Melinda, Melinda Croft"
    }
    if (asked && patients.size() > 1 && whole == 1 && nicknamed.in(text)) {
        std::erase_if(patients, [](const ReadName &name) { return !name.name.contains(QLatin1Char(' ')); });
    }
    if (asked && patients.size() > 1 && !correctionsIn(text).empty() &&
        patients.back().name.contains(QLatin1Char(' '))) {
        const WordSpan last = patients.back().words;
        std::erase_if(patients, [&](const ReadName &name) { return !name.words.meets(last); });
    }
}

} // namespace

NameReading readNames(const SpokenText &text, Claims &claims, const RelationReading &relation,
                      const NameContext &context)
{
    NameReading reading;
    std::vector<Named> found = Finder(text, claims, relation, context).all();
    pickOne(found);
    const bool patientNamed =
        std::any_of(found.begin(), found.end(), [](const Named &named) { return named.role == Role::Patient; });
    for (const Named &named : found) {
        claims.take(named.words);
        reading.corrected = reading.corrected || named.corrected;
        const bool speakerIsCaller =
            relation.forOther || context.callerAsked || (patientNamed && !context.patientAsked);
        const bool caller =
            (named.role == Role::Speaker && speakerIsCaller && !(context.patientAsked && !relation.callerNamed)) ||
            (named.role == Role::Patient && context.callerAsked && !relation.forOther);
        if (caller) {
            if (!reading.caller) {
                reading.caller = ReadName{named.persons.front(), named.words};
            }
            continue;
        }
        for (const QString &person : named.persons) {
            const bool again =
                std::any_of(reading.patients.begin(), reading.patients.end(), [&](const ReadName &other) {
                    return other.name == person || other.name.startsWith(person + QLatin1Char(' '));
                });
            if (!again) {
                reading.patients.push_back({person, named.words});
            }
        }
    }
    keepFullest(text, reading.patients, context.patientAsked);
    return reading;
}

} // namespace Frontdesk::Dialogue
