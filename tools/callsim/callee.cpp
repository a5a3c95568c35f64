#include "tools/callsim/callee.h"

namespace Frontdesk::CallSim {

namespace {

/// About as fast as people and voices speak.
constexpr Milliseconds PerCharacter{65};

constexpr Milliseconds PlayLength{3000};
constexpr Milliseconds KeyDelay{800};

} // namespace

Callee::Callee(Scheduler &scheduler, CalleeBehaviour behaviour, Fetch fetch, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_behaviour(std::move(behaviour))
    , m_fetch(std::move(fetch))
{}

void Callee::ring(Milliseconds timeout, const QUrl &whisper, const QString &whisperMethod)
{
    using Outcome = CalleeBehaviour::Outcome;
    const auto after = std::min(m_behaviour.after, timeout);
    if (m_behaviour.outcome == Outcome::Answered && m_behaviour.after <= timeout) {
        later(after, [this, whisper, whisperMethod] { pickUp(whisper, whisperMethod); });
        return;
    }
    const QString status = m_behaviour.outcome == Outcome::Busy     ? QStringLiteral("busy")
                           : m_behaviour.outcome == Outcome::Failed ? QStringLiteral("failed")
                                                                    : QStringLiteral("no-answer");
    later(after, [this, status] { finish(status); });
}

void Callee::fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done)
{
    m_fetch(method, url, extra, std::move(done));
}

void Callee::fetchFallback(const QUrl &, const Error &failure, Document done)
{
    // A callee's leg has no number with a fallback of its own.
    done(failure);
}

void Callee::say(const QString &text, Done done)
{
    Q_EMIT told(text);
    later(PerCharacter * text.size(), std::move(done));
}

void Callee::play(const QUrl &url, Done done)
{
    Q_EMIT told(url.toString());
    later(PlayLength, std::move(done));
}

void Callee::pause(Milliseconds length, Done done)
{
    later(length, std::move(done));
}

void Callee::gather(int, Milliseconds timeout, std::function<void(QString)> done)
{
    const QString key = m_behaviour.key;
    if (!key.isEmpty()) {
        Q_EMIT told(QStringLiteral("(presses %1)").arg(key));
    }
    later(key.isEmpty() ? timeout : KeyDelay, [done = std::move(done), key] { done(key); });
}

void Callee::connectStream(const Verb &, const QUrl &, Done closed)
{
    warn(QStringLiteral("a whisper cannot <Connect>"));
    closed();
}

void Callee::dial(const Verb &, const QUrl &, std::function<void(DialResult)> done)
{
    warn(QStringLiteral("a whisper cannot <Dial>"));
    done({QStringLiteral("failed"), {}, {}, false});
}

void Callee::warn(const QString &text)
{
    Q_EMIT warned(text);
}

void Callee::pickUp(const QUrl &whisper, const QString &whisperMethod)
{
    Q_EMIT answered();
    if (m_behaviour.hangsUpAfter) {
        m_leaving = m_scheduler.after(*m_behaviour.hangsUpAfter, [this] {
            m_job.reset();
            if (m_whisper) {
                m_whisper->stop();
            }
            finish(QStringLiteral("completed"));
        });
    }
    if (whisper.isEmpty()) {
        bridge();
        return;
    }
    m_whisper = new TwimlWalker(*this, this);
    connect(m_whisper, &TwimlWalker::ended, this, [this](WalkEnd end) {
        if (end == WalkEnd::DocumentEnded) {
            bridge();
        } else {
            finish(QStringLiteral("completed"));
        }
    });
    m_whisper->start(whisperMethod, whisper);
}

void Callee::bridge()
{
    m_bridged = true;
    m_bridgedAt = m_scheduler.now();
    Q_EMIT bridged();
    later(m_behaviour.talks, [this] { finish(QStringLiteral("completed")); });
}

void Callee::finish(const QString &status)
{
    const auto talked = m_bridged ? m_scheduler.now() - m_bridgedAt : Instant::duration(0);
    Q_EMIT ended({status, {}, std::chrono::duration_cast<Milliseconds>(talked), m_bridged});
}

void Callee::later(Milliseconds delay, std::function<void()> run)
{
    m_job = m_scheduler.after(delay, std::move(run));
}

} // namespace Frontdesk::CallSim
