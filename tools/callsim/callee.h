#pragma once

#include "shared/core/scheduler.h"
#include "tools/callsim/callleg.h"
#include "tools/callsim/script.h"
#include "tools/callsim/twimlwalker.h"

#include <QPointer>

namespace Frontdesk::CallSim {

/// The person at the other end of `<Dial>`: rings, answers or not, listens to the whisper, talks, hangs up.
///
/// A whisper that hangs up leaves the dial `completed` but not bridged, the answer hardest on a service.
class Callee final : public QObject, public CallLeg {
    Q_OBJECT

public:
    /// Fetches `url` as the callee's own call; the caller's leg lends its wire.
    using Fetch = std::function<void(const QString &method, const QUrl &url, const Parameters &extra, Document done)>;

    Callee(Scheduler &scheduler, CalleeBehaviour behaviour, Fetch fetch, QObject *parent = nullptr);

    /// Rings for at most `timeout`. `whisper` may be empty.
    void ring(Milliseconds timeout, const QUrl &whisper, const QString &whisperMethod);

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
    void answered();
    void bridged();

    /// What the callee heard before the caller, or did.
    void told(const QString &text);
    void warned(const QString &text);
    void ended(const Frontdesk::CallSim::DialResult &result);

private:
    void pickUp(const QUrl &whisper, const QString &whisperMethod);
    void bridge();
    void finish(const QString &status);
    void later(Milliseconds delay, std::function<void()> run);

    Scheduler &m_scheduler;
    Scheduler::JobHandle m_job;
    Scheduler::JobHandle m_leaving;
    CalleeBehaviour m_behaviour;
    Fetch m_fetch;
    QPointer<TwimlWalker> m_whisper;
    Instant m_bridgedAt;
    bool m_bridged = false;
};

} // namespace Frontdesk::CallSim
