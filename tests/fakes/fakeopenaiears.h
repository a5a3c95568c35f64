#pragma once

#include "tests/fakes/ear.h"
#include "tests/fakes/fault.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>

#include <memory>

namespace Frontdesk::Sockets {
class WebSocket;
}

namespace Frontdesk::Fakes {

/// What all transcription sessions of a fake share.
struct OpenAiEars {
    EarMaker maker = [] { return std::make_unique<MarkedEar>(); };
    qint64 killAfterBytes = -1; ///< The session that has heard this much breaks, once.
    int sessions = 0;
    int commits = 0;
    QJsonObject lastSession; ///< As it was asked for.
};

/// One session of OpenAI's realtime transcription (GA interface) in `audio/pcmu` without turn detection: each commit is an
/// utterance. Deletes itself with its socket.
class FakeOpenAiEars final : public QObject {
    Q_OBJECT

public:
    FakeOpenAiEars(OpenAiEars &shared, Sockets::WebSocket *socket, FaultKind fault);

private:
    void onMessage(const QByteArray &message);
    void update(const QJsonObject &session);
    void append(const QByteArray &audio);
    void commit();
    void transcribe(const QString &item);
    void send(const QString &type, QJsonObject more = {});
    void complain(const char *type, const char *code);

    OpenAiEars &m_shared;
    Sockets::WebSocket *m_socket;
    const FaultKind m_fault;
    QByteArray m_buffer;
    qint64 m_heard = 0;
    bool m_ready = false;
};

} // namespace Frontdesk::Fakes
