#include "tools/callsim/twimlwalker.h"

#include <QPointer>

namespace Frontdesk::CallSim {

namespace {

constexpr int EndlessLoop = 1000; ///< What `loop="0"` means to Twilio.

int loopOf(const Verb &verb)
{
    const int times = verb.number(QLatin1String("loop"), 1);
    return times <= 0 ? EndlessLoop : times;
}

Parameters dialParameters(const DialResult &result)
{
    Parameters parameters{
        {QStringLiteral("DialCallStatus"), result.status},
        {QStringLiteral("DialCallSid"), result.callSid},
        {QStringLiteral("DialBridged"), result.bridged ? QStringLiteral("true") : QStringLiteral("false")}};
    if (result.bridged) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(result.duration);
        parameters.append({QStringLiteral("DialCallDuration"), QString::number(seconds.count())});
    }
    return parameters;
}

} // namespace

QString walkEndName(WalkEnd end)
{
    switch (end) {
    case WalkEnd::DocumentEnded:
        return QStringLiteral("document_ended");
    case WalkEnd::HungUp:
        return QStringLiteral("hung_up");
    case WalkEnd::Rejected:
        return QStringLiteral("rejected");
    case WalkEnd::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

TwimlWalker::TwimlWalker(CallLeg &leg, QObject *parent)
    : QObject(parent)
    , m_leg(leg)
{}

void TwimlWalker::start(const QString &method, const QUrl &url, const Parameters &extra)
{
    const quint64 run = ++m_run;
    m_leg.fetch(method, url, extra, [this, self = QPointer(this), run, url](const Result<QByteArray> &document) {
        if (self && run == m_run) {
            receive(url, document);
        }
    });
}

void TwimlWalker::stop()
{
    ++m_run;
    m_verbs.clear();
}

void TwimlWalker::receive(const QUrl &url, const Result<QByteArray> &document)
{
    if (!document) {
        fallBack(url, document.error());
        return;
    }
    auto verbs = parseTwiml(*document);
    if (!verbs) {
        fallBack(url, verbs.error());
        return;
    }
    m_base = url;
    m_verbs = std::move(verbs).value();
    m_next = 0;
    next();
}

void TwimlWalker::fallBack(const QUrl &url, const Error &failure)
{
    m_leg.warn(QStringLiteral("%1 failed: %2").arg(url.path(), failure.message));
    if (m_inFallback) {
        end(WalkEnd::Failed);
        return;
    }
    m_inFallback = true;
    const quint64 run = ++m_run;
    m_leg.fetchFallback(url, failure, [this, self = QPointer(this), run, url](const Result<QByteArray> &document) {
        if (self && run == m_run) {
            receive(url, document);
        }
    });
}

void TwimlWalker::next()
{
    if (m_next >= m_verbs.size()) {
        end(WalkEnd::DocumentEnded);
        return;
    }
    const Verb verb = m_verbs[m_next++];
    run(verb);
}

void TwimlWalker::run(const Verb &verb)
{
    if (verb.name == QLatin1String("Reject") && !m_answered) {
        Q_EMIT verbStarted(verb.name);
        end(WalkEnd::Rejected);
        return;
    }
    const quint64 current = m_run;
    pickUp();
    Q_EMIT verbStarted(verb.name);
    if (current != m_run) {
        return;
    }
    if (verb.name == QLatin1String("Hangup") || verb.name == QLatin1String("Reject")) {
        end(WalkEnd::HungUp);
    } else if (verb.name == QLatin1String("Redirect")) {
        follow(verb, m_base.resolved(QUrl(verb.text)));
    } else if (verb.name == QLatin1String("Connect") && !verb.children.empty()) {
        m_leg.connectStream(verb.children.front(), m_base, whileCurrent([this, verb] {
                                const QString action = verb.attribute(QLatin1String("action"));
                                action.isEmpty() ? next() : follow(verb, m_base.resolved(QUrl(action)));
                            }));
    } else if (verb.name == QLatin1String("Dial")) {
        runDial(verb);
    } else if (verb.name == QLatin1String("Gather")) {
        runGather(verb);
    } else if (verb.name == QLatin1String("Say") || verb.name == QLatin1String("Play") ||
               verb.name == QLatin1String("Pause")) {
        runNested({verb}, thenNext());
    } else {
        if (verb.name != QLatin1String("Start")) {
            m_leg.warn(QStringLiteral("<%1> is not played by callsim").arg(verb.name));
        }
        next();
    }
}

void TwimlWalker::runDial(const Verb &verb)
{
    const quint64 run = m_run;
    m_leg.dial(verb, m_base, [this, self = QPointer(this), run, verb](const DialResult &result) {
        if (!self || run != m_run) {
            return;
        }
        const QString action = verb.attribute(QLatin1String("action"));
        action.isEmpty() ? next() : follow(verb, m_base.resolved(QUrl(action)), dialParameters(result));
    });
}

void TwimlWalker::runGather(const Verb &verb)
{
    runNested(verb.children, whileCurrent([this, verb] {
                  const quint64 run = m_run;
                  const std::chrono::seconds timeout(verb.number(QLatin1String("timeout"), 5));
                  m_leg.gather(verb.number(QLatin1String("numDigits"), 0), timeout,
                               [this, self = QPointer(this), run, verb](const QString &digits) {
                                   if (!self || run != m_run) {
                                       return;
                                   }
                                   if (digits.isEmpty()) {
                                       next();
                                       return;
                                   }
                                   follow(verb, m_base.resolved(QUrl(verb.attribute(QLatin1String("action")))),
                                          {{QStringLiteral("Digits"), digits}});
                               });
              }));
}

void TwimlWalker::runNested(std::vector<Verb> verbs, std::function<void()> done)
{
    if (verbs.empty()) {
        done();
        return;
    }
    const Verb verb = verbs.front();
    verbs.erase(verbs.begin());
    const auto rest = whileCurrent([this, verbs, done] { runNested(verbs, done); });
    if (verb.name == QLatin1String("Say")) {
        repeat(
            loopOf(verb), [this, verb](CallLeg::Done again) { m_leg.say(verb.text, std::move(again)); }, rest);
    } else if (verb.name == QLatin1String("Play") && !verb.text.isEmpty()) {
        const QUrl url = m_base.resolved(QUrl(verb.text));
        repeat(
            loopOf(verb), [this, url](CallLeg::Done again) { m_leg.play(url, std::move(again)); }, rest);
    } else if (verb.name == QLatin1String("Pause")) {
        m_leg.pause(std::chrono::seconds(verb.number(QLatin1String("length"), 1)), rest);
    } else {
        m_leg.warn(QStringLiteral("<%1> is not played by callsim").arg(verb.name));
        rest();
    }
}

void TwimlWalker::repeat(int times, std::function<void(CallLeg::Done)> once, CallLeg::Done done)
{
    if (times <= 0) {
        done();
        return;
    }
    once(whileCurrent([this, times, once, done] { repeat(times - 1, once, done); }));
}

void TwimlWalker::follow(const Verb &verb, const QUrl &url, const Parameters &extra)
{
    m_verbs.clear();
    start(verb.attribute(QLatin1String("method"), QStringLiteral("POST")), url, extra);
}

void TwimlWalker::end(WalkEnd how)
{
    stop();
    Q_EMIT ended(how);
}

void TwimlWalker::pickUp()
{
    if (!m_answered) {
        m_answered = true;
        Q_EMIT answering();
    }
}

std::function<void()> TwimlWalker::thenNext()
{
    return whileCurrent([this] { next(); });
}

std::function<void()> TwimlWalker::whileCurrent(std::function<void()> run)
{
    return [this, self = QPointer(this), current = m_run, run = std::move(run)] {
        if (self && current == m_run) {
            run();
        }
    };
}

} // namespace Frontdesk::CallSim
