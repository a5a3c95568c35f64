#include "service/app/application.h"

#include "service/app/healthroutes.h"
#include "service/app/recordingstores.h"
#include "service/app/warmup.h"
#include "service/evaluation/hindsight.h"
#include "service/reception/recovery.h"
#include "service/sealing/masterkey.h"
#include "shared/core/log.h"
#include "shared/core/logsink.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QThreadPool>

namespace Frontdesk::App {

namespace {

/// After the last stream has closed, the phone network asks what is next for its caller; that must still be answered.
constexpr Milliseconds LastQuestions{3'000};
/// After that, answers still on their way get this long.
constexpr Milliseconds ServerGrace{2'000};

QString publicBase(const Settings &settings)
{
    QString base = settings.publicUrl().toString(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/'))) {
        base.chop(1);
    }
    return base;
}

Result<std::optional<QSslConfiguration>> tlsFrom(const Settings &settings)
{
    if (settings.tlsCertificateFile().isEmpty()) {
        return std::optional<QSslConfiguration>();
    }
    QFile keyFile(settings.tlsKeyFile());
    const auto chain = QSslCertificate::fromPath(settings.tlsCertificateFile());
    if (chain.isEmpty() || !keyFile.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("The TLS certificate or its key cannot be read.")};
    }
    const QByteArray pem = keyFile.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull()) {
        key = QSslKey(pem, QSsl::Ec);
    }
    if (key.isNull()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("The TLS key is neither an RSA nor an EC key in PEM.")};
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // Clients prove themselves by signature or token.
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return std::optional(tls);
}

} // namespace

Application::Application(Settings settings)
    : m_settings(std::move(settings))
{}

Application::~Application()
{
    Log::setErrorListener({});
    // The server's threads use everything else; they go first.
    m_server.reset();
}

Result<void> Application::start()
{
    reportErrors();
    QThreadPool::globalInstance()->start(warmUp);
    auto prices = Prices::fromFile(m_settings.value(QStringLiteral("PRICES_FILE")));
    if (!prices) {
        return Error{prices.error().code, QStringLiteral("PRICES_FILE: %1").arg(prices.error().message)};
    }
    m_prices = std::move(prices).value();
    auto keys =
        Sealing::loadMasterKeys(m_settings.masterKeyFile(), m_settings.previousMasterKeyFile(), m_settings.dataDir());
    if (!keys) {
        return keys.error();
    }
    if (auto opened = openRecords(*keys); !opened) {
        return opened;
    }
    m_tokens = std::make_unique<Telephony::StreamTokens>(
        Sealing::derivedSecret((*keys)->current, "media stream tokens"), m_scheduler);
    m_vendors = std::make_shared<FaultPolicy::VendorBoard>(
        std::make_shared<SystemClock>(), FaultPolicy::BreakerSettings{},
        [this](const FaultPolicy::Vendor &vendor, bool began, FaultPolicy::FaultKind kind) {
            onOutage(vendor, began, kind);
        });
    openPhoneNetwork();
    startNotifier();
    if (auto started = startWebhooks(); !started) {
        return started;
    }
    m_vendorHealth =
        std::make_unique<VendorHealth>(m_settings, m_vendors, m_agreements->agreements(), m_agreements->choices());
    auto speech = SpeechFactory::create(m_settings, m_vendors, m_agreements->agreements(), m_agreements->keys(),
                                        m_agreements->choices());
    if (!speech) {
        return speech.error();
    }
    m_speech = std::move(speech).value();
    m_voiceSample = std::make_unique<VoiceSample>(m_speech->parts());
    m_testCalls =
        std::make_unique<Reception::TestCalls>(Reception::TestLine::Context{*m_database, *m_tokens, m_speech->parts()});
    m_clinics = std::make_unique<Reception::ClinicDirectory>(*m_database);
    connect(m_agreements.get(), &AgreementWatch::changed, this, &Application::prepareVoices);
    prepareVoices();
    openApi(**keys);
    return openPort();
}

void Application::startNotifier()
{
    m_outlets = std::make_unique<StaffOutlets>(m_settings, m_twilioMessages, m_scheduler);
    m_notifier = std::make_unique<Notification::Notifier>(*m_database, m_scheduler, m_outlets->outlets(),
                                                          publicBase(m_settings));
    m_notifier->start();
}

Result<void> Application::startWebhooks()
{
    auto networks = Webhooks::NetworkRule::withNetworks(m_settings.value(QStringLiteral("WEBHOOK_NETWORKS")));
    if (!networks) {
        return networks.error();
    }
    m_webhookNetworks = std::move(networks).value();
    m_webhookClient = m_http.ofThisThread();
    m_webhookSender = std::make_unique<Webhooks::Sender>(*m_webhookClient, m_webhookNetworks, publicBase(m_settings));
    m_webhooks = std::make_unique<Webhooks::Deliverer>(*m_database, m_scheduler, *m_webhookSender);
    m_webhooks->start();
    return {};
}

void Application::onOutage(const FaultPolicy::Vendor &vendor, bool began, FaultPolicy::FaultKind kind)
{
    if (began) {
        qCCritical(Log::app).noquote() << vendor.title() << "is away:" << FaultPolicy::faultKindName(kind)
                                       << "- the next choice takes over";
    } else {
        qCWarning(Log::app).noquote() << vendor.title() << "is back";
    }
    m_notifier->tellOutage(vendor.title(), began);
    // Vendors may fail while voices are prepared, before anybody can watch.
    if (m_live) {
        const QJsonObject what{{QStringLiteral("vendor"), vendor.name()},
                               {QStringLiteral("service"), FaultPolicy::serviceName(vendor.service())},
                               {QStringLiteral("away"), began}};
        for (const ClinicId &clinic : m_vendorHealth->clinics()) {
            m_live->tell(clinic, QStringLiteral("vendor.changed"), what);
        }
    }
}

void Application::openApi(const Sealing::MasterKeys &keys)
{
    const auto previous = [&](const char *purpose) {
        return keys.previous ? Sealing::derivedSecret(*keys.previous, purpose) : QByteArray();
    };
    const Sealing::SecretKey &masterKey = keys.current;
    const QByteArray auditKey = Sealing::derivedSecret(masterKey, "audit log");
    const Storage::AuditSeal seal(auditKey, previous("audit log"));
    m_trail = std::make_unique<Api::StoredAuditTrail>(seal);
    m_retention = std::make_unique<Retention::RetentionKeeper>(*m_database, seal, m_scheduler, m_shelf.get());
    m_retention->start();
    Api::ApiHooks hooks;
    hooks.hindsight = {Evaluation::previewThresholds, Evaluation::missedEmergencies};
    hooks.takeOver = [this](const CallId &call) { return m_phone->takeOver(call); };
    hooks.player = &m_recordings->reader();
    hooks.recordings = m_shelf.get();
    hooks.rehearsal.speak = [this](const ClinicId &clinic, const QString &text, const QString &language) {
        return m_voiceSample->speak(clinic, {text, language});
    };
    hooks.rehearsal.testCall = [this](const ClinicId &clinic) {
        const auto [callId, token] = m_testCalls->issue(clinic);
        return QJsonObject{{QStringLiteral("call_id"), callId},
                           {QStringLiteral("ticket"), token},
                           {QStringLiteral("path"), QString::fromLatin1(Reception::TestCalls::MediaPath)}};
    };
    hooks.clinicChanged = [this](const ClinicProfile &clinic) { m_clinics->remember(clinic); };
    hooks.prices = m_prices;
    hooks.speech = SpeechFactory::available(m_settings);
    hooks.webhookNetworks = m_webhookNetworks;
    hooks.health = [this] {
        auto parts = m_vendorHealth->components();
        parts.push_back(recordingsHealth(*m_recordings));
        return parts;
    };
    m_api =
        std::make_unique<Api::ApiRoutes>(Api::ApiSecrets{Sealing::derivedSecret(masterKey, "access tokens"),
                                                         Sealing::derivedSecret(masterKey, "sign-in secrets"), auditKey,
                                                         previous("sign-in secrets"), previous("audit log")},
                                         *m_database, *m_trail, m_scheduler, std::move(hooks));
    m_live = std::make_unique<Live::LiveHub>(*m_database, m_liveView);
    m_liveSocket = std::make_unique<Api::LiveSocket>(m_api->gate(), *m_live, *m_trail, m_scheduler);
}

Result<void> Application::openRecords(const std::shared_ptr<const Sealing::MasterKeys> &keys)
{
    m_database =
        std::make_unique<Storage::Database>(Storage::DatabaseSettings{.url = m_settings.databaseUrl(),
                                                                      .ownerUrl = m_settings.databaseOwnerUrl(),
                                                                      .connections = m_settings.databaseConnections(),
                                                                      .masterKeys = keys});
    if (auto ready = m_database->ready().result(); !ready) {
        return ready;
    }
    if (auto opened = openJournal(*keys); !opened) {
        return opened;
    }
    m_agreements = std::make_unique<AgreementWatch>(*m_database, m_scheduler);
    m_agreements->start();
    m_nodes = std::make_unique<Reception::NodeWatch>(*m_database, m_recorder->node(), m_scheduler);
    m_nodes->start();
    if (auto closed = closeWhatWasLeft(); !closed) {
        return closed;
    }
    return openRecordings();
}

Result<void> Application::openJournal(const Sealing::MasterKeys &keys)
{
    const auto node = Reception::nodeOf(m_settings.dataDir());
    if (!node) {
        return node.error();
    }
    const QByteArray purpose = QByteArrayLiteral("call journal");
    Storage::JournalSettings journal{QDir(m_settings.dataDir()).filePath(QStringLiteral("calls.journal")),
                                     keys.current.derive(purpose)};
    if (keys.previous) {
        journal.previousKey = keys.previous->derive(purpose);
    }
    m_recorder = std::make_unique<Storage::CallRecorder>(*m_database, *node, std::move(journal));
    return m_recorder->opened();
}

Result<void> Application::closeWhatWasLeft()
{
    // What the journal still holds may be the end of one of these calls.
    m_recorder->waitUntilEmpty();
    for (const auto &node : {m_recorder->node(), Storage::NodeId()}) {
        const Result<int> closed = Reception::closeUnfinishedCalls(*m_database, m_scheduler, node).result();
        if (!closed) {
            return closed.error();
        }
        if (*closed > 0) {
            qCWarning(Log::app) << "closed" << *closed << "calls that an earlier run left unfinished";
        }
    }
    return {};
}

void Application::openPhoneNetwork()
{
    if (m_settings.twilioAccountSid().isEmpty()) {
        return;
    }
    const auto twilioFor = [this](FaultPolicy::Service service) {
        return std::make_shared<Telephony::TwilioRest>(Telephony::TwilioAccount{m_settings.twilioApiUrl(),
                                                                                m_settings.twilioAccountSid(),
                                                                                m_settings.twilioAuthToken().toUtf8()},
                                                       m_vendors->vendor(QStringLiteral("twilio"), service), m_http);
    };
    m_twilio = twilioFor(FaultPolicy::Service::Calls);
    m_twilioMessages = twilioFor(FaultPolicy::Service::Messages);
    m_twilioRecordings = twilioFor(FaultPolicy::Service::Recordings);
    const QString base = publicBase(m_settings);
    m_networkRecordings = std::make_unique<Reception::NetworkRecordings>(
        Reception::NetworkRecordingTools{
            m_twilioRecordings, *m_recorder, m_scheduler,
            base.isEmpty() ? QString() : base + QLatin1String(Reception::NetworkRecordings::CallbackPath)},
        Reception::NetworkRecordings::Rooms{*m_database, *m_recordings, m_agreements->agreements(),
                                            m_settings.twilioApiUrl()},
        m_scheduler);
    m_networkRecordings->start();
}

Result<void> Application::openRecordings()
{
    m_recordings = std::make_unique<Recording::Recordings>(
        Recording::RecordingSettings{.folder = recordingSpool(m_settings)}, *m_database, *m_recorder,
        recordingStore(m_settings, m_agreements->agreements()), m_scheduler);
    m_shelf = std::make_unique<Recording::RecordingShelf>(m_scheduler, [this] { m_recordings->lookForWork(); });
    return m_recordings->start();
}

void Application::prepareVoices()
{
    m_database->run([](Storage::Store &store) { return store.clinics().list(); })
        .then(this, [this](const Result<std::vector<ClinicProfile>> &clinics) {
            if (!clinics) {
                qCWarning(Log::app) << "cannot read the clinics:" << clinics.error().message;
                return;
            }
            std::vector<ClinicId> ids;
            for (const ClinicProfile &clinic : clinics.value()) {
                m_clinics->remember(clinic);
                m_speech->prepare(clinic);
                ids.push_back(clinic.id);
            }
            m_vendorHealth->setClinics(std::move(ids));
            for (const QString &gap : m_vendorHealth->gaps()) {
                qCWarning(Log::app).noquote() << gap;
            }
        });
}

Result<void> Application::openPort()
{
    auto tls = tlsFrom(m_settings);
    if (!tls) {
        return tls.error();
    }
    Reception::PhoneSettings phone;
    phone.authToken = m_settings.twilioAuthToken().toUtf8();
    phone.publicUrl = publicBase(m_settings);
    phone.debugMarks = qEnvironmentVariableIntValue("FRONTDESK_DEBUG_MARKS") == 1;
    m_phone = std::make_unique<Reception::PhoneRoutes>(phone, *m_database, *m_recorder, *m_clinics, m_registry,
                                                       *m_tokens, m_speech->parts(), m_scheduler, m_twilio,
                                                       m_recordings.get(), m_networkRecordings.get());
    Http::Router router;
    m_phone->addTo(router);
    m_testCalls->addTo(router);
    m_api->addTo(router);
    m_liveSocket->addTo(router);
    addHealthRoutes(router, {*m_database, *m_recorder, m_registry, *m_live, m_vendors, m_settings.dataDir(),
                             m_speech->parts().meter, [this] { return m_server->figures(); },
                             [this] { return m_phone->isTakingCalls(); }});
    Http::HttpServerSettings server;
    server.address = QHostAddress(m_settings.listenAddress());
    server.port = m_settings.listenPort();
    server.threads = m_settings.threads();
    server.tls = tls.value();
    server.limits.connectionsPerAddress = m_settings.connectionsPerAddress();
    m_server = std::make_unique<Http::HttpServer>(std::move(router), server);
    if (auto listening = m_server->listen(); !listening) {
        return listening;
    }
    qCInfo(Log::app).noquote() << "frontdeskd" << FRONTDESK_VERSION << "listens on"
                               << QStringLiteral("%1:%2").arg(m_settings.listenAddress()).arg(m_server->port());
    return {};
}

void Application::reportErrors()
{
    const QUrl dsn(m_settings.value(QStringLiteral("SENTRY_DSN")));
    if (dsn.isEmpty()) {
        return;
    }
    m_reportClient = std::make_unique<Outgoing::HttpClient>(m_scheduler);
    m_reporter = std::make_unique<ErrorReports::ErrorReporter>(dsn, QStringLiteral(FRONTDESK_VERSION), *m_reportClient);
    Log::setErrorListener([reporter = m_reporter.get()](const QString &category, bool) { reporter->note(category); });
}

quint16 Application::port() const
{
    return m_server ? m_server->port() : quint16(0);
}

void Application::shutDown()
{
    if (std::exchange(m_shuttingDown, true)) {
        return;
    }
    if (!m_server) {
        Q_EMIT finished();
        return;
    }
    qCInfo(Log::app) << "going down;" << m_registry.streaming() << "calls are running";
    m_phone->stopTakingCalls();
    connect(
        m_phone.get(), &Reception::PhoneRoutes::lastLineOver, this,
        [this] { m_graceEnds = m_scheduler.after(LastQuestions, [this] { stopServer(); }); }, Qt::QueuedConnection);
    if (m_registry.streaming() == 0) {
        stopServer();
        return;
    }
    m_graceEnds = m_scheduler.after(CallGrace, [this] { m_phone->handOverAll(); });
}

void Application::stopServer()
{
    connect(m_server.get(), &Http::HttpServer::drained, this, &Application::finished, Qt::UniqueConnection);
    m_server->shutdown(ServerGrace);
}

} // namespace Frontdesk::App
