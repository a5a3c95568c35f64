#pragma once

#include "desktop/client/apiclient.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace Frontdesk::Alerts {

/// Callers who need a person now and whom nobody has taken yet; emergencies first, then who waits longest.
class EscalationModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool hasEmergency READ hasEmergency NOTIFY countChanged)

public:
    enum Role {
        EscalationIdRole = Qt::UserRole + 1,
        CallIdRole,
        TaskIdRole,
        ReasonRole, ///< For example `emergency_medical`.
        EmergencyRole,
        PatientNameRole,  ///< May be empty.
        CallerNumberRole, ///< E.164; may be empty.
        LastWordsRole,    ///< What the caller said last; grows while the call lives.
        DecidedAtRole,
    };

    explicit EscalationModel(Client::ApiClient &api, QObject *parent = nullptr);

    void replaceAll(const QJsonArray &open);
    /// A new one, or news of a known one; an acknowledged one leaves.
    void upsert(const QJsonObject &escalation);
    void onCallWords(const QJsonObject &words);
    void clear();

    /// Makes this person the owner.
    Q_INVOKABLE void acknowledge(const QString &id);
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString taskIdOf(const QString &id) const;

    [[nodiscard]] int count() const { return int(m_open.size()); }
    [[nodiscard]] bool hasEmergency() const { return !m_open.empty() && m_open.front().emergency; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    /// Somebody must be told: a caller waits. Not for those that were open when the desk connected.
    void raised(const QString &id, const QString &reason, bool emergency, const QString &caller);
    void acknowledged(const QString &id, const QString &taskId);
    /// Another person has it.
    void taken(const QString &sentence);

private:
    struct Escalation {
        QString id;
        QString callId;
        QString taskId;
        QString reason;
        QString patientName;
        QString callerNumber;
        QString lastWords;
        QDateTime decidedAt;
        bool emergency = false;

        [[nodiscard]] static Escalation fromJson(const QJsonObject &json);
        [[nodiscard]] bool isBefore(const Escalation &other) const;
    };

    [[nodiscard]] std::vector<Escalation>::iterator find(const QString &id);
    void remove(std::vector<Escalation>::iterator place);

    Client::ApiClient &m_api;
    std::vector<Escalation> m_open;
};

} // namespace Frontdesk::Alerts
