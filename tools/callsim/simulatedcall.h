#pragma once

#include "tools/callsim/callee.h"
#include "tools/callsim/callfacts.h"
#include "tools/callsim/callwebhooks.h"
#include "tools/callsim/conferencerooms.h"
#include "tools/callsim/mediasocket.h"
#include "tools/callsim/phoneline.h"
#include "tools/callsim/twimlwalker.h"

namespace Frontdesk::CallSim {

/// One call from the first webhook to the status callback: Twilio's side joined from its parts, with a patient on the
/// line.
class SimulatedCall final : public QObject, public CallLeg {
    Q_OBJECT

public:
    /// `voice`, `scheduler` and `metronome` outlive the call; `listener` hears of everything as it happens.
    SimulatedCall(PhoneNetwork network, Script script, std::shared_ptr<const PreparedSounds> sounds,
                  PatientVoice &voice, Scheduler &scheduler, Metronome &metronome, CallJournal::Listener listener,
                  QObject *parent = nullptr);

    void start();

    /// The caller hangs up now.
    void hangUp();

    /// Where it meets other calls; null: nowhere. Outlives the call.
    void setRooms(ConferenceRooms *rooms) { m_rooms = rooms; }
    /// The service sends the call to another address: whatever it does is left.
    void redirect(const QUrl &url);
    /// The service rings somebody for this caller through the REST API.
    void staffIsRung(const QString &number);
    void note(Party party, const QString &what) { m_journal.add(party, what); }

    [[nodiscard]] const QString &callSid() const { return m_webhooks.callSid(); }
    [[nodiscard]] PhoneLine &line() { return m_line; }
    [[nodiscard]] const Script &script() const { return m_script; }

    /// Complete after `finished`.
    [[nodiscard]] CallFacts facts() const;

    void fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done) override;
    void fetchFallback(const QUrl &failedUrl, const Error &failure, Document done) override;
    void say(const QString &text, Done done) override;
    void play(const QUrl &url, Done done) override;
    void pause(Milliseconds length, Done done) override;
    void gather(int digits, Milliseconds timeout, std::function<void(QString)> done) override;
    void connectStream(const Verb &stream, const QUrl &base, Done closed) override;
    void dial(const Verb &dial, const QUrl &base, std::function<void(DialResult)> done) override;
    void warn(const QString &text) override;

Q_SIGNALS:
    void over();
    void faultsWanted(const QString &faults);
    /// The call is over and the status callback was answered, or will never be.
    void finished();

private:
    void connectLine();
    void connectSocket(const Done &closed);
    void onMarkArrived(const QString &name);
    void onMarksHeard(const QStringList &names);
    void onWalkEnded(WalkEnd end);
    void enterRoom(const Verb &room, const QUrl &base, const std::function<void(DialResult)> &done);
    void talksToClinic();
    void followDial(Callee &callee, const QString &callSid, const std::function<void(DialResult)> &done);
    void finish(const QString &endedBy, const QString &ending);

    Script m_script;
    std::shared_ptr<const PreparedSounds> m_sounds;
    PatientVoice &m_voice;
    Scheduler &m_scheduler;
    CallJournal m_journal;
    CallWebhooks m_webhooks;
    PhoneLine m_line;
    TwimlWalker m_walker;
    QPointer<MediaSocket> m_socket;
    ConferenceRooms *m_rooms = nullptr;
    QPointer<TwimlWalker> m_waiting; ///< What is played to a caller who is alone in a room.
    Scheduler::JobHandle m_longestCall;
    std::mt19937 m_random; ///< Which frames are lost on the way.
    CallFacts m_facts;
    Milliseconds m_streamStart{0}; ///< Of the running stream, on the line's clock.
    bool m_talkedToClinic = false;
    bool m_ended = false;
};

} // namespace Frontdesk::CallSim
