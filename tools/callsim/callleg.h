#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"
#include "tools/callsim/twiml.h"

#include <QList>
#include <QPair>
#include <QUrl>

#include <functional>
#include <optional>

namespace Frontdesk::CallSim {

/// Form parameters in the order they are sent.
using Parameters = QList<QPair<QString, QString>>;

/// How an attempt to reach a person ended; the text is Twilio's `DialCallStatus`.
struct DialResult {
    QString status; ///< completed, busy, no-answer or failed.
    QString callSid;
    Milliseconds duration{0};
    bool bridged = false;
};

/// One side of a call, as seen by the TwiML that runs on it. Every `done` is called once, from the event loop, unless
/// the leg ends before.
class CallLeg {
public:
    virtual ~CallLeg() = default;

    using Done = std::function<void()>;
    using Document = std::function<void(Result<QByteArray>)>;

    /// Fetches the next TwiML with the call's usual parameters and `extra`. `method` is GET or POST.
    virtual void fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done) = 0;

    /// The number's own fallback, asked after `failure` at `failedUrl`.
    virtual void fetchFallback(const QUrl &failedUrl, const Error &failure, Document done) = 0;

    virtual void say(const QString &text, Done done) = 0;
    virtual void play(const QUrl &url, Done done) = 0;
    virtual void pause(Milliseconds length, Done done) = 0;

    /// Digits pressed within `timeout` of each other; empty when none came.
    virtual void gather(int digits, Milliseconds timeout, std::function<void(QString)> done) = 0;

    /// Runs until the media socket has closed, whoever closed it, or could not be opened.
    virtual void connectStream(const Verb &stream, const QUrl &base, Done closed) = 0;
    virtual void dial(const Verb &dial, const QUrl &base, std::function<void(DialResult)> done) = 0;

    /// Something in the TwiML that Twilio would report in its debugger.
    virtual void warn(const QString &text) = 0;
};

} // namespace Frontdesk::CallSim
