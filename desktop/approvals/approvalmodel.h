#pragma once

#include "desktop/client/apiclient.h"

#include <QAbstractListModel>
#include <QJsonArray>
#include <QVariantMap>

#include <memory>

namespace Frontdesk::Approvals {

/// What waits for a doctor's decision, in the order staff sorted it. One is `current`; deciding moves on to the next.
class ApprovalModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int currentRow READ currentRow WRITE setCurrentRow NOTIFY currentChanged)
    /// The whole record in front of the doctor; empty when nothing waits.
    Q_PROPERTY(QVariantMap current READ current NOTIFY currentChanged)
    /// [{request_type, count}], the most frequent first.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        TaskIdRole = Qt::UserRole + 1,
        PatientNameRole,
        RequestTypeRole,
        PriorityRole,
        WishRole,
        CreatedAtRole,
        BatchableRole, ///< A low-risk kind that may be approved together with others of its kind.
    };

    explicit ApprovalModel(Client::ApiClient &api, QObject *parent = nullptr);

    /// Who decides: what this doctor has signed already awaits another one.
    void setUserId(const QString &id) { m_userId = id; }
    Q_INVOKABLE void reload();
    void clear();
    /// A task changed at the service; it may have come here or left.
    void onTaskChanged(const QJsonObject &task);

    /// `decision` is `approve`, `reject` or `return`; `reason` says why it is rejected, or what staff shall answer.
    Q_INVOKABLE void decide(const QString &decision, const QString &reason = {});
    /// Approves all of the current one's kind, where that is allowed.
    Q_INVOKABLE void approveKind();
    /// Leaves the current one for later: it goes to the end.
    Q_INVOKABLE void skip();
    /// Takes back the last decision made here.
    Q_INVOKABLE void undo();

    [[nodiscard]] int count() const { return int(m_waiting.size()); }
    [[nodiscard]] int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    [[nodiscard]] QVariantMap current() const;
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] bool canUndo() const { return !m_last.id.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();
    void currentChanged();
    void decided(const QString &decision, int count);
    void undone();
    void refused(const QString &sentence);

private:
    struct Decision {
        QString id;
        int version = -1;      ///< Of the task after it; -1: not answered yet.
        bool takeBack = false; ///< Once it is answered.
    };

    [[nodiscard]] bool awaitsMe(const QJsonObject &task) const;
    void approveNext(const QJsonArray &items, int approved);
    void take(int row);
    void putBack(int row, const QJsonObject &task);
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] static bool isBatchable(const QJsonObject &task);

    Client::ApiClient &m_api;
    std::vector<QJsonObject> m_waiting;
    Decision m_last; ///< What `undo` takes back; without an id: nothing.
    QString m_userId;
    QString m_problem;
    std::unique_ptr<QObject> m_reading; ///< Set while the list is on its way.
    bool m_readAgain = false;           ///< Something changed meanwhile.
    bool m_hasMore = false;             ///< At the service, behind those that are here.
    int m_current = -1;
    bool m_loaded = false;
};

} // namespace Frontdesk::Approvals
