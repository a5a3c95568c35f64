#include "service/reception/phoneroutes.h"

#include "service/telephony/holdmusic.h"
#include "shared/core/log.h"

#include <QThread>
#include <QWebSocket>

namespace Frontdesk::Reception {

namespace {

using Telephony::TwilioForm;

/// Long enough to be recognized as music, short enough for a nervous caller; then the clinic's line rings.
constexpr Milliseconds HoldMusicLength{4000};

void send(const Http::HttpResponder &reply, const Result<QByteArray> &document)
{
    if (document) {
        reply.send(Http::HttpResponse::xml(200, document.value()));
    } else {
        // Twilio then asks the number's fallback, which rings the clinic.
        qCCritical(Log::telephony) << "no answer for the phone network:" << document.error().message;
        reply.send(Http::HttpResponse::problem(500, document.error().message));
    }
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

PhoneRoutes::PhoneRoutes(PhoneSettings settings, Storage::Database &database, ClinicDirectory &clinics,
                         CallRegistry &registry, Telephony::StreamTokens &tokens, SpeechParts speech,
                         const Clock &clock)
    : m_settings(std::move(settings))
    , m_database(database)
    , m_clinics(clinics)
    , m_registry(registry)
    , m_tokens(tokens)
    , m_speech(std::move(speech))
    , m_clock(clock)
{}

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
    media.guard = [this](const HttpRequest &request) { return refuseUpgrade(request); };
    media.accept = [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &) { onMedia(std::move(socket)); };
    router.addWebSocket(QLatin1String(PhoneAnswers::MediaPath), media);
}

Http::HttpHandler PhoneRoutes::checked(FormHandler handler) const
{
    return [this, handler = std::move(handler)](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
        const auto form = check(request);
        if (!form) {
            qCWarning(Log::telephony) << "request to" << request.path << "refused:" << form.error().message;
            reply.send(Http::HttpResponse::problem(form.error().code == ErrorCode::InvalidInput ? 400 : 403,
                                                   form.error().message));
            return;
        }
        handler(form.value(), request, reply);
    };
}

Result<TwilioForm> PhoneRoutes::check(const Http::HttpRequest &request) const
{
    if (!m_settings.authToken.isEmpty()) {
        return Telephony::TwilioRequestCheck(m_settings.authToken, baseUrl(request).toUtf8()).webhook(request);
    }
    if (!request.peer.isLoopback()) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("Without TWILIO_AUTH_TOKEN only this machine itself may play the phone network.")};
    }
    return TwilioForm::parse(request.body);
}

std::optional<Http::HttpResponse> PhoneRoutes::refuseUpgrade(const Http::HttpRequest &request) const
{
    // The single-use token in the stream's start message is always asked for; the signature comes on top.
    Result<void> allowed;
    if (!m_settings.authToken.isEmpty() && request.hasHeader("X-Twilio-Signature")) {
        allowed = Telephony::TwilioRequestCheck(m_settings.authToken, baseUrl(request).toUtf8()).upgrade(request);
    } else if (m_settings.authToken.isEmpty() && !request.peer.isLoopback()) {
        allowed = Error{ErrorCode::Refused,
                        QStringLiteral("Without TWILIO_AUTH_TOKEN only this machine itself may connect.")};
    }
    if (allowed) {
        return std::nullopt;
    }
    qCWarning(Log::telephony) << "media stream refused:" << allowed.error().message;
    return Http::HttpResponse::problem(403, allowed.error().message);
}

QString PhoneRoutes::baseUrl(const Http::HttpRequest &request) const
{
    if (!m_settings.publicUrl.isEmpty()) {
        return m_settings.publicUrl;
    }
    return (request.overTls ? QStringLiteral("https://") : QStringLiteral("http://")) +
           QString::fromLatin1(request.header("Host"));
}

PhoneAnswers PhoneRoutes::answersFor(const Http::HttpRequest &request) const
{
    const QString base = baseUrl(request);
    return PhoneAnswers({base, QStringLiteral("ws") + base.mid(4)});
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
            const LiveCall call = open(webhook.call, clinic.value());
            send(reply, answers.connectAssistant(call, m_tokens.issue(webhook.call.callSid)));
        });
}

LiveCall PhoneRoutes::open(const Telephony::CallReference &reference, const ClinicProfile &clinic)
{
    LiveCall call;
    call.clinic = clinic;
    call.record.id = CallId::create();
    call.record.clinicId = clinic.id;
    call.record.networkCallId = reference.callSid;
    call.record.callerNumber = reference.from;
    call.record.startedAt = m_clock.utcNow();
    call = m_registry.open(call);
    m_database.run([record = call.record](Storage::Store &store) { return store.calls().begin(record); })
        .then([id = call.record.id](const Result<CallRecord> &begun) {
            if (!begun) {
                qCWarning(Log::storage) << "call" << id.text() << "could not be kept:" << begun.error().message;
            }
        });
    qCInfo(Log::call) << "call" << call.record.id.text() << "came in for clinic" << clinic.id.text();
    return call;
}

QFuture<Result<LiveCall>> PhoneRoutes::lookUp(const Telephony::CallReference &reference)
{
    if (const auto live = m_registry.find(reference.callSid)) {
        QPromise<Result<LiveCall>> known;
        known.start();
        known.addResult(Result<LiveCall>(*live));
        known.finish();
        return known.future();
    }
    return m_database.run([reference](Storage::Store &store) -> Result<LiveCall> {
        auto record = store.calls().findByNetworkId(reference.callSid);
        if (!record) {
            return record.error();
        }
        auto clinic = store.clinics().find(record->clinicId);
        if (!clinic) {
            return clinic.error();
        }
        LiveCall call;
        call.record = record.value();
        call.clinic = clinic.value();
        call.outcome = record->outcome;
        const auto escalations = store.escalations().forCall(record->clinicId, record->id);
        if (escalations && !escalations->empty()) {
            call.escalationReason = escalationReasonName(escalations->back().reason);
            // Nobody knows any more what the caller heard; better twice than never.
            call.guidanceOwed = isEmergency(escalations->back().reason);
        }
        return call;
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
    lookUp(ended->call).then([this, answers, reply, reference = ended->call](const Result<LiveCall> &found) {
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
        m_registry.change(reference.callSid, [](LiveCall &live) { live.record.phase = CallPhase::Transferred; });
        m_database.run([clinic = call.clinic.id, id = call.record.id](Storage::Store &store) {
            return store.calls().setPhase(clinic, id, CallPhase::Transferred);
        });
        qCInfo(Log::escalation) << "call" << call.record.id.text() << "rings the clinic";
        send(reply, answers.ringClinic(call, m_clock.utcNow()));
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
    lookUp(ended->call).then([this, answers, reply, ended = ended.value()](const Result<LiveCall> &found) {
        if (!found) {
            qCWarning(Log::telephony) << "an unknown call's transfer ended:" << found.error().message;
            send(reply, ended.reachedSomebody() ? answers.hangUp() : answers.unknownNumber());
            return;
        }
        if (ended.reachedSomebody()) {
            send(reply, answers.hangUp());
        } else {
            leaveCallbackTask(found.value());
            send(reply, callIsOver(ended.call.status) ? answers.nothing() : answers.nobodyAnswered(found.value()));
        }
        finish(found.value());
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
        lookUp(status->call).then([this, callSid](const Result<LiveCall> &found) {
            if (found && !found->streaming) {
                finish(found.value());
                m_registry.forget(callSid);
            }
        });
    }
    reply.send(Http::HttpResponse::empty(204));
}

void PhoneRoutes::onWhisper(const Http::HttpRequest &request, const Http::HttpResponder &reply) const
{
    send(reply, answersFor(request).whisper(request.queryValue(u"reason").value_or(QString())));
}

void PhoneRoutes::onMedia(std::unique_ptr<QWebSocket> socket)
{
    auto *line = new CallLine(std::move(socket), {m_registry, m_database, m_tokens, m_speech, m_settings.debugMarks});
    connect(QThread::currentThread(), &QThread::finished, line, &QObject::deleteLater);
    connect(
        line, &CallLine::over, this,
        [this] {
            if (--m_openLines == 0) {
                Q_EMIT lastLineOver();
            }
        },
        Qt::DirectConnection);
    ++m_openLines;
    const QMutexLocker lock(&m_linesMutex);
    std::erase_if(m_lines, [](const QPointer<CallLine> &known) { return known.isNull(); });
    m_lines.emplace_back(line);
}

void PhoneRoutes::leaveCallbackTask(const LiveCall &call)
{
    Task task;
    task.clinicId = call.clinic.id;
    task.callId = call.record.id;
    task.type = RequestType::CallbackRequest;
    task.priority = TaskPriority::Urgent;
    task.escalationReason = call.escalationReason;
    task.note = QStringLiteral("The transfer was not answered. The caller was promised a call back.");
    task.slotValues[SlotName::CallbackNumber].value = call.record.callerNumber;
    task.createdAt = m_clock.utcNow();
    task.updatedAt = task.createdAt;
    m_database.run([task](Storage::Store &store) { return store.tasks().submit(task, QStringLiteral("unanswered")); })
        .then([id = call.record.id](const Result<Task> &kept) {
            if (!kept) {
                qCCritical(Log::storage) << "call" << id.text() << "call-back task not kept:" << kept.error().message;
            }
        });
}

void PhoneRoutes::finish(const LiveCall &call)
{
    const QString outcome = !call.outcome.isEmpty()           ? call.outcome
                            : call.escalationReason.isEmpty() ? QStringLiteral("failover")
                                                              : QStringLiteral("escalated");
    m_database.run([clinic = call.clinic.id, id = call.record.id, outcome, now = m_clock.utcNow()](
                       Storage::Store &store) { return store.calls().finish(clinic, id, outcome, now); });
}

void PhoneRoutes::stopTakingCalls()
{
    m_takingCalls = false;
}

void PhoneRoutes::handOverAll()
{
    const QMutexLocker lock(&m_linesMutex);
    for (const QPointer<CallLine> &line : m_lines) {
        if (line) {
            QMetaObject::invokeMethod(line.data(), &CallLine::handOver, Qt::QueuedConnection);
        }
    }
    if (m_openLines == 0) {
        Q_EMIT lastLineOver();
    }
}

} // namespace Frontdesk::Reception
