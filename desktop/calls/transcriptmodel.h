#pragma once

#include "desktop/client/apiclient.h"

#include <QAbstractListModel>
#include <QJsonArray>

namespace Frontdesk::Calls {

/// Who said what in one call; grows while the call lives.
class TranscriptModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(QString callId READ callId WRITE setCallId NOTIFY callIdChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        CallerRole,     ///< True: the caller; false: the assistant.
        TextRole,       ///< What was said.
        MarkedTextRole, ///< The same as rich text with doubtful or unheard words marked.
        DoubtfulRole,   ///< Some words were not understood with certainty.
        CutOffRole,     ///< The assistant was interrupted: part of this was never heard.
        ConfidenceRole, ///< 0 to 1
        StartMsRole,
        EndMsRole,
        FinalRole, ///< False while it is still being said.
    };

    /// Below this a word is marked.
    static constexpr double DoubtfulBelow = 0.7;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] QString callId() const { return m_callId; }
    /// Loads the turns there are.
    void setCallId(const QString &id);
    /// Follows a call that the service knows nothing of, from its first word.
    void begin(const QString &id);
    Q_INVOKABLE void reload();

    /// `words` as pushed: {call_id, turn, speaker, text, final}, with the whole turn as `record` once it is kept; other
    /// calls' words are ignored.
    Q_INVOKABLE void onCallWords(const QVariantMap &words);
    /// The turn being said at this moment of the recording; -1 before the first.
    Q_INVOKABLE [[nodiscard]] int rowAt(int positionMs) const;

    [[nodiscard]] int count() const { return int(m_turns.size()); }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void apiChanged();
    void callIdChanged();
    void changed();

private:
    struct Turn {
        int number = 0;
        bool caller = false;
        QString text;
        QString markedText;
        bool doubtful = false;
        bool cutOff = false;
        double confidence = 1;
        int startMs = 0;
        int endMs = 0;
        bool final = true;
    };

    [[nodiscard]] static Turn fromJson(const QJsonObject &json);
    void take(const QJsonArray &turns);

    Client::ApiClient *m_api = nullptr;
    QString m_callId;
    QString m_problem;
    std::vector<Turn> m_turns;
    bool m_loading = false;
};

} // namespace Frontdesk::Calls
