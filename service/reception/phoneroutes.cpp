#include "service/reception/phoneroutes.h"

#include "service/sockets/websocket.h"
#include "service/telephony/holdmusic.h"
#include "shared/core/log.h"

#include <algorithm>

namespace Frontdesk::Reception {

namespace {

using Telephony::TwilioForm;

/// Long enough to be recognized as music, short enough for a nervous caller; then the clinic's line rings.
constexpr Milliseconds HoldMusicLength{4000};

/// What a caller on hold hears between two questions; no longer, so that no news waits long.
constexpr Milliseconds WaitingMusicLength{6400};

void addMusic(Http::Router &router, const char *path, Milliseconds length)
{
    router.add(Http::Method::Get, QLatin1String(path),
               [music = Telephony::holdMusicWav(length)](const Http::HttpRequest &, const Http::HttpResponder &reply) {
                   Http::HttpResponse response;
                   response.body = music;
                   response.setHeader("Content-Type", "audio/wav").setHeader("Cache-Control", "public, max-age=86400");
                   reply.send(std::move(response));
               });
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
                         SpeechParts speech, const Clock &clock, std::shared_ptr<const Telephony::TwilioRest> network,
                         Recording::Recordings *recordings, NetworkRecordings *networkRecordings)
    : m_door(PhoneRequestGate(settings.authToken, settings.publicUrl))
    , m_clinics(clinics)
    , m_calls(database, recorder, registry, clock)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_transfers(m_door, m_calls, tokens, std::move(network), clock)
    , m_networkRecordings(networkRecordings)
    , m_lines({registry, recorder, tokens, std::move(speech), settings.debugMarks, recordings, networkRecordings})
{
    connect(&m_lines, &OpenLines::lastLineOver, this, &PhoneRoutes::lastLineOver, Qt::DirectConnection);
}

void PhoneRoutes::addTo(Http::Router &router)
{
    using Http::HttpRequest;
    using Http::HttpResponder;
    m_door.add(router, PhoneAnswers::VoicePath,
               [this](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
                   onVoice(form, request, reply);
               });
    m_door.add(router, PhoneAnswers::StreamEndedPath,
               [this](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
                   onStreamEnded(form, request, reply);
               });
    m_door.add(
        router, PhoneAnswers::StatusPath,
        [this](const TwilioForm &form, const HttpRequest &, const HttpResponder &reply) { onStatus(form, reply); });
    m_door.add(router, NetworkRecordings::CallbackPath,
               [this](const TwilioForm &form, const HttpRequest &, const HttpResponder &reply) {
                   onRecordingNews(form, reply);
               });
    m_door.add(router, PhoneAnswers::WhisperPath,
               [this](const TwilioForm &, const HttpRequest &request, const HttpResponder &reply) {
                   const QString reason = request.queryValue(u"reason").value_or(QString());
                   sendTwiml(reply, m_door.answersFor(request).whisper(reason));
               });
    m_door.add(router, PhoneAnswers::WhisperKeyPath,
               [this](const TwilioForm &form, const HttpRequest &request, const HttpResponder &reply) {
                   sendTwiml(reply, m_door.answersFor(request).whisperAnswered(form.text("Digits")));
               });
    m_transfers.addTo(router);
    addMusic(router, PhoneAnswers::HoldMusicPath, HoldMusicLength);
    addMusic(router, TransferAnswers::MusicPath, WaitingMusicLength);
    Http::WebSocketRoute media;
    media.guard = [this](const HttpRequest &request) { return m_door.gate().refuseUpgrade(request); };
    media.accept = [this](std::unique_ptr<Sockets::WebSocket> socket, const HttpRequest &) {
        m_lines.adopt(std::move(socket));
    };
    router.addWebSocket(QLatin1String(PhoneAnswers::MediaPath), media);
}

void PhoneRoutes::onVoice(const TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    const auto webhook = Telephony::VoiceWebhook::parse(form);
    if (!webhook) {
        qCWarning(Log::telephony) << "voice webhook refused:" << webhook.error().message;
        reply.send(Http::HttpResponse::problem(400, webhook.error().message));
        return;
    }
    const PhoneAnswers answers = m_door.answersFor(request);
    m_clinics.findByNumber(webhook->call.to)
        .then([this, answers, reply, webhook = webhook.value()](const Result<ClinicProfile> &clinic) {
            if (!clinic) {
                qCWarning(Log::telephony) << "a call came for a number without clinic:" << clinic.error().message;
                if (clinic.error().code == ErrorCode::NotFound) {
                    sendTwiml(reply, answers.unknownNumber());
                } else {
                    reply.send(Http::HttpResponse::problem(503, clinic.error().message));
                }
                return;
            }
            if (!m_takingCalls || webhook.errorCode != 0) {
                sendTwiml(reply, answers.ringLine(clinic->line));
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
    const PhoneAnswers answers = m_door.answersFor(request);
    m_calls.lookUp(ended->call).then([this, answers, reply, reference = ended->call](const Result<LiveCall> &found) {
        if (Telephony::isOver(reference.status)) {
            sendTwiml(reply, answers.nothing());
            return;
        }
        if (!found) {
            // A call nobody remembers still has a caller on the line.
            const auto clinic = m_clinics.remembered(reference.to);
            qCWarning(Log::telephony) << "an unknown call's stream ended:" << found.error().message;
            if (clinic) {
                sendTwiml(reply, answers.ringLine(clinic->line));
            } else {
                reply.send(Http::HttpResponse::problem(503, found.error().message));
            }
            return;
        }
        const LiveCall &call = found.value();
        if (endedByUs(call)) {
            sendTwiml(reply, answers.hangUp());
            return;
        }
        m_transfers.begin(call, answers, reply);
    });
}

void PhoneRoutes::onStatus(const TwilioForm &form, const Http::HttpResponder &reply)
{
    const auto status = Telephony::StatusCallback::parse(form);
    if (!status) {
        reply.send(Http::HttpResponse::problem(400, status.error().message));
        return;
    }
    if (Telephony::isOver(status->call.status)) {
        const QString callSid = status->call.callSid;
        m_calls.lookUp(status->call).then([this, callSid, reply](const Result<LiveCall> &found) {
            const bool left = m_transfers.callerLeft(callSid);
            if (found && left) {
                m_calls.callerLeft(found.value());
            }
            if (!found || found->streaming) {
                reply.send(Http::HttpResponse::empty(204));
                return;
            }
            answerWhenKept(m_calls.finish(found.value()), reply, Http::HttpResponse::empty(204));
            m_calls.forget(callSid);
        });
        return;
    }
    reply.send(Http::HttpResponse::empty(204));
}

void PhoneRoutes::onRecordingNews(const TwilioForm &form, const Http::HttpResponder &reply)
{
    const QString callSid = form.text("CallSid");
    if (!Telephony::isSid(callSid, QLatin1String("CA"))) {
        reply.send(Http::HttpResponse::problem(400, QStringLiteral("The call's id is missing.")));
        return;
    }
    // Which recordings there are is asked of the phone network itself: its news come late, twice or never.
    if (m_networkRecordings != nullptr) {
        m_networkRecordings->hurry(callSid);
    }
    reply.send(Http::HttpResponse::empty(204));
}

void PhoneRoutes::stopTakingCalls()
{
    m_takingCalls = false;
    m_transfers.stopReturning();
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
