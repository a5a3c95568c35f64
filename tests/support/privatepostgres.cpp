#include "tests/support/privatepostgres.h"

#include "service/storage/sql/postgresconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <memory>

namespace Frontdesk::Tests {

namespace {

using Storage::PostgresConnection;

std::unique_ptr<PrivatePostgres> sharedServer;

bool isRoot()
{
    return geteuid() == 0;
}

QString program(const char *name)
{
    const QString path = QStringLiteral(FRONTDESK_POSTGRES_BIN "/") + QLatin1String(name);
    if (!QFileInfo::exists(path)) {
        qFatal("%s", "These tests need PostgreSQL's server programs; see tools/install-packages.");
    }
    return path;
}

/// The command as an unprivileged user, dying with us.
QStringList unprivileged(const QStringList &command)
{
    const QStringList asPostgres{QStringLiteral("setpriv"), QStringLiteral("--reuid=postgres"),
                                 QStringLiteral("--regid=postgres"), QStringLiteral("--clear-groups"),
                                 QStringLiteral("--pdeathsig=KILL")};
    return isRoot() ? asPostgres + command : command;
}

void prepare(QProcess &process, const QStringList &command)
{
    const QStringList words = unprivileged(command);
    process.setProgram(words.first());
    process.setArguments(words.mid(1));
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

void must(const QStringList &command)
{
    QProcess process;
    prepare(process, command);
    process.start();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("%s failed: %s", qPrintable(command.first()), process.readAll().constData());
    }
}

/// A server folder as initdb makes it, which takes a second: made once and copied from then on.
QString pristineFolder()
{
    const QString path = QDir::temp().filePath(QStringLiteral("frontdesk-postgres-%1").arg(geteuid()));
    const QString folder = path + QStringLiteral("/data");
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.lock()) {
        qFatal("%s", "Cannot lock the server folder that tests share.");
    }
    if (!QFileInfo::exists(path + QStringLiteral("/made"))) {
        QDir(path).removeRecursively();
        must({QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("700"), path});
        must({program("initdb"), QStringLiteral("--no-sync"), QStringLiteral("--username=postgres"),
              QStringLiteral("--auth=trust"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C"),
              QStringLiteral("--wal-segsize=1"), QStringLiteral("--pgdata=") + folder});
        must({QStringLiteral("touch"), path + QStringLiteral("/made")});
    }
    return folder;
}

} // namespace

PrivatePostgres &PrivatePostgres::shared()
{
    if (!sharedServer) {
        sharedServer = std::make_unique<PrivatePostgres>();
        qAddPostRoutine([] { sharedServer.reset(); });
    }
    return *sharedServer;
}

PrivatePostgres::PrivatePostgres()
{
    if (isRoot()) {
        QProcess::execute(QStringLiteral("chown"), {QStringLiteral("postgres:postgres"), m_folder.path()});
    }
    must({QStringLiteral("cp"), QStringLiteral("-a"), pristineFolder(), dataFolder()});
    start();
}

PrivatePostgres::~PrivatePostgres()
{
    kill();
}

void PrivatePostgres::start(const QStringList &options)
{
    QStringList command{program("postgres"), QStringLiteral("-D"), dataFolder(), QStringLiteral("-k"), m_folder.path()};
    for (const char *setting :
         {"listen_addresses=", "fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=200",
          "autovacuum=off", "log_min_messages=log", "log_min_error_statement=panic", "log_checkpoints=off"}) {
        command << QStringLiteral("-c") << QLatin1String(setting);
    }
    prepare(m_server, command + options);
    while (!comesUp()) {
    }
}

bool PrivatePostgres::comesUp()
{
    m_server.start();
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead()) {
            // After a kill the server waits until the last process of the one before has gone.
            if (!said.contains("pre-existing shared memory block")) {
                qFatal("PostgreSQL does not start: %s", said.constData());
            }
            m_server.waitForFinished();
            return false;
        }
        said += m_server.readAll();
    }
    return true;
}

void PrivatePostgres::kill()
{
    if (m_server.state() == QProcess::NotRunning) {
        return;
    }
    // Its children notice its death only after a moment, in which they would still answer.
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(m_server.processId()));
    const QList<QByteArray> backends =
        children.open(QIODevice::ReadOnly) ? children.readAll().split(' ') : QList<QByteArray>();
    m_server.kill();
    for (const QByteArray &backend : backends) {
        if (const int pid = backend.trimmed().toInt(); pid > 0) {
            ::kill(pid, SIGKILL);
        }
    }
    m_server.waitForFinished();
}

QString PrivatePostgres::url(const QString &database, const QString &user) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3")
        .arg(user, database, QString::fromLatin1(m_folder.path().toUtf8().toPercentEncoding()));
}

void PrivatePostgres::run(const QString &sql, const QString &database) const
{
    auto connection = PostgresConnection::open(url(database), PostgresConnection::Role::Owner);
    const auto done = connection ? (*connection)->command(sql) : Result<void>(connection.error());
    if (!done) {
        qFatal("%s", qPrintable(done.error().message));
    }
}

QString PrivatePostgres::createDatabase()
{
    const QString name = QStringLiteral("test_%1").arg(++m_databases);
    run(QStringLiteral("CREATE DATABASE %1").arg(name));
    return name;
}

void PrivatePostgres::dropDatabase(const QString &name)
{
    run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(name));
}

QString PrivatePostgres::addFile(const QString &name, const QByteArray &content)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        qFatal("%s", "Cannot write into the server's folder.");
    }
    if (isRoot()) {
        QProcess::execute(QStringLiteral("chown"), {QStringLiteral("postgres:postgres"), path});
    }
    return path;
}

} // namespace Frontdesk::Tests
