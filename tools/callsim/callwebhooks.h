#pragma once

#include "tools/callsim/calljournal.h"
#include "tools/callsim/twiliowire.h"

namespace Frontdesk::CallSim {

/// What Twilio asks and tells the service about one call: the parameters of every webhook, and where each goes.
class CallWebhooks final : public QObject {
    Q_OBJECT

public:
    /// `journal` and `clock` outlive it.
    CallWebhooks(PhoneNetwork network, const Clock &clock, CallJournal &journal);

    [[nodiscard]] const PhoneNetwork &network() const { return m_network; }
    [[nodiscard]] const QString &callSid() const { return m_callSid; }
    [[nodiscard]] const QString &accountSid() const { return m_accountSid; }

    /// Twilio's `CallStatus` from now on; `ringing` at first.
    void setStatus(const QString &status) { m_status = status; }

    /// The next TwiML of the caller's leg, or of the person's who was rung.
    void fetch(const QString &method, const QUrl &url, const Parameters &extra, CallLeg::Document done);
    void fetchForCallee(const QString &calleeSid, const QString &number, const QString &method, const QUrl &url,
                        const Parameters &extra, CallLeg::Document done);

    /// The number's own fallback: an address, a static document, or dialling the line; the failure when there is none.
    void fetchFallback(const QUrl &failedUrl, const Error &failure, CallLeg::Document done);

    /// What a `<Play>` names.
    void fetchSound(const QUrl &url, CallLeg::Document done);

    [[nodiscard]] QNetworkRequest upgrade(const QUrl &url) const { return m_wire.upgrade(url); }

    /// The number's status callback at the end of a call of this length.
    void postStatus(Milliseconds length, std::function<void(Result<void>)> done);

    /// A stream's own status callback, when its TwiML names one.
    void reportStream(const Verb &stream, const QUrl &base, const QString &event, const QString &streamSid);

private:
    [[nodiscard]] Parameters usualParameters() const;
    void ask(const QString &method, const QUrl &url, const Parameters &parameters, CallLeg::Document done);

    PhoneNetwork m_network;
    const Clock &m_clock;
    CallJournal &m_journal;
    TwilioWire m_wire;
    QString m_callSid;
    QString m_accountSid;
    QString m_status = QStringLiteral("ringing");
};

} // namespace Frontdesk::CallSim
