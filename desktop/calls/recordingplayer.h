#pragma once

#include "desktop/calls/loudspeaker.h"
#include "desktop/calls/recordedsound.h"
#include "desktop/calls/tempo.h"

#include <QVariantList>

namespace Frontdesk::Calls {

/// Plays a call's recording while it comes from the service; the audio never touches the disk. A lost connection is heard
/// only when what came before it has been played, and playing goes on when it is back.
class RecordingPlayer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(QString callId READ callId WRITE setCallId NOTIFY callIdChanged)
    /// Loudness from 0 to 255, evenly over the duration.
    Q_PROPERTY(QVariantList peaks READ peaks NOTIFY peaksChanged)
    Q_PROPERTY(int durationMs READ durationMs NOTIFY peaksChanged)
    Q_PROPERTY(int positionMs READ positionMs NOTIFY positionChanged)
    /// The person wants to hear it; also while nothing is here to be played.
    Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
    /// Nothing is heard because nothing is here yet.
    Q_PROPERTY(bool loading READ loading NOTIFY playingChanged)
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY playingChanged)

public:
    /// On the computer's own speakers.
    explicit RecordingPlayer(QObject *parent = nullptr);
    explicit RecordingPlayer(std::unique_ptr<Loudspeaker> speaker, QObject *parent = nullptr);
    ~RecordingPlayer() override;

    [[nodiscard]] QString callId() const { return m_callId; }
    /// Stops, and reads the shape of the new recording; the audio itself comes with the first `toggle`, because listening
    /// is on the audit trail.
    void setCallId(const QString &id);

    Q_INVOKABLE void toggle();
    Q_INVOKABLE void seek(int positionMs);

    [[nodiscard]] QVariantList peaks() const { return m_peaks; }
    [[nodiscard]] int durationMs() const;
    [[nodiscard]] int positionMs() const;
    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] bool loading() const { return m_playing && m_isDry; }
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
    void readShape();
    void play();
    void pause();
    void openSound();
    void fill(std::span<int16_t> out);
    void say(const QString &problem);

    Client::ApiClient *m_api = nullptr;
    std::unique_ptr<Loudspeaker> m_speaker;
    std::unique_ptr<RecordedSound> m_sound; ///< Set from the first playing on.
    Tempo m_tempo;
    QString m_callId;
    QString m_problem;
    QVariantList m_peaks;
    int m_shapeMs = 0; ///< What the peaks show.
    double m_speed = 1;
    bool m_playing = false;
    bool m_isDry = false;
};

} // namespace Frontdesk::Calls
