#pragma once

#include "service/http/router.h"
#include "service/reception/callline.h"
#include "service/reception/clinicdirectory.h"
#include "service/reception/phoneanswers.h"
#include "service/telephony/twiliorequestcheck.h"
#include "service/telephony/webhooks.h"

#include <QMutex>
#include <QPointer>

#include <atomic>
#include <optional>
#include <vector>

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
    PhoneRoutes(PhoneSettings settings, Storage::Database &database, ClinicDirectory &clinics, CallRegistry &registry,
                Telephony::StreamTokens &tokens, SpeechParts speech, const Clock &clock);

    void addTo(Http::Router &router);

    /// From now on new calls ring the clinic's own line.
    void stopTakingCalls();
    /// Running calls are told to hand over. Safe from any thread.
    void handOverAll();

Q_SIGNALS:
    /// The last running call is over. Emitted on that call's thread.
    void lastLineOver();

private:
    using Answer = Result<QByteArray>;
    using FormHandler =
        std::function<void(const Telephony::TwilioForm &, const Http::HttpRequest &, Http::HttpResponder)>;

    [[nodiscard]] Http::HttpHandler checked(FormHandler handler) const;
    [[nodiscard]] Result<Telephony::TwilioForm> check(const Http::HttpRequest &request) const;
    [[nodiscard]] std::optional<Http::HttpResponse> refuseUpgrade(const Http::HttpRequest &request) const;
    [[nodiscard]] QString baseUrl(const Http::HttpRequest &request) const;
    [[nodiscard]] PhoneAnswers answersFor(const Http::HttpRequest &request) const;

    void onVoice(const Telephony::TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void onStreamEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                       const Http::HttpResponder &reply);
    void onTransferEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                         const Http::HttpResponder &reply);
    void onStatus(const Telephony::TwilioForm &form, const Http::HttpResponder &reply);
    void onWhisper(const Http::HttpRequest &request, const Http::HttpResponder &reply) const;
    void onMedia(std::unique_ptr<QWebSocket> socket);

    [[nodiscard]] LiveCall open(const Telephony::CallReference &reference, const ClinicProfile &clinic);
    /// The call as memory or the database knows it.
    [[nodiscard]] QFuture<Result<LiveCall>> lookUp(const Telephony::CallReference &reference);
    void leaveCallbackTask(const LiveCall &call);
    void finish(const LiveCall &call);

    PhoneSettings m_settings;
    Storage::Database &m_database;
    ClinicDirectory &m_clinics;
    CallRegistry &m_registry;
    Telephony::StreamTokens &m_tokens;
    SpeechParts m_speech;
    const Clock &m_clock;
    std::atomic<bool> m_takingCalls = true;
    QMutex m_linesMutex;
    std::vector<QPointer<CallLine>> m_lines;
    std::atomic<int> m_openLines = 0;
};

} // namespace Frontdesk::Reception
