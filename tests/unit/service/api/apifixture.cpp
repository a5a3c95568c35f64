#include "tests/unit/service/api/apifixture.h"

#include "service/identity/secrets.h"
#include "service/recording/stereotrack.h"
#include "tests/support/testkeys.h"
#include "tests/unit/service/http/testserver.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace Frontdesk::Api::Tests {

namespace {

const ApiSecrets Secrets{QByteArray(32, 't'), QByteArray(32, 's'), QByteArray(32, 'a')};
constexpr Identity::HashCost Cheap{1, 8192};

} // namespace

Result<void> RecordingTrail::record(Storage::Store &store, const Actor &actor, const QString &action,
                                    const Subject &subject, const QString &detail, const QDateTime &now)
{
    if (m_isBroken) {
        return Error{ErrorCode::Unavailable, QStringLiteral("The audit log cannot be written.")};
    }
    const std::lock_guard lock(m_mutex);
    m_lines.push_back({actor, action, subject, detail});
    return m_log.record(store, actor, action, subject, detail, now);
}

AuditLine RecordingTrail::last(const QString &action) const
{
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_lines.rbegin(), m_lines.rend(), [&](const AuditLine &line) { return line.action == action; });
    return found == m_lines.rend() ? AuditLine() : *found;
}

int RecordingTrail::count(const QString &action) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [&](const AuditLine &line) { return line.action == action; }));
}

ApiFixture::ApiFixture()
    : trail(Secrets.audit)
    , database(std::make_unique<Storage::Database>(
          Storage::DatabaseSettings{.url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("test.sqlite")),
                                    .masterKeys = Frontdesk::Tests::testKeys()}))
    , m_passwordHash(Identity::hashPassword(QLatin1String(Password), Cheap).valueOr(QString()))
{
    recordingStore = Recording::makeLocalObjectStore(folder.filePath(QStringLiteral("kept")));
    recordings = std::make_unique<Recording::RecordingReader>(folder.filePath(QStringLiteral("new")),
                                                              Storage::NodeId(QStringLiteral("here")), *recordingStore);
    ApiHooks hooks;
    hooks.player = recordings.get();
    hooks.takeOver = [this](const CallId &call) {
        takenOver.push_back(call);
        return canTakeOver;
    };
    hooks.speech = {{QStringLiteral("deepgram"), QStringLiteral("pocketsphinx")},
                    {QStringLiteral("rules")},
                    {QStringLiteral("elevenlabs"), QStringLiteral("flite")},
                    QStringLiteral("nova-3")};
    hooks.clinicChanged = [this](const ClinicProfile &clinic) { changedClinics.push_back(clinic); };
    hooks.rehearsal.speak = [](const ClinicId &clinic, const QString &text,
                               const QString &language) -> Result<QByteArray> {
        if (text == QLatin1String("mute")) {
            return Error{ErrorCode::Unavailable, QStringLiteral("No voice could say it in time.")};
        }
        return QStringLiteral("%1/%2/%3").arg(clinic.text(), language, text).toUtf8();
    };
    hooks.rehearsal.testCall = [](const ClinicId &clinic) {
        return QJsonObject{{QStringLiteral("call_id"), clinic.text()},
                           {QStringLiteral("ticket"), QStringLiteral("t")},
                           {QStringLiteral("path"), QStringLiteral("/p")}};
    };
    hooks.hindsight.previewThresholds = [this](Storage::Store &, const ClinicId &, const Hindsight::Changes &changes,
                                               const QDateTime &from, const QDateTime &until) -> Result<QJsonObject> {
        previewed = changes;
        if (changes.front().first == QLatin1String("none_such")) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("There is no such threshold.")};
        }
        return QJsonObject{{QStringLiteral("calls"), from.daysTo(until)},
                           {QStringLiteral("escalated_before"), 2},
                           {QStringLiteral("escalated_after"), 1},
                           {QStringLiteral("emergencies_lost"), 0},
                           {QStringLiteral("unreadable"), 0},
                           {QStringLiteral("changed"), QJsonArray()}};
    };
    hooks.hindsight.missedEmergencies = [](Storage::Store &, const ClinicId &, const QDateTime &,
                                           const QDateTime &) -> Result<QJsonObject> {
        return QJsonObject{
            {QStringLiteral("calls"), 3}, {QStringLiteral("unreadable"), 0}, {QStringLiteral("items"), QJsonArray()}};
    };
    hooks.prices = Prices::fromJson(R"({"currency":"USD","prices":[
        {"vendor":"deepgram","per":"recognized_minute","price":0.5,"from":"2026-01-01","source":"a test"},
        {"vendor":"twilio","per":"phone_minute","price":0.02,"from":"2026-01-01","source":"a test"}]})")
                       .value();
    api = std::make_unique<ApiRoutes>(Secrets, *database, trail, clock, hooks, Cheap);
    Http::Router router;
    api->addTo(router);
    server = Frontdesk::Tests::serverFor(std::move(router), 2);
    if (!server) {
        qFatal("cannot listen");
    }
}

ApiFixture::~ApiFixture()
{
    server.reset();
    api.reset();
}

Answer ApiFixture::ask(const QByteArray &method, const QString &path, const Asking &asking)
{
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(server->port()).arg(path)));
    QByteArray body;
    if (!asking.body.isEmpty()) {
        body = QJsonDocument(asking.body).toJson(QJsonDocument::Compact);
        request.setRawHeader("Content-Type", "application/json");
    }
    if (!asking.token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + asking.token.toLatin1());
    }
    for (const auto &[name, value] : asking.headers) {
        request.setRawHeader(name, value);
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000)) {
        return {};
    }
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.raw = reply->readAll();
    answer.body = QJsonDocument::fromJson(answer.raw).object();
    for (const auto &[name, value] : reply->rawHeaderPairs()) {
        answer.headers.insert(name.toLower(), value);
    }
    return answer;
}

ClinicProfile ApiFixture::givenClinic(const QString &number)
{
    ClinicProfile clinic;
    clinic.name = QStringLiteral("Oakwood Family Practice");
    clinic.number = number;
    clinic.line = QStringLiteral("+15550199999");
    clinic.timeZone = QTimeZone(QByteArrayLiteral("America/New_York"));
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    return inStore(
        [clinic, now = clock.utcNow()](Storage::Store &store) { return store.clinics().create(clinic, now); });
}

User ApiFixture::givenUser(const ClinicProfile &clinic, Role role, const QString &email)
{
    User user;
    user.clinicId = role == Role::Operator ? ClinicId() : clinic.id;
    user.email = email.isEmpty() ? newUuid7() + QStringLiteral("@example.com") : email;
    user.name = QStringLiteral("Sam ") + roleName(role);
    user.role = role;
    return inStore([&](Storage::Store &store) -> Result<User> {
        const auto made = store.users().create(user, clock.utcNow());
        const auto set =
            made ? store.users().setPassword(made->id, m_passwordHash, clock.utcNow()) : Result<void>(made.error());
        return set ? store.users().find(made->id) : Result<User>(set.error());
    });
}

QString ApiFixture::tokenFor(const User &user)
{
    const auto session = inStore([&](Storage::Store &store) {
        return store.sessions().open({.user = user.id,
                                      .clinic = user.clinicId,
                                      .deviceName = QStringLiteral("Test"),
                                      .createdAt = clock.utcNow(),
                                      .endsAt = clock.utcNow().addDays(1)},
                                     Identity::tokenHash(Identity::newSecretToken()));
    });
    const Identity::AccessTokens tokens(Secrets.tokens);
    return QString::fromLatin1(tokens.issue({user.id, session.id, user.clinicId, user.role, {}}, clock.utcNow()));
}

CallRecord ApiFixture::givenCall(const ClinicProfile &clinic, int minutesAgo)
{
    CallRecord call;
    call.clinicId = clinic.id;
    call.networkCallId = QStringLiteral("CA") + newUuid7();
    call.callerNumber = QStringLiteral("+15550123456");
    call.startedAt = clock.utcNow().addSecs(-60 * minutesAgo);
    return inStore([call](Storage::Store &store) { return store.calls().begin(call); });
}

Storage::RecordingRecord ApiFixture::givenRecording(const CallRecord &call, int seconds)
{
    Storage::RecordingRecord recording{.clinic = call.clinicId, .call = call.id};
    recording.state = Storage::RecordingState::Kept;
    recording.consent = RecordingConsent::Heard;
    recording.consentAt = clock.utcNow();
    recording.consentWords = QStringLiteral("This call is recorded.");
    recording.key = QByteArray(32, 'k');
    recording.changedAt = clock.utcNow();
    const QString path = folder.filePath(call.id.text());
    Recording::SoundFileWriter writer(path, *Recording::sealOf(recording));
    QByteArray track(seconds * 16'000, '\x10');
    while (track.size() >= Recording::StereoTrack::BlockBytes) {
        if (!writer.append(track.left(Recording::StereoTrack::BlockBytes))) {
            qFatal("cannot write a recording");
        }
        track.remove(0, Recording::StereoTrack::BlockBytes);
    }
    if (!writer.finish(track) || !recordingStore->put(Recording::storedName(recording.clinic, recording.call), path)) {
        qFatal("cannot keep a recording");
    }
    return inStore([&](Storage::Store &store) -> Result<Storage::RecordingRecord> {
        const auto saved = store.recordings().save(recording);
        return saved ? Result<Storage::RecordingRecord>(recording) : saved.error();
    });
}

Task ApiFixture::givenTask(const CallRecord &call, RequestType type, TaskPriority priority, const QString &patient)
{
    Task task;
    task.clinicId = call.clinicId;
    task.callId = call.id;
    task.type = type;
    task.queue = queueFor(type);
    task.priority = priority;
    task.slotValues[SlotName::PatientName] = {.value = patient, .saidAs = patient.toLower()};
    task.slotValues[SlotName::CallbackNumber] = {.value = call.callerNumber, .saidAs = {}};
    task.slotValues[SlotName::PreferredDate] = {.value = QStringLiteral("2026-03-09"),
                                                .saidAs = QStringLiteral("next monday")};
    task.note = QStringLiteral("Prefers mornings.");
    task.transcript = QStringLiteral("caller: I need an appointment.");
    task.createdAt = clock.utcNow();
    return inStore([task](Storage::Store &store) { return store.tasks().submit(task, newUuid7()); });
}

} // namespace Frontdesk::Api::Tests
