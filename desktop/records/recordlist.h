#pragma once

#include "desktop/client/apiclient.h"

#include <QAbstractListModel>
#include <QVariantMap>

namespace Frontdesk::Records {

/// A list of the service, page by page as a view scrolls: past calls, people, vendors, the audit trail.
class RecordList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY sourceChanged REQUIRED)
    Q_PROPERTY(QString path MEMBER m_path NOTIFY sourceChanged REQUIRED)
    /// Empty values are left out.
    Q_PROPERTY(QVariantMap query MEMBER m_query NOTIFY sourceChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        RecordRole = Qt::UserRole + 1, ///< The whole record as the service sent it.
    };

    using QAbstractListModel::QAbstractListModel;

    /// From the beginning; what is shown stays until the answer is there.
    Q_INVOKABLE void reload();
    Q_INVOKABLE [[nodiscard]] QVariantMap get(int row) const;

    [[nodiscard]] int count() const { return int(m_records.size()); }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void sourceChanged();
    void changed();

private:
    void request(const QString &cursor);
    void take(const QJsonObject &page, bool first);

    Client::ApiClient *m_api = nullptr;
    QString m_path;
    QVariantMap m_query;
    std::vector<QVariantMap> m_records;
    QString m_nextCursor;
    QString m_problem;
    int m_generation = 0; ///< Counts reloads: only the newest answer is shown.
    bool m_ready = false;
    bool m_loading = false;
};

} // namespace Frontdesk::Records
