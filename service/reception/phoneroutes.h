#pragma once

#include "service/http/router.h"
#include "service/reception/callbook.h"
#include "service/reception/clinicdirectory.h"
#include "service/reception/openlines.h"
#include "service/reception/phonedoor.h"
#include "service/reception/transferroutes.h"

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
    /// `network` null: the clinic can only be rung from the caller's own call, without music and messages of why.
    PhoneRoutes(const PhoneSettings &settings, Storage::Database &database, Storage::CallRecorder &recorder,
                ClinicDirectory &clinics, CallRegistry &registry, Telephony::StreamTokens &tokens, SpeechParts speech,
                const Clock &clock, std::shared_ptr<const Telephony::TwilioRest> network = nullptr,
                Recording::Recordings *recordings = nullptr, NetworkRecordings *networkRecordings = nullptr);

    void addTo(Http::Router &router);

    /// From now on new calls ring the clinic's own line.
    void stopTakingCalls();
    [[nodiscard]] bool isTakingCalls() const { return m_takingCalls; }
    /// Running calls are told to hand over. Safe from any thread.
    void handOverAll();
    /// Connects a running call to the clinic, because somebody there wants to talk themselves. False: this process has no
    /// such call. Safe from any thread.
    bool takeOver(const CallId &call);

Q_SIGNALS:
    /// The last running call is over. Emitted on that call's thread.
    void lastLineOver();

private:
    void onVoice(const Telephony::TwilioForm &form, const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void onStreamEnded(const Telephony::TwilioForm &form, const Http::HttpRequest &request,
                       const Http::HttpResponder &reply);
    void onStatus(const Telephony::TwilioForm &form, const Http::HttpResponder &reply);
    void onRecordingNews(const Telephony::TwilioForm &form, const Http::HttpResponder &reply);

    PhoneDoor m_door;
    ClinicDirectory &m_clinics;
    CallBook m_calls;
    Telephony::StreamTokens &m_tokens;
    const Clock &m_clock;
    TransferRoutes m_transfers;
    NetworkRecordings *m_networkRecordings; ///< May be null.
    OpenLines m_lines;
    std::atomic<bool> m_takingCalls = true;
};

} // namespace Frontdesk::Reception
