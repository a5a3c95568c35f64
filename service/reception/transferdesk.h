#pragma once

#include "service/reception/transfer.h"
#include "service/reception/transferanswers.h"
#include "service/telephony/twiliorest.h"
#include "service/telephony/webhooks.h"

#include <QHash>
#include <QMutex>
#include <QThread>

namespace Frontdesk::Reception {

/// The transfers that are under way in this process, and what they ask of the phone network, from a thread of its own.
/// Safe from any thread.
class TransferDesk {
public:
    /// Which attempt for which caller's call an event belongs to.
    struct Attempt {
        QString callSid;
        int number = 0;
    };

    /// `network` null: the clinic can only be rung from the caller's own call.
    TransferDesk(std::shared_ptr<const Telephony::TwilioRest> network, const Clock &clock);
    /// What is still asked of the phone network is given up.
    ~TransferDesk();

    /// Rings `line` for the caller; `call.transfers` numbers the attempt. False: nobody can be rung this way.
    bool begin(const LiveCall &call, const QString &line, const TransferAnswers &answers);

    // About the clinic's phone. Events of an older attempt, or of one that is unknown, change nothing.
    void staffCallIs(const Attempt &attempt, const QString &staffCallSid, Telephony::CallStatus status);
    /// False: say that it is too late.
    [[nodiscard]] bool staffAsks(const Attempt &attempt, const QString &staffCallSid);
    [[nodiscard]] bool keyPressed(const Attempt &attempt, const QString &keys);
    void machineAnswered(const Attempt &attempt);
    void talkBegins(const Attempt &attempt);

    // About the caller's call.
    [[nodiscard]] Transfer::Next callerAsks(const QString &callSid); ///< Unknown: RingDirectly.
    /// Whether the caller, alone in the room, may still expect somebody. If not, their call is told again to leave it.
    [[nodiscard]] bool somebodyComes(const QString &callSid);
    /// The caller's dial is over. True: they talked. Nothing: it was not a room that they were in.
    [[nodiscard]] std::optional<bool> talkEnds(const QString &callSid);
    /// True: they left before anybody talked with them.
    [[nodiscard]] bool callerLeft(const QString &callSid);
    [[nodiscard]] Transfer::Failure failureOf(const QString &callSid) const;

    /// How long the clinic's phone rings: about six times.
    static constexpr std::chrono::seconds RingTime{30};

private:
    struct Entry {
        Transfer transfer;
        int attempt = 0;
        QString callId; ///< Ours, for the log.
        QString staffCallSid;
        QString holdUrl;
    };

    /// Lets `change` work on the transfer, then passes its orders on. Nothing is done for an attempt that is not known.
    template <typename Change>
    auto with(const Attempt &attempt, Change change);
    /// Runs it on the thread that talks to the phone network.
    void ask(std::function<void(const Telephony::TwilioRest &)> question) const;
    void carryOut(const QString &callSid, const Entry &entry, Transfer::Orders orders) const;
    void onStaffCall(const Attempt &attempt, const Telephony::TwilioAnswer<Telephony::TwilioResource> &answer);

    const std::shared_ptr<const Telephony::TwilioRest> m_network;
    const Clock &m_clock;
    mutable QMutex m_mutex; ///< Guards m_transfers.
    QHash<QString, Entry> m_transfers;
    QThread m_thread;          ///< Webhooks may be answered on a thread without an event loop.
    mutable QObject m_context; ///< Lives there.
};

} // namespace Frontdesk::Reception
