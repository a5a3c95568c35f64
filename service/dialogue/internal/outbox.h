#pragma once

#include "service/dialogue/events.h"
#include "service/dialogue/phrasebook.h"

#include <map>
#include <optional>

namespace Frontdesk::Dialogue {

/// Collects what one event leads to, numbers what is said, and sees that safety text is heard.
class Outbox {
public:
    explicit Outbox(QString language);

    /// Puts a sentence behind those said before it.
    Say &say(const QString &phraseId, const PhraseValues &values = {}, int variant = 0, bool simple = false);
    Say &sayText(const QString &phraseId, const QString &text, bool mustBeHeard = false, bool givesWay = false);
    void add(Action action);

    /// Says again what must be heard and was not: at once, or with the next answer when it gives way to the caller.
    /// Returns what must be heard and was heard in full now.
    std::optional<Say> played(const SpeechPlayed &speech);
    /// What was said of this phrase need not be heard any more.
    void waive(const QString &phraseId);

    /// Everything since the last take; then the next event begins.
    [[nodiscard]] Actions take();

    /// All that was said in answer to the last caller turn, as one text.
    [[nodiscard]] const QString &lastSpoken() const { return m_lastSpoken; }
    [[nodiscard]] const QString &language() const { return m_language; }
    void setLanguage(const QString &language) { m_language = language; }
    void setSlow(bool slow) { m_slow = slow; }

private:
    void repeatOwed();

    QString m_language;
    bool m_slow = false;
    quint64 m_lastTicket = 0;
    Actions m_actions;
    QString m_lastSpoken;
    std::map<quint64, Say> m_unheard; ///< Must be heard, not yet confirmed, by ticket.
    std::vector<Say> m_owed;          ///< Were interrupted; go in front of our next question.
};

} // namespace Frontdesk::Dialogue
