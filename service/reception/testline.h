#pragma once

#include "service/call/callsession.h"
#include "service/reception/callline.h"
#include "service/sockets/websocket.h"
#include "service/storage/database.h"
#include "service/telephony/mediastream.h"
#include "service/telephony/streamtokens.h"

#include <QPointer>

namespace Frontdesk::Reception {

/// A call of somebody at the clinic with their own assistant: the same line protocol, ears, rules and voice as a
/// patient's call, and nothing is kept. No call, task, escalation or recording comes of it; what would have is told to
/// the tester over the same socket, as text messages beside the phone network's own:
///
/// `{"event": "turn", "turn": {...}}`, `{"event": "task", "task": {...}}`, `{"event": "escalation", "reason",
/// "emergency"}`, `{"event": "ended", "outcome"}`.
///
/// Lives on the thread that owns the socket and deletes itself when the line is over.
class TestLine final : public QObject, private Telephony::MediaStreamListener, private Call::CallObserver {
    Q_OBJECT

public:
    struct Context {
        Storage::Database &database;
        Telephony::StreamTokens &tokens;
        SpeechParts speech;
    };

    TestLine(std::unique_ptr<Sockets::WebSocket> socket, Context context);
    ~TestLine() override;

    /// What lets somebody of this clinic begin this call, once and within a minute. It names the clinic, so that any node
    /// may answer.
    [[nodiscard]] static QString ticketFor(const ClinicId &clinic, const QString &callId,
                                           Telephony::StreamTokens &tokens);

private:
    void onStreamStarted(const Telephony::StartInfo &info) override;
    void onCallerAudio(Flow::MuLawBytes audio, Milliseconds at) override;
    void onKeyPressed(QChar digit) override;
    void onMarkReturned(const QString &name) override;
    void onStreamEnded(Telephony::StreamEnd reason) override;

    void onClosing(CallPhase /*phase*/, bool /*guidanceOwed*/) override {}
    void onTurn(const TurnRecord &turn) override;
    void onTask(const Dialogue::SubmitTask &task) override;
    void onEscalation(const Dialogue::Escalate &escalation) override;
    void onRecording(const Dialogue::SetRecording & /*recording*/) override {}
    void onTurnTimes(int /*turn*/, const TurnTimes & /*times*/) override {}
    void onAskedAhead(bool /*used*/) override {}
    void onConversation(const Dialogue::Event & /*event*/, const Dialogue::Actions & /*actions*/) override {}
    void onEnded(const QString &outcome) override;

    [[nodiscard]] Result<ClinicId> redeem(const QString &ticket, const QString &callId) const;
    void begin(const ClinicProfile &clinic);
    void tell(const QString &event, QJsonObject what = {});

    Context m_context;
    SystemScheduler m_scheduler;
    QPointer<Sockets::WebSocket> m_socket; ///< The stream's.
    std::unique_ptr<Telephony::MediaStream> m_stream;
    std::unique_ptr<Call::CallSession> m_session; ///< Null until the clinic is known.
};

} // namespace Frontdesk::Reception
