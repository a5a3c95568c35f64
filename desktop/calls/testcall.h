#pragma once

#include "desktop/calls/linesound.h"
#include "desktop/calls/transcriptmodel.h"
#include "desktop/client/apiclient.h"
#include "service/audio/playoutbuffer.h"

#include <QDateTime>
#include <QVariantList>
#include <QWebSocket>

namespace Frontdesk::Calls {

/// A call with one's own assistant, this computer being the telephone: a ticket from the service opens a media stream
/// as the phone network's, and the same ears, rules and voice answer. Nothing of it is kept anywhere.
class TestCall : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QDateTime since READ since NOTIFY changed)
    /// What kept the call from being made, or ended it; empty: nothing.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// As a call's; empty while it runs.
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
    Q_PROPERTY(Frontdesk::Calls::TranscriptModel *transcript READ transcript CONSTANT)
    /// What staff would have found: tasks as the service words them.
    Q_PROPERTY(QVariantList tasks READ tasks NOTIFY changed)
    Q_PROPERTY(QString escalationReason READ escalationReason NOTIFY changed)
    /// How loud the microphone is, 0 to 1.
    Q_PROPERTY(double level READ level NOTIFY levelChanged)
    Q_PROPERTY(bool muted MEMBER m_muted NOTIFY changed)

public:
    enum class State {
        Idle,
        Connecting,
        Talking,
        Over,
    };
    Q_ENUM(State)

    /// With the computer's own microphone and speakers.
    explicit TestCall(QObject *parent = nullptr);
    explicit TestCall(std::unique_ptr<LineSound> sound, QObject *parent = nullptr);
    ~TestCall() override;

    Q_INVOKABLE void call();
    Q_INVOKABLE void hangUp();
    /// A key of the telephone: 0 to 9, * or #.
    Q_INVOKABLE void press(const QString &key);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QDateTime since() const { return m_since; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString outcome() const { return m_outcome; }
    [[nodiscard]] TranscriptModel *transcript() { return &m_transcript; }
    [[nodiscard]] QVariantList tasks() const { return m_tasks; }
    [[nodiscard]] QString escalationReason() const { return m_escalationReason; }
    [[nodiscard]] double level() const { return m_level; }

Q_SIGNALS:
    void apiChanged();
    void changed();
    void levelChanged();

private:
    void connectLine(const QString &path);
    void onConnected();
    void onMessage(const QString &text);
    void onTold(const QString &event, const QJsonObject &message);
    void onSpoken(const LineSound::Frame &samples);
    void playNext();
    void returnMarks(const QStringList &names);
    void sendMessage(const QString &event, const QJsonObject &what);
    void end(const QString &problem);

    Client::ApiClient *m_api = nullptr;
    std::unique_ptr<LineSound> m_sound;
    std::unique_ptr<QWebSocket> m_socket;
    Audio::PlayoutBuffer m_playout;
    TranscriptModel m_transcript;
    State m_state = State::Idle;
    QString m_callId;
    QString m_ticket;
    QString m_streamId;
    int m_sequence = 0;
    qint64 m_spokenMs = 0;
    QDateTime m_since;
    QString m_problem;
    QString m_outcome;
    QString m_escalationReason;
    QVariantList m_tasks;
    double m_level = 0;
    bool m_muted = false;
};

} // namespace Frontdesk::Calls
