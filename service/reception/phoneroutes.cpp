#include "service/reception/phoneroutes.h"

#include "service/telephony/holdmusic.h"
#include "shared/core/log.h"

#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <atomic>

namespace Frontdesk::Reception {

namespace {

using Telephony::TwilioForm;

/// Long enough to be recognized as music, short enough for a nervous caller; then the clinic's line rings.
constexpr Milliseconds HoldMusicLength{4000};

Http::HttpResponse responseOf(const Result<QByteArray> &document)
{
    if (!document) {
        // Twilio then asks the number's fallback, which rings the clinic.
        qCCritical(Log::telephony) << "no answer for the phone network:" << document.error().message;
        return Http::HttpResponse::problem(500, document.error().message);
    }
    return Http::HttpResponse::xml(200, document.value());
}

void send(const Http::HttpResponder &reply, const Result<QByteArray> &document)
{
    reply.send(responseOf(document));
}

bool callIsOver(Telephony::CallStatus status)
{
    switch (status) {
    case Telephony::CallStatus::Completed:
    case Telephony::CallStatus::Busy:
    case Telephony::CallStatus::Failed:
    case Telephony::CallStatus::NoAnswer:
    case Telephony::CallStatus::Canceled:
        return true;
    default:
        return false;
    }
}

/// Outcomes after which there is nothing left for a person to do on the line.
bool endedByUs(const LiveCall &call)
{
    return call.record.phase == CallPhase::Finished || call.outcome == QLatin1String("completed") ||
           call.outcome == QLatin1String("no_task");
}

} // namespace

PhoneRoutes::PhoneRoutes(const PhoneSettings &settings, Storage::Database &database, Storage::CallRecorder &recorder,
                         ClinicDirectory &clinics, CallRegistry &registry, Telephony::StreamTokens &tokens,
                         SpeechParts speech, const Clock &clock)
    : m_gate(settings.authToken, settings.publicUrl)
    , m_clinics(clinics)
    , m_calls(database, recorder, registry, clock)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_lines({registry, recorder, tokens, std::move(speech), settings.debugMarks})
{
    connect(&m_lines, &OpenLines::lastLineOver, this, &PhoneRoutes::lastLineOver, Qt::DirectConnection);
}

void PhoneRoutes::addTo(Http::Router &router)
{
    using Http::HttpRequest;
    using Http::HttpResponder;
    const auto post = [&](const char *path, FormHandler handler) {
        router.add(Http::Method::Post, QLatin1String(path), checked(std::move(handler)), {64 << 10});
    };
    post(PhoneAnswers::VoicePath, [this](const TwilioForm &form, const HttpRequest &request,
                                         const HttpResponder &reply) { onVoice(form, request, reply); });
    post(PhoneAnswers::StreamEndedPath, [this](const TwilioForm &form, const HttpRequest &request,
                                               const HttpResponder &reply) { onStreamEnded(form, request, reply); });
    post(PhoneAnswers::TransferEndedPath,
         [this](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
             onTransferEnded(form, request, reply);
         });
    post(PhoneAnswers::StatusPath,
         [this](const TwilioForm &form, const HttpRequest &, const HttpResponder &reply) { onStatus(form, reply); });
    post(PhoneAnswers::WhisperPath, [this](const TwilioForm &, const HttpRequest &request, const HttpResponder &reply) {
        onWhisper(request, reply);
    });
    router.add(Http::Method::Get, QLatin1String(PhoneAnswers::HoldMusicPath),
               [music = Telephony::holdMusicWav(HoldMusicLength)](const HttpRequest &, const HttpResponder &reply) {
                   Http::HttpResponse response;
                   response.body = music;
                   response.setHeader("Content-Type", "audio/wav").setHeader("Cache-Control", "public, max-age=86400");
                   reply.send(std::move(response));
               });
    Http::WebSocketRoute media;
    media.guard = [this](const HttpRequest &request) { return m_gate.refuseUpgrade(request); };
    media.accept = [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &) {
        m_lines.adopt(std::move(socket));
    };
    router.addWebSocket(QLatin1String(PhoneAnswers::MediaPath), media);
}

Http::HttpHandler PhoneRoutes::checked(FormHandler handler) const
{
    return [this, handler = std::move(handler)](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
        const auto form = m_gate.webhook(request);
        if (!form) {
            qCWarning(Log::telephony) << "request to" << request.path << "refused:" << form.error().message;
            reply.send(Http::HttpResponse::problem(form.error().code == ErrorCode::InvalidInput ? 400 : 403,
                                                   form.error().message));
            return;
        }
        handler(form.value(), request, reply);
    };
}

PhoneAnswers PhoneRoutes::answersFor(const Http::HttpRequest &request) const
{
    const QString base = m_gate.baseUrl(request);
    return PhoneAnswers({base, QStringLiteral("ws") + base.mid(4)});
}

void PhoneRoutes::answerWhenKept(QFuture<void> kept, const Http::HttpResponder &reply,
                                 const Http::HttpResponse &response)
{
    const auto answered = std::make_shared<std::atomic_flag>();
    const auto answer = [answered, reply, response] {
        if (!answered->test_and_set()) {
            reply.send(response);
        }
    };
    kept.then(answer);
    // Often called on a thread of the database, where no timer runs.
    QMetaObject::invokeMethod(this, [this, answer] { QTimer::singleShot(LongestWait, this, answer); });
}

void PhoneRoutes::onVoice(const TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    const auto webhook = Telephony::VoiceWebhook::parse(form);
    if (!webhook) {
        qCWarning(Log::telephony) << "voice webhook refused:" << webhook.error().message;
        reply.send(Http::HttpResponse::problem(400, webhook.error().message));
        return;
    }
    const PhoneAnswers answers = answersFor(request);
    m_clinics.findByNumber(webhook->call.to)
        .then([this, answers, reply, webhook = webhook.value()](const Result<ClinicProfile> &clinic) {
            if (!clinic) {
                qCWarning(Log::telephony) << "a call came for a number without clinic:" << clinic.error().message;
                if (clinic.error().code == ErrorCode::NotFound) {
                    send(reply, answers.unknownNumber());
                } else {
                    reply.send(Http::HttpResponse::problem(503, clinic.error().message));
                }
                return;
            }
            if (!m_takingCalls || webhook.errorCode != 0) {
                send(reply, answers.ringLine(clinic->line));
                return;
            }
            const auto [call, kept] = m_calls.open(webhook.call, clinic.value());
            answerWhenKept(kept, reply,
                           responseOf(answers.connectAssistant(call, m_tokens.issue(webhook.call.callSid))));
        });
}

void PhoneRoutes::onStreamEnded(const TwilioForm &form, const Http::HttpRequest &request,
                                const Http::HttpResponder &reply)
{
    const auto ended = Telephony::StreamEnded::parse(form);
    if (!ended) {
        reply.send(Http::HttpResponse::problem(400, ended.error().message));
        return;
    }
    const PhoneAnswers answers = answersFor(request);
    m_calls.lookUp(ended->call).then([this, answers, reply, reference = ended->call](const Result<LiveCall> &found) {
        if (callIsOver(reference.status)) {
            send(reply, answers.nothing());
            return;
        }
        if (!found) {
            // A call nobody remembers still has a caller on the line.
            const auto clinic = m_clinics.remembered(reference.to);
            qCWarning(Log::telephony) << "an unknown call's stream ended:" << found.error().message;
            if (clinic) {
                send(reply, answers.ringLine(clinic->line));
            } else {
                reply.send(Http::HttpResponse::problem(503, found.error().message));
            }
            return;
        }
        const LiveCall &call = found.value();
        if (endedByUs(call)) {
            send(reply, answers.hangUp());
            return;
        }
        answerWhenKept(m_calls.ringsTheClinic(call), reply, responseOf(answers.ringClinic(call, m_clock.utcNow())));
    });
}

void PhoneRoutes::onTransferEnded(const TwilioForm &form, const Http::HttpRequest &request,
                                  const Http::HttpResponder &reply)
{
    const auto ended = Telephony::DialEnded::parse(form);
    if (!ended) {
        reply.send(Http::HttpResponse::problem(400, ended.error().message));
        return;
    }
    const PhoneAnswers answers = answersFor(request);
    m_calls.lookUp(ended->call).then([this, answers, reply, ended = ended.value()](const Result<LiveCall> &found) {
        if (!found) {
            qCWarning(Log::telephony) << "an unknown call's transfer ended:" << found.error().message;
            send(reply, ended.reachedSomebody() ? answers.hangUp() : answers.unknownNumber());
            return;
        }
        if (!ended.reachedSomebody()) {
            m_calls.leaveCallbackTask(found.value());
        }
        const Answer document = ended.reachedSomebody()         ? answers.hangUp()
                                : callIsOver(ended.call.status) ? answers.nothing()
                                                                : answers.nobodyAnswered(found.value());
        // The last of the call's writes: those before it are kept when it is.
        answerWhenKept(m_calls.finish(found.value()), reply, responseOf(document));
    });
}

void PhoneRoutes::onStatus(const TwilioForm &form, const Http::HttpResponder &reply)
{
    const auto status = Telephony::StatusCallback::parse(form);
    if (!status) {
        reply.send(Http::HttpResponse::problem(400, status.error().message));
        return;
    }
    if (callIsOver(status->call.status)) {
        const QString callSid = status->call.callSid;
        m_calls.lookUp(status->call).then([this, callSid, reply](const Result<LiveCall> &found) {
            if (!found || found->streaming) {
                reply.send(Http::HttpResponse::empty(204));
                return;
            }
            m_calls.forget(callSid);
            answerWhenKept(m_calls.finish(found.value()), reply, Http::HttpResponse::empty(204));
        });
        return;
    }
    reply.send(Http::HttpResponse::empty(204));
}

void PhoneRoutes::onWhisper(const Http::HttpRequest &request, const Http::HttpResponder &reply) const
{
    send(reply, answersFor(request).whisper(request.queryValue(u"reason").value_or(QString())));
}

void PhoneRoutes::stopTakingCalls()
{
    m_takingCalls = false;
}

bool PhoneRoutes::takeOver(const CallId &call)
{
    const auto calls = m_calls.running();
    const bool ours = std::any_of(calls.begin(), calls.end(),
                                  [&call](const LiveCall &live) { return live.record.id == call && live.streaming; });
    if (ours) {
        m_lines.takeOver(call);
    }
    return ours;
}

void PhoneRoutes::handOverAll()
{
    m_lines.handOverAll();
}

} // namespace Frontdesk::Reception
