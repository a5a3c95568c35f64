#pragma once

#include "desktop/app/desk.h"
#include "tests/support/virtualscheduler.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace Frontdesk::Tests {

/// frontdeskd as users run it: a process of its own on a port of this machine, a new SQLite file, the invented clinic of
/// tests/fakes/api/demo.json with its people. Gone with this object.
class RealService {
public:
    static inline const QString Password = QStringLiteral("violet kettle on the roof");
    static inline const QString Ana = QStringLiteral("ana@oakstreet.example");     ///< Receptionist.
    static inline const QString Grace = QStringLiteral("grace@oakstreet.example"); ///< Receptionist.
    static inline const QString Lopez = QStringLiteral("lopez@oakstreet.example"); ///< Doctor.
    static inline const QString Sam = QStringLiteral("sam@oakstreet.example");     ///< Administrator.

    /// Started, with everybody's password chosen. Ends the test with a sentence when it cannot be.
    RealService();
    ~RealService();

    /// Also after `kill`: on the same port, over the same records.
    void start();
    /// SIGKILL, as a crash would; returns when it is gone.
    void kill();

    [[nodiscard]] QString url() const { return m_url; }
    /// Somebody calls and presses keys; for example 0 for a person. Goes on beside the test until it is over.
    [[nodiscard]] std::unique_ptr<QProcess> call(const QString &keys);
    /// Invites somebody; the invitation's token.
    [[nodiscard]] QString invite(const QString &email, const QString &name, const QString &role);
    /// Chooses the password with an invitation, as a person would in the client.
    void accept(const QString &token, const QString &name) const;

private:
    QByteArray run(const QString &program, const QStringList &arguments);
    [[nodiscard]] std::unique_ptr<QProcess> process(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QString m_url;
    std::unique_ptr<QProcess> m_service;
};

/// A desk at the real service. Its clock moves only when a test says so; its settings live in a folder that goes.
class RealDesk {
public:
    explicit RealDesk(const RealService &service);

    /// True once the person is in and the queue is there.
    [[nodiscard]] bool signIn(const QString &email);
    /// The first task of this patient, wherever it is shown; empty when there is none.
    [[nodiscard]] QString taskOf(const QString &patient);
    [[nodiscard]] Desktop::Desk *operator->() { return desk.get(); }

    VirtualScheduler time;
    std::unique_ptr<Desktop::Desk> desk;

private:
    QString m_server;
};

} // namespace Frontdesk::Tests
