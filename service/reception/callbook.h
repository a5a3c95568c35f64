#pragma once

#include "service/reception/callregistry.h"
#include "service/storage/callrecorder.h"
#include "service/telephony/webhooks.h"
#include "shared/core/clock.h"

namespace Frontdesk::Reception {

/// What is written about a call from outside its media stream: that it came in, that it rings the clinic, what nobody
/// answered, that it is over. Memory first, the database behind it: futures are done when it is kept. Safe from any
/// thread.
class CallBook {
public:
    CallBook(Storage::Database &database, Storage::CallRecorder &recorder, CallRegistry &registry, const Clock &clock);

    struct Noted {
        LiveCall call;
        Pending<void> kept;
    };
    Noted open(const Telephony::CallReference &reference, const ClinicProfile &clinic);

    /// The call as memory or the database knows it.
    [[nodiscard]] Pending<Result<LiveCall>> lookUp(const Telephony::CallReference &reference);

    /// The calls of this process.
    [[nodiscard]] std::vector<LiveCall> running() const { return m_registry.all(); }

    /// Returns the call with this attempt counted.
    Noted ringsTheClinic(const LiveCall &call);

    /// For a caller whom nobody took: staff have to call back, and see so at once (`call.unanswered` among the clinic's
    /// events). `why` in a few words, without patient data.
    Pending<void> nobodyTook(const LiveCall &call, const QString &why);
    /// The same for a caller who did not wait for anybody.
    Pending<void> callerLeft(const LiveCall &call);
    /// The call goes back to the assistant.
    LiveCall returns(const LiveCall &call);

    /// With the outcome as it is known by now.
    Pending<void> finish(const LiveCall &call);
    void forget(const QString &networkCallId);

    /// The outcome of a call that was handed over and that nobody took.
    static constexpr char Unanswered[] = "unanswered";

private:
    Pending<void> leaveCallbackTask(const LiveCall &call, const QString &note);

    Storage::Database &m_database;
    Storage::CallRecorder &m_recorder;
    CallRegistry &m_registry;
    const Clock &m_clock;
};

} // namespace Frontdesk::Reception
