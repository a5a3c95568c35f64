#pragma once

#include "tools/callsim/callleg.h"
#include "tools/callsim/phonenetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace Frontdesk::CallSim {

/// Twilio's HTTP side: signed requests to the service, with Twilio's own limits.
///
/// 15 s for an answer; one retry, only when no connection came about; up to 10 redirects, each signed anew.
/// Source: Twilio, "Webhooks: Connection Overrides".
class TwilioWire final : public QObject {
    Q_OBJECT

public:
    explicit TwilioWire(PhoneNetwork network, QObject *parent = nullptr);

    static constexpr Milliseconds AnswerLimit{15000};

    struct Answer {
        QByteArray body;
        QString contentType;
    };
    using Received = std::function<void(Result<Answer>)>;

    /// GET (parameters in the query) or POST (as a form) to the service or anywhere else. `url` is what gets signed,
    /// so an address the service gave out must come as it was.
    void request(const QString &method, const QUrl &url, const Parameters &parameters, Received done);

    /// A request that opens the media socket at `url` as Twilio does.
    [[nodiscard]] QNetworkRequest upgrade(const QUrl &url) const;

private:
    struct Attempt;
    void send(const std::shared_ptr<Attempt> &attempt);
    void finish(const std::shared_ptr<Attempt> &attempt, QNetworkReply *reply);
    void sign(QNetworkRequest &request, const QByteArray &url, const Parameters &form) const;

    PhoneNetwork m_network;
    QNetworkAccessManager m_http;
};

} // namespace Frontdesk::CallSim
