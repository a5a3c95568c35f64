#pragma once

#include "desktop/client/apiclient.h"

#include <QVariantList>

QT_BEGIN_NAMESPACE
class QBuffer;
class QMediaPlayer;
QT_END_NAMESPACE

namespace Frontdesk::Calls {

/// Plays a call's recording from memory; the audio never touches the disk.
class RecordingPlayer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(QString callId READ callId WRITE setCallId NOTIFY callIdChanged)
    /// Loudness from 0 to 255, one value each `peakMs`.
    Q_PROPERTY(QVariantList peaks READ peaks NOTIFY peaksChanged)
    Q_PROPERTY(int durationMs READ durationMs NOTIFY peaksChanged)
    Q_PROPERTY(int positionMs READ positionMs NOTIFY positionChanged)
    Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY playingChanged)
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY playingChanged)

public:
    explicit RecordingPlayer(QObject *parent = nullptr);
    ~RecordingPlayer() override;

    [[nodiscard]] QString callId() const { return m_callId; }
    /// Stops, and reads the shape of the new recording; the audio itself comes with the first `play`, because each
    /// playback is on the audit trail.
    void setCallId(const QString &id);

    Q_INVOKABLE void toggle();
    Q_INVOKABLE void seek(int positionMs);

    [[nodiscard]] QVariantList peaks() const { return m_peaks; }
    [[nodiscard]] int durationMs() const { return m_durationMs; }
    [[nodiscard]] int positionMs() const;
    [[nodiscard]] bool playing() const;
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] double speed() const { return m_speed; }
    void setSpeed(double speed);
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void apiChanged();
    void callIdChanged();
    void peaksChanged();
    void positionChanged();
    void playingChanged();
    void speedChanged();

private:
    void fetchAudio();
    void start(const QByteArray &audio);
    void stop();

    Client::ApiClient *m_api = nullptr;
    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QBuffer> m_audio;
    QString m_callId;
    QString m_problem;
    QVariantList m_peaks;
    int m_durationMs = 0;
    int m_startAtMs = 0;
    double m_speed = 1;
    bool m_loading = false;
};

} // namespace Frontdesk::Calls
