#pragma once

#include "shared/core/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace Frontdesk::TextToSpeech {

enum class Pace { Normal, Slow };

/// What to say and how. `text` is written for people; the voice makes numbers and times speakable itself.
struct SpeechText {
    QString text;
    QString language = QStringLiteral("en");
    Pace pace = Pace::Normal;

    friend bool operator==(const SpeechText &, const SpeechText &) = default;
};

/// A voice. Lives on the thread that made it; synthesis happens elsewhere.
class TextToSpeech : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts speaking `text` under the caller's own `ticket`: `audio` one or more times, then `finished`; or `failed`.
    /// Several tickets may run at once.
    virtual void speak(quint64 ticket, const SpeechText &text) = 0;

    /// No further signal comes for this ticket.
    virtual void cancel(quint64 ticket) = 0;

Q_SIGNALS:
    /// 8 kHz mu-law, any length, in order.
    void audio(quint64 ticket, const QByteArray &muLaw);
    void finished(quint64 ticket);
    void failed(quint64 ticket, const Frontdesk::Error &error);
};

} // namespace Frontdesk::TextToSpeech
