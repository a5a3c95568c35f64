#pragma once

#include "desktop/client/apiclient.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QVariantMap>

namespace Frontdesk::Calls {

/// The calls the assistant has on the line now, the oldest first.
class LiveCallModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        CallIdRole = Qt::UserRole + 1,
        CallerNumberRole,
        PatientNameRole,
        PhaseRole,
        EscalationReasonRole, ///< Empty while the assistant manages.
        LastWordsRole,        ///< What was said last, and by whom: "caller" or "assistant" in LastSpeaker.
        LastSpeakerRole,
        StartedAtRole,
    };

    explicit LiveCallModel(Client::ApiClient &api, QObject *parent = nullptr);

    void replaceAll(const QJsonArray &calls);
    void upsert(const QJsonObject &call);
    void remove(const QString &callId);
    void onCallWords(const QJsonObject &words);

    /// A person talks on: the assistant connects the caller to the clinic's own line.
    Q_INVOKABLE void takeOver(const QString &callId);
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    /// {patient_name, caller_number}; empty when it is not live.
    Q_INVOKABLE [[nodiscard]] QVariantMap call(const QString &callId) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &callId) const;

    [[nodiscard]] int count() const { return int(m_calls.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void takenOver(const QString &callId);
    void refused(const QString &sentence);

private:
    struct LiveCall {
        QString id;
        QString callerNumber;
        QString patientName;
        QString phase;
        QString escalationReason;
        QString lastWords;
        QString lastSpeaker;
        QDateTime startedAt;
    };

    [[nodiscard]] static LiveCall fromJson(const QJsonObject &json);

    Client::ApiClient &m_api;
    std::vector<LiveCall> m_calls;
};

} // namespace Frontdesk::Calls
