#pragma once

#include <QLocalServer>

namespace Frontdesk::Platform {

/// One client for each person at a computer: a second start shows the first one's window instead.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// `name` tells programs apart; the person's own account is added by the system.
    explicit SingleInstance(QString name, QObject *parent = nullptr);

    /// True: this is the first, and hears of later ones. False: the first was told and raises its window.
    [[nodiscard]] bool begin();

Q_SIGNALS:
    /// Somebody started the program again.
    void startedAgain();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace Frontdesk::Platform
