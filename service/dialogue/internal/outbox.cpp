#include "service/dialogue/internal/outbox.h"

#include <algorithm>
#include <utility>

namespace Frontdesk::Dialogue {

Outbox::Outbox(QString language)
    : m_language(std::move(language))
{}

Say &Outbox::say(const QString &phraseId, const PhraseValues &values, int variant, bool simple)
{
    const PhraseBook &book = PhraseBook::builtIn();
    const Wording &phrase = book.phrase(phraseId, m_language);
    return sayText(phraseId, book.text(phraseId, m_language, values, variant, simple), phrase.mustBeHeard,
                   phrase.givesWay);
}

Say &Outbox::sayText(const QString &phraseId, const QString &text, bool mustBeHeard, bool givesWay)
{
    Say speech;
    speech.ticket = ++m_lastTicket;
    speech.text = text;
    speech.phraseId = phraseId;
    speech.language = m_language;
    speech.mustBeHeard = mustBeHeard;
    speech.givesWay = givesWay;
    speech.slow = m_slow;
    if (mustBeHeard) {
        m_unheard[speech.ticket] = speech;
    }
    m_actions.emplace_back(std::move(speech));
    return std::get<Say>(m_actions.back());
}

void Outbox::add(Action action)
{
    m_actions.push_back(std::move(action));
}

std::optional<Say> Outbox::played(const SpeechPlayed &speech)
{
    auto unheard = m_unheard.extract(speech.ticket);
    if (unheard.empty() || speech.complete) {
        return unheard.empty() ? std::nullopt : std::optional(unheard.mapped());
    }
    if (unheard.mapped().givesWay) {
        m_owed.push_back(unheard.mapped());
        return std::nullopt;
    }
    Say again = unheard.mapped();
    again.ticket = ++m_lastTicket;
    m_unheard[again.ticket] = again;
    m_actions.emplace_back(std::move(again));
    return std::nullopt;
}

void Outbox::waive(const QString &phraseId)
{
    const auto isIt = [&](const Say &say) { return say.phraseId == phraseId; };
    std::erase_if(m_owed, isIt);
    std::erase_if(m_unheard, [&](const auto &entry) { return isIt(entry.second); });
}

void Outbox::repeatOwed()
{
    const auto isSpeech = [](const Action &action) { return std::holds_alternative<Say>(action); };
    const auto isEnding = [&](const Action &action) {
        return std::holds_alternative<Escalate>(action) || std::holds_alternative<EndCall>(action) ||
               std::holds_alternative<AskModel>(action);
    };
    const auto last = std::find_if(m_actions.rbegin(), m_actions.rend(), isSpeech);
    if (m_owed.empty() || last == m_actions.rend() || std::any_of(m_actions.begin(), m_actions.end(), isEnding)) {
        return;
    }
    auto place = std::next(last).base();
    for (Say &again : std::exchange(m_owed, {})) {
        again.ticket = ++m_lastTicket;
        m_unheard[again.ticket] = again;
        place = std::next(m_actions.insert(place, std::move(again)));
    }
}

Actions Outbox::take()
{
    repeatOwed();
    QStringList texts;
    for (const Action &action : m_actions) {
        if (const auto *speech = std::get_if<Say>(&action)) {
            texts << speech->text;
        }
    }
    if (!texts.isEmpty()) {
        m_lastSpoken = texts.join(QLatin1Char(' '));
    }
    return std::exchange(m_actions, {});
}

} // namespace Frontdesk::Dialogue
