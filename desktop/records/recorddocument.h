#pragma once

#include "desktop/client/apiclient.h"

#include <QVariantMap>

namespace Frontdesk::Records {

/// One document of the service (the clinic's profile, its thresholds, a day's figures) as a form edits it: loaded,
/// changed here, saved as a whole against the version it was loaded with.
class RecordDocument : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY sourceChanged REQUIRED)
    Q_PROPERTY(QString path MEMBER m_path NOTIFY sourceChanged REQUIRED)
    Q_PROPERTY(QVariantMap query MEMBER m_query NOTIFY sourceChanged)
    /// As edited.
    Q_PROPERTY(QVariantMap value READ value NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// {field: sentence} of the last refused save.
    Q_PROPERTY(QVariantMap fieldProblems READ fieldProblems NOTIFY changed)

public:
    Q_INVOKABLE void load();
    /// `field` may lead into objects: "thresholds.audioQuality".
    Q_INVOKABLE void set(const QString &field, const QVariant &value);
    Q_INVOKABLE void save();
    Q_INVOKABLE void revert();

    [[nodiscard]] QVariantMap value() const { return m_value; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] bool dirty() const { return m_value != m_stored; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QVariantMap fieldProblems() const { return m_fieldProblems; }

Q_SIGNALS:
    void sourceChanged();
    void changed();
    void saved();

private:
    void read(const QString &problem);
    void take(const Client::ApiAnswer &answer, const QString &problem);
    void refuse(const Client::ApiAnswer &answer);

    Client::ApiClient *m_api = nullptr;
    QString m_path;
    QVariantMap m_query;
    QVariantMap m_value;
    QVariantMap m_stored;
    QVariantMap m_fieldProblems;
    QString m_problem;
    int m_version = -1;
    int m_generation = 0; ///< Counts loads: only the newest answer is shown.
    bool m_ready = false;
    bool m_loading = false;
};

} // namespace Frontdesk::Records
