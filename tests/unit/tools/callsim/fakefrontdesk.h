#pragma once

#include <QTcpServer>
#include <QUrlQuery>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace Frontdesk::CallSim {

/// A service to call: answers HTTP by path with what the test says, and takes one media socket at a time. Real
/// sockets on free ports.
class FakeFrontdesk final : public QObject {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target;
        QByteArray body;
        QMap<QByteArray, QByteArray> headers; ///< Names in lower case.

        [[nodiscard]] QString parameter(const char *name) const;
    };
    struct Page {
        int status = 200;
        QByteArray body;
        QByteArray type = "text/xml";
        QByteArray location;
    };

    FakeFrontdesk();
    ~FakeFrontdesk() override;

    /// What to answer at a path; 404 elsewhere.
    QMap<QByteArray, Page> pages;
    std::vector<Request> requests;

    /// The media socket's messages, in order of arrival.
    std::vector<QJsonObject> messages;
    QStringList texts; ///< The same, byte for byte.
    QMap<QByteArray, QByteArray> upgradeHeaders;
    QWebSocket *socket = nullptr;

    /// Runs on each message.
    std::function<void(const QJsonObject &)> onMessage;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString streamUrl() const;

    /// The document for a stream with the action `ended`.
    [[nodiscard]] QByteArray streamTwiml(const QByteArray &extra = {}) const;

    void sendAudio(int milliseconds, uint8_t code = 0x05);
    void sendMark(const QString &name);
    void sendClear();
    void closeStream();

    [[nodiscard]] std::vector<Request> requestsTo(const QByteArray &path) const;
    [[nodiscard]] std::vector<QJsonObject> events(const QString &event) const;

private:
    void read(QTcpSocket *connection);
    void answer(QTcpSocket *connection, const Request &request);
    void send(const QJsonObject &message);

    QTcpServer m_http;
    QWebSocketServer m_media;
    QMap<QTcpSocket *, QByteArray> m_unread;
    QString m_streamSid;
};

} // namespace Frontdesk::CallSim
