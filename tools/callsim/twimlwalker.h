#pragma once

#include "tools/callsim/callleg.h"

#include <QObject>

namespace Frontdesk::CallSim {

/// Why TwiML stopped running.
enum class WalkEnd {
    DocumentEnded, ///< No verb was left: Twilio hangs up.
    HungUp,        ///< `<Hangup>`.
    Rejected,      ///< `<Reject>` as the first verb: the call was never answered.
    Failed,        ///< Neither the service nor the number's fallback gave usable TwiML.
};

[[nodiscard]] QString walkEndName(WalkEnd end);

/// Follows TwiML as Twilio does: verb by verb, from document to document, into the number's fallback when a fetch
/// fails, until something ends the call.
class TwimlWalker final : public QObject {
    Q_OBJECT

public:
    /// `leg` outlives the walker.
    explicit TwimlWalker(CallLeg &leg, QObject *parent = nullptr);

    /// Fetches the first document and runs it.
    void start(const QString &method, const QUrl &url, const Parameters &extra = {});

    /// The caller is gone: nothing more runs and nothing more is reported.
    void stop();

    /// False while the call has only rung: nothing but `<Reject>`, `<Hangup>` or the end can come before an answer.
    [[nodiscard]] bool answered() const { return m_answered; }

Q_SIGNALS:
    /// The first verb that picks up is about to run.
    void answering();
    void verbStarted(const QString &verb);
    void ended(Frontdesk::CallSim::WalkEnd end);

private:
    void receive(const QUrl &url, const Result<QByteArray> &document);
    void fallBack(const QUrl &url, const Error &failure);
    void next();
    void run(const Verb &verb);
    void runDial(const Verb &verb);
    void runGather(const Verb &verb);
    void runNested(std::vector<Verb> verbs, std::function<void()> done);
    void repeat(int times, std::function<void(CallLeg::Done)> once, CallLeg::Done done);
    void follow(const Verb &verb, const QUrl &url, const Parameters &extra = {});
    void end(WalkEnd how);
    void pickUp();
    [[nodiscard]] std::function<void()> thenNext();
    [[nodiscard]] std::function<void()> whileCurrent(std::function<void()> run);

    CallLeg &m_leg;
    QUrl m_base; ///< Relative URLs of the running document are resolved against it.
    std::vector<Verb> m_verbs;
    size_t m_next = 0;
    quint64 m_run = 0; ///< Changes whenever continuations of the past must be ignored.
    bool m_answered = false;
    bool m_inFallback = false;
};

} // namespace Frontdesk::CallSim
