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
    Say &speech = sayText(phraseId, book.text(phraseId, m_language, values, variant, simple), phrase.mustBeHeard);
    if (phrase.givesWay) {
        speech.givesWay = true;
        m_unheard[speech.ticket].givesWay = true;
    }
    return speech;
}

Say &Outbox::sayText(const QString &phraseId, const QString &text, bool mustBeHeard)
{
    Say speech;
    speech.ticket = ++m_lastTicket;
    speech.text = text;
    speech.phraseId = phraseId;
    speech.language = m_language;
    speech.mustBeHeard = mustBeHeard;
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

void Outbox::played(const SpeechPlayed &speech)
{
    auto unheard = m_unheard.extract(speech.ticket);
    if (unheard.empty() || speech.complete) {
        return;
    }
    if (unheard.mapped().givesWay) {
        m_owed = unheard.mapped();
        return;
    }
    Say again = unheard.mapped();
    again.ticket = ++m_lastTicket;
    m_unheard[again.ticket] = again;
    m_actions.emplace_back(std::move(again));
}

void Outbox::repeatOwed()
{
    const auto isSpeech = [](const Action &action) { return std::holds_alternative<Say>(action); };
    const auto isEnding = [&](const Action &action) {
        return !isSpeech(action) && !std::holds_alternative<SubmitTask>(action);
    };
    const auto last = std::find_if(m_actions.rbegin(), m_actions.rend(), isSpeech);
    if (!m_owed || last == m_actions.rend() || std::any_of(m_actions.begin(), m_actions.end(), isEnding)) {
        return;
    }
    Say again = *std::exchange(m_owed, std::nullopt);
    again.ticket = ++m_lastTicket;
    m_unheard[again.ticket] = again;
    m_actions.insert(std::next(last).base(), std::move(again));
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
