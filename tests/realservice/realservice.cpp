#include "tests/realservice/realservice.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Frontdesk::Tests {

namespace {

const auto ClinicNumber = u"+15550100000"_s;
const auto ClinicLine = u"+15550199999"_s;
constexpr int PatienceMs = 60'000;

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace

RealService::RealService()
    : m_environment(QProcessEnvironment::systemEnvironment())
    , m_url(u"http://127.0.0.1:%1"_s.arg(freePort()))
{
    m_environment.insert(u"FRONTDESK_DATA_DIR"_s, m_folder.filePath(u"data"_s));
    m_environment.insert(u"FRONTDESK_LISTEN"_s, m_url.mid(7));
    m_environment.insert(u"FRONTDESK_PUBLIC_URL"_s, m_url);
    m_environment.insert(u"FRONTDESK_TWILIO_ACCOUNT_SID"_s, u"AC"_s + QString(32, u'0'));
    m_environment.insert(u"FRONTDESK_TWILIO_AUTH_TOKEN"_s, u"0123456789abcdef0123456789abcdef"_s);
    m_environment.insert(u"FRONTDESK_DEBUG_MARKS"_s, u"1"_s);
    m_environment.insert(u"FRONTDESK_WEBHOOK_NETWORKS"_s, u"127.0.0.0/8"_s);
    run(u"frontdeskctl"_s,
        {u"clinic"_s, u"create"_s, u"--name"_s, u"Oak Street Clinic"_s, u"--number"_s, ClinicNumber, u"--line"_s,
         ClinicLine, u"--timezone"_s, u"America/New_York"_s, u"--hours"_s, u"mon-sun 00:00-23:59"_s});
    const std::pair<QString, QStringList> people[] = {{Ana, {u"Ana Torres"_s, u"receptionist"_s}},
                                                      {Grace, {u"Grace Kim"_s, u"receptionist"_s}},
                                                      {Lopez, {u"Dr. Maria Lopez"_s, u"doctor"_s}},
                                                      {Sam, {u"Sam Whitfield"_s, u"admin"_s}}};
    std::vector<QStringList> invited;
    for (const auto &[email, person] : people)
        invited.push_back({invite(email, person[0], person[1]), person[0]});
    run(u"frontdesk-demodata"_s, {QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/fakes/api/demo.json"), u"--clinic"_s,
                                  ClinicNumber, u"--staff"_s, Ana, u"--days"_s, u"2"_s});
    start();
    for (const auto &one : invited)
        accept(one[0], one[1]);
}

RealService::~RealService()
{
    kill();
}

QString RealService::invite(const QString &email, const QString &name, const QString &role)
{
    const auto shown = run(u"frontdeskctl"_s, {u"user"_s, u"invite"_s, u"--clinic"_s, ClinicNumber, u"--email"_s, email,
                                               u"--name"_s, name, u"--role"_s, role});
    return QString::fromUtf8(shown.trimmed().split('\n').last());
}

void RealService::accept(const QString &token, const QString &name) const
{
    VirtualScheduler time;
    Client::ApiClient api;
    Client::Session session(api, time, nullptr);
    session.acceptInvitation(m_url, token, name, Password);
    if (!QTest::qWaitFor([&] { return session.state() == Client::Session::State::SignedIn; }, PatienceMs))
        qFatal("%s cannot accept: %s", qPrintable(name), qPrintable(session.problem()));
}

void RealService::start()
{
    m_service = process(u"frontdeskd"_s, {});
    m_service->setProcessChannelMode(QProcess::MergedChannels);
    m_service->start();
    // It says so itself once it listens.
    QByteArray log;
    const bool listens = QTest::qWaitFor(
        [&] {
            log += m_service->readAll();
            return log.contains("listens on") || m_service->state() == QProcess::NotRunning;
        },
        PatienceMs);
    if (!listens || m_service->state() == QProcess::NotRunning)
        qFatal("frontdeskd does not start: %s", log.constData());
}

void RealService::kill()
{
    if (m_service) {
        m_service->kill();
        m_service->waitForFinished();
    }
    m_service.reset();
}

std::unique_ptr<QProcess> RealService::call(const QString &keys)
{
    const auto file = m_folder.filePath(u"keys-%1.json"_s.arg(keys));
    QFile script(file);
    if (!script.open(QIODevice::WriteOnly))
        qFatal("the script cannot be written");
    const QJsonObject lines{
        {u"lines"_s, QJsonArray{QJsonObject{{u"keys"_s, keys}}, QJsonObject{{u"wait_for_end"_s, true}}}},
        {u"callee"_s, QJsonObject{{u"outcome"_s, u"no-answer"_s}, {u"after_ms"_s, 200}}}};
    script.write(QJsonDocument(lines).toJson());
    script.close();
    auto caller = process(u"callsim"_s, {u"--quiet"_s, u"--service"_s, m_url, u"--line"_s, ClinicLine, file});
    caller->start();
    return caller;
}

std::unique_ptr<QProcess> RealService::process(const QString &program, const QStringList &arguments) const
{
    auto made = std::make_unique<QProcess>();
    made->setProcessEnvironment(m_environment);
    made->setProgram(QStringLiteral(FRONTDESK_BIN_DIR "/") + program);
    made->setArguments(arguments);
    return made;
}

QByteArray RealService::run(const QString &program, const QStringList &arguments)
{
    const auto once = process(program, arguments);
    once->start();
    if (!once->waitForFinished(PatienceMs) || once->exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), once->readAllStandardError().constData());
    return once->readAllStandardOutput();
}

RealDesk::RealDesk(const RealService &service)
    : desk(std::make_unique<Desktop::Desk>(time, nullptr))
    , m_server(service.url())
{
    desk->preferences()->setLockMinutes(0);
}

bool RealDesk::signIn(const QString &email)
{
    desk->session()->signIn(m_server, email, RealService::Password, false);
    return QTest::qWaitFor([this] { return desk->tasks()->loaded(); }, PatienceMs);
}

QString RealDesk::taskOf(const QString &patient)
{
    using Queue::TaskModel;
    auto &tasks = *desk->tasks();
    QString found;
    for (const auto show : {TaskModel::Show::InProgress, TaskModel::Show::New}) {
        tasks.setShow(show);
        for (int row = 0; found.isEmpty() && row < tasks.count(); ++row) {
            if (tasks.at(row)->patientName == patient)
                found = tasks.at(row)->id;
        }
    }
    return found;
}

} // namespace Frontdesk::Tests
