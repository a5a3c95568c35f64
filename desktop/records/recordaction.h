#pragma once

#include "desktop/client/apiclient.h"

#include <QVariantMap>

namespace Frontdesk::Records {

/// One kind of change a page asks the service for, such as inviting a person.
class RecordAction : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    /// `verb` is POST, PUT, PATCH or DELETE; `version` the one this change was made against, -1 when it has none.
    Q_INVOKABLE void send(const QString &verb, const QString &path, const QVariantMap &body = {}, int version = -1);

    [[nodiscard]] bool busy() const { return m_running > 0; }

Q_SIGNALS:
    void apiChanged();
    void busyChanged();
    void done(const QString &path, const QVariantMap &answer);
    /// `sentence` is for the person who asked.
    void refused(const QString &path, const QString &sentence);

private:
    Client::ApiClient *m_api = nullptr;
    int m_running = 0;
};

} // namespace Frontdesk::Records
