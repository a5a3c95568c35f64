#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Frontdesk::Tests {

/// A PostgreSQL server of our own: in a temporary folder, on a unix socket there, run by an unprivileged user (PostgreSQL
/// refuses root), gone with this object or with the test that made it. Nothing is flushed to the disk, which the death of
/// a process does not need.
///
/// Without PostgreSQL's programs a test that asks for one ends at once and says so.
class PrivatePostgres {
public:
    /// Started on the first call, stopped when the application ends: starting takes half a second.
    [[nodiscard]] static PrivatePostgres &shared();

    PrivatePostgres();
    ~PrivatePostgres();
    PrivatePostgres(const PrivatePostgres &) = delete;
    PrivatePostgres &operator=(const PrivatePostgres &) = delete;

    /// Returns when connections are taken. `options` are added to the server's command line.
    void start(const QStringList &options = {});
    /// SIGKILL to the server, as a crash would; returns when it is gone.
    void kill();

    /// The address of a database for the user, by default the superuser.
    [[nodiscard]] QString url(const QString &database, const QString &user = QStringLiteral("postgres")) const;
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }

    /// Runs one statement as superuser in `database`.
    void run(const QString &sql, const QString &database = QStringLiteral("postgres")) const;

    /// Makes an empty database and returns its name.
    [[nodiscard]] QString createDatabase();
    void dropDatabase(const QString &name);

    /// Makes the file inside the server's folder, readable by the server only. Returns its path.
    QString addFile(const QString &name, const QByteArray &content);

private:
    [[nodiscard]] bool comesUp();

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace Frontdesk::Tests
