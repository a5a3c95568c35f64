#pragma once

#include "service/http/router.h"
#include "service/reception/callbook.h"
#include "service/reception/clinicdirectory.h"
#include "service/reception/openlines.h"
#include "service/reception/phoneanswers.h"
#include "service/reception/phonerequestgate.h"

#include <atomic>

namespace Frontdesk::Reception {

struct PhoneSettings {
    QByteArray authToken; ///< Empty: unsigned requests are taken from this machine only.
    QString publicUrl;    ///< Empty: as the request names us, which is right without a proxy only.
    bool debugMarks = false;
};

/// The phone network's side of the service: a call comes in, its media stream connects, ends, is transferred, is over.
///
/// Handlers run on the server's worker threads; everything shared is safe from any of them.
class PhoneRoutes : public QObject {
    Q_OBJECT

public:
    PhoneRoutes(const PhoneSettings &settings, Storage::Database &database, Storage::CallRecorder &recorder,
                ClinicDirectory &clinics, CallRegistry &registry, Telephony::StreamTokens &tokens, SpeechParts speech,
                const Clock &clock);

    void addTo(Http::Router &router);

    static constexpr Milliseconds LongestWait{1'000};

    /// From now on new calls ring the clinic's own line.
    void stopTakingCalls();
    /// Running calls are told to hand over. Safe from any thread.
    void handOverAll();
    /// Connects a running call to the clinic, because somebody there wants to talk themselves. False: this process has no
    /// such call. Safe from any thread.
    bool takeOver(const CallId &call);

Q_SIGNALS:
    /// The last running call is over. Emitted on that call's thread.
    void lastLineOver();

private:
    using Answer = Result<QByteArray>;
    using FormHandler =
        std::function<void(const Telephony::TwilioForm &, const Http::HttpRequest &, Http::HttpResponder)>;

    [[nodiscard]] Http::HttpHandler checked(FormHandler handler) const;
    [[nodiscard]] PhoneAnswers answersFor(const Http::HttpRequest &request) const;

    /// Answers when it is kept, so that what the phone network was told survives our death; a caller waits no longer for
    /// it than `LongestWait`.
    void answerWhenKept(QFuture<void> kept, const Http::HttpResponder &reply, const Http::HttpResponse &response);
    void onVoice(const Telephony::TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void onStreamEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                       const Http::HttpResponder &reply);
    void onTransferEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                         const Http::HttpResponder &reply);
    void onStatus(const Telephony::TwilioForm &form, const Http::HttpResponder &reply);
    void onWhisper(const Http::HttpRequest &request, const Http::HttpResponder &reply) const;

    PhoneRequestGate m_gate;
    ClinicDirectory &m_clinics;
    CallBook m_calls;
    Telephony::StreamTokens &m_tokens;
    const Clock &m_clock;
    OpenLines m_lines;
    std::atomic<bool> m_takingCalls = true;
};

} // namespace Frontdesk::Reception
