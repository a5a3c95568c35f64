#pragma once

#include "tools/callsim/audiomessage.h"

#include <QMap>
#include <QNetworkRequest>
#include <QObject>

#include <memory>

class QJsonObject;

namespace Frontdesk::Sockets {
class WebSocket;
class WebSocketOpening;
} // namespace Frontdesk::Sockets

namespace Frontdesk::CallSim {

/// Twilio's end of the media socket: says what Twilio says, takes what Twilio takes, and reports what Twilio would
/// complain about. Source: "Media Streams - WebSocket Messages".
class MediaSocket final : public QObject {
    Q_OBJECT

public:
    struct Identity {
        QString accountSid;
        QString callSid;
        QString streamSid;
        QMap<QString, QString> parameters;
    };

    explicit MediaSocket(Identity identity, QObject *parent = nullptr);
    ~MediaSocket() override;

    /// Opens; `opened` follows when `start` was sent, or `closed`.
    void open(const QNetworkRequest &request);

    /// One frame of the caller's voice, `at` milliseconds after the stream's start.
    void sendAudio(Milliseconds at, const Frame &frame);
    void sendKey(QChar key);
    /// As it is, whatever it is.
    void sendGarbage(const QString &message);
    void returnMark(const QString &name);

    /// The call is over: `stop`, then close.
    void hangUp();

    [[nodiscard]] bool isOpen() const { return m_started; }

Q_SIGNALS:
    void opened();
    void mediaArrived(const QByteArray &muLaw);
    void markArrived(const QString &name);
    void clearArrived();

    /// What Twilio's debugger would show, each kind once per stream.
    void warned(const QString &text);

    /// Once, whatever the reason; `problem` is empty after an ordinary end.
    void closed(const QString &problem);

private:
    void onOpened();
    void onText(const QByteArray &text);
    void onMedia(const QJsonObject &message);
    void onClosed(const QString &problem);
    void send(const QJsonObject &message);
    void warnOnce(const QString &text);

    Identity m_identity;
    std::unique_ptr<Sockets::WebSocketOpening> m_opening;
    std::unique_ptr<Sockets::WebSocket> m_socket; ///< Once it is open.
    quint64 m_sequence = 0;
    AudioMessage m_audio;
    bool m_started = false;
    bool m_closed = false;
    QStringList m_warnings;
};

} // namespace Frontdesk::CallSim
