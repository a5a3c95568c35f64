#pragma once

#include "desktop/client/apiclient.h"

QT_BEGIN_NAMESPACE
class QBuffer;
class QMediaPlayer;
QT_END_NAMESPACE

namespace Frontdesk::Calls {

/// Lets an administrator hear how the assistant sounds to callers, in the service's own voice of now.
class VoiceSample : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Frontdesk::Client::ApiClient *api MEMBER m_api NOTIFY apiChanged REQUIRED)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool playing READ playing NOTIFY changed)
    Q_PROPERTY(int durationMs READ durationMs NOTIFY changed) ///< 0: nothing was said yet.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit VoiceSample(QObject *parent = nullptr);
    ~VoiceSample() override;

    /// `language`: en or es.
    Q_INVOKABLE void speak(const QString &text, const QString &language);
    Q_INVOKABLE void stop();

    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] bool playing() const;
    [[nodiscard]] int durationMs() const { return m_durationMs; }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void apiChanged();
    void changed();

private:
    void play(const QByteArray &wav);

    Client::ApiClient *m_api = nullptr;
    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QBuffer> m_sound;
    QString m_problem;
    int m_durationMs = 0;
    int m_generation = 0; ///< Counts requests: only the newest is played.
    bool m_loading = false;
};

} // namespace Frontdesk::Calls
