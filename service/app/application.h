#pragma once

#include "service/api/apiroutes.h"
#include "service/api/livesocket.h"
#include "service/api/recordview.h"
#include "service/api/storedaudittrail.h"
#include "service/app/agreementwatch.h"
#include "service/app/speechfactory.h"
#include "service/app/staffoutlets.h"
#include "service/app/vendorhealth.h"
#include "service/app/voicesample.h"
#include "service/errorreports/errorreporter.h"
#include "service/http/httpserver.h"
#include "service/reception/nodewatch.h"
#include "service/reception/phoneroutes.h"
#include "service/reception/testcalls.h"
#include "service/recording/recordings.h"
#include "service/recording/recordingshelf.h"
#include "service/retention/retentionkeeper.h"
#include "service/settings/settings.h"
#include "service/storage/database.h"
#include "service/telephony/streamtokens.h"
#include "service/webhooks/deliverer.h"

#include <QObject>

#include <memory>

namespace Frontdesk::App {

/// The whole service: builds every room, opens the port, and takes it all down again.
///
/// Lives on the main thread.
class Application final : public QObject {
    Q_OBJECT

public:
    explicit Application(Settings settings);
    ~Application() override;

    /// Opens the database, closes what an earlier run left behind, loads the speech models and listens. The error says
    /// what to do.
    [[nodiscard]] Result<void> start();

    /// The port in use.
    [[nodiscard]] quint16 port() const;

    /// No new calls; running calls may finish for `CallGrace`, then they are connected to the clinic's own line.
    /// `finished` follows.
    void shutDown();

    static constexpr Milliseconds CallGrace{20'000};

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] Result<void> openRecords(const std::shared_ptr<const Sealing::MasterKeys> &keys);
    [[nodiscard]] Result<void> openJournal(const Sealing::MasterKeys &keys);
    [[nodiscard]] Result<void> closeWhatWasLeft();
    void openApi(const Sealing::MasterKeys &keys);
    [[nodiscard]] Result<void> openRecordings();
    [[nodiscard]] Result<void> openPort();
    void openPhoneNetwork();
    void prepareVoices();
    void reportErrors();
    void startNotifier();
    [[nodiscard]] Result<void> startWebhooks();
    void onOutage(const FaultPolicy::Vendor &vendor, bool began, FaultPolicy::FaultKind kind);
    void stopServer();

    Settings m_settings;
    Prices m_prices;
    SystemScheduler m_scheduler;
    std::unique_ptr<Outgoing::HttpClient> m_reportClient;
    std::unique_ptr<ErrorReports::ErrorReporter> m_reporter;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Storage::CallRecorder> m_recorder;
    std::unique_ptr<Reception::NodeWatch> m_nodes;
    std::unique_ptr<Recording::Recordings> m_recordings;
    std::unique_ptr<Recording::RecordingShelf> m_shelf;
    std::shared_ptr<FaultPolicy::VendorBoard> m_vendors;
    Outgoing::HttpClients m_http{m_scheduler};
    std::shared_ptr<const Telephony::TwilioRest> m_twilio; ///< Null: no account.
    std::shared_ptr<const Telephony::TwilioRest> m_twilioMessages;
    std::shared_ptr<const Telephony::TwilioRest> m_twilioRecordings;
    std::unique_ptr<Reception::NetworkRecordings> m_networkRecordings; ///< Null: no account.
    std::unique_ptr<Notification::Notifier> m_notifier;
    std::unique_ptr<StaffOutlets> m_outlets; ///< Goes before the notifier, which hears of its last words.
    Webhooks::NetworkRule m_webhookNetworks;
    std::shared_ptr<Outgoing::HttpClient> m_webhookClient;
    std::unique_ptr<Webhooks::Sender> m_webhookSender;
    std::unique_ptr<Webhooks::Deliverer> m_webhooks;
    std::unique_ptr<AgreementWatch> m_agreements;
    std::unique_ptr<VendorHealth> m_vendorHealth;
    std::unique_ptr<SpeechFactory> m_speech;
    std::unique_ptr<VoiceSample> m_voiceSample;
    std::unique_ptr<Telephony::StreamTokens> m_tokens;
    Reception::CallRegistry m_registry;
    std::unique_ptr<Reception::ClinicDirectory> m_clinics;
    std::unique_ptr<Reception::PhoneRoutes> m_phone;
    std::unique_ptr<Reception::TestCalls> m_testCalls;
    std::unique_ptr<Retention::RetentionKeeper> m_retention;
    std::unique_ptr<Api::StoredAuditTrail> m_trail;
    std::unique_ptr<Api::ApiRoutes> m_api;
    Api::RecordView m_liveView;
    std::unique_ptr<Live::LiveHub> m_live;
    std::unique_ptr<Api::LiveSocket> m_liveSocket;
    std::unique_ptr<Http::HttpServer> m_server;
    Scheduler::JobHandle m_graceEnds;
    bool m_shuttingDown = false;
};

} // namespace Frontdesk::App
