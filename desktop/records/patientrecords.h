#pragma once

#include "desktop/client/apiclient.h"

#include <QJsonArray>

namespace Frontdesk::Records {

/// A patient's right to a copy of what is kept about them, and to have it deleted: asked of the service page by page.
///
/// People are found by the beginnings of the name, by phone, or both.
class PatientRecords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    /// `copied` follows with everything, or `refused`.
    Q_INVOKABLE void copy(const QString &name, const QString &phone);
    /// `erased` follows once all is gone that may go, or `refused`; what was deleted until then stays deleted.
    Q_INVOKABLE void erase(const QString &name, const QString &phone);

    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void apiChanged();
    void busyChanged();
    /// The records as JSON; patient data.
    void copied(int calls, const QString &json);
    /// `held` calls stay because of a legal hold.
    void erased(int calls, int held);
    void refused(const QString &sentence);

private:
    void copyPage(const QJsonObject &who, QJsonArray soFar, const QString &cursor);
    void eraseBatch(const QJsonObject &who, int soFar);
    void ask(const QString &path, const QJsonObject &body, std::function<void(const QJsonObject &)> then);
    void setBusy(bool busy);

    Client::ApiClient *m_api = nullptr;
    bool m_busy = false;
};

} // namespace Frontdesk::Records
