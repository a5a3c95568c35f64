#include "service/webhooks/sender.h"

#include "service/webhooks/signature.h"

#include <QHostInfo>

namespace Frontdesk::Webhooks {

namespace {

using Outgoing::HttpExchange;

constexpr FaultPolicy::Budgets Patient{Milliseconds(5000), Milliseconds(10'000), Milliseconds(5000),
                                       Milliseconds(20'000)};
/// Nobody reads the answer's body.
constexpr qint64 MostBytes = qint64{64} << 10;
constexpr int FirstOther = 300;
constexpr int LastOther = 399;

Outcome outcomeOf(const Outgoing::HttpHead &head)
{
    Outcome outcome{head.status, {}, head.retryAfter()};
    if (head.status >= FirstOther && head.status <= LastOther) {
        outcome.problem = QStringLiteral("The receiver answered %1; redirects are not followed.").arg(head.status);
    } else if (head.status < 200 || head.status > LastOther) {
        outcome.problem = QStringLiteral("The receiver answered %1.").arg(head.status);
    }
    return outcome;
}

/// Tells its exchange's end, and goes away with it.
class Post final : public QObject {
public:
    Post(Outgoing::HttpClient &client, Outgoing::HttpCall call, Sender::Done done, QObject *parent)
        : QObject(parent)
        , m_exchange(client.send(std::move(call)))
        , m_done(std::move(done))
    {
        connect(m_exchange.get(), &HttpExchange::answered, this, [this](const Outgoing::HttpHead &head) {
            m_outcome = outcomeOf(head);
            m_exchange->noteUseful();
        });
        connect(m_exchange.get(), &HttpExchange::finished, this, [this] { end(); });
        connect(m_exchange.get(), &HttpExchange::failed, this, [this](const FaultPolicy::Fault &fault) {
            if (m_outcome.status == 0) { // With a status it has been answered, whatever became of the rest.
                m_outcome.problem = fault.message;
            }
            end();
        });
    }

private:
    void end()
    {
        deleteLater();
        m_done(m_outcome);
    }

    std::unique_ptr<HttpExchange> m_exchange;
    Sender::Done m_done;
    Outcome m_outcome;
};

} // namespace

Sender::Sender(Outgoing::HttpClient &client, NetworkRule rule, QString linkBase)
    : m_client(client)
    , m_rule(std::move(rule))
    , m_linkBase(std::move(linkBase))
{}

void Sender::send(const Delivery &delivery, const QDateTime &now, Done done)
{
    QHostInfo::lookupHost(QUrl(delivery.webhook.url).host(), this,
                          [=, this](const QHostInfo &found) { onResolved(delivery, now, found, done); });
}

void Sender::onResolved(const Delivery &delivery, const QDateTime &now, const QHostInfo &found, const Done &done)
{
    if (found.addresses().isEmpty()) {
        done({0, QStringLiteral("The receiver's name is not known."), Milliseconds(0)});
        return;
    }
    QList<QHostAddress> allowed = found.addresses();
    allowed.removeIf([this](const QHostAddress &address) { return !m_rule.allows(address); });
    const auto stillRight = m_rule.check(QUrl(delivery.webhook.url));
    if (allowed.isEmpty() || !stillRight) {
        done({0, QStringLiteral("The address does not lead to the public internet."), Milliseconds(0)});
        return;
    }
    // One that does not answer is not asked every time.
    post(delivery, now, allowed.at(delivery.webhook.failures % allowed.size()), done);
}

void Sender::post(const Delivery &delivery, const QDateTime &now, const QHostAddress &address, const Done &done)
{
    Outgoing::HttpCall call;
    call.vendor = QStringLiteral("The receiver");
    // Ids and kinds alone: a receiver has no agreement.
    call.permit = Outgoing::Permit::withoutPatientData();
    call.url = QUrl(delivery.webhook.url);
    if (call.url.path().isEmpty()) {
        call.url.setPath(QStringLiteral("/"));
    }
    call.address = address;
    call.body = bodyOf(delivery, m_linkBase);
    call.headers = {{"Content-Type", "application/json"},
                    {"User-Agent", "Frontdesk"},
                    {DeliveryHeader, deliveryId(delivery)},
                    {SignatureHeader, signatureHeader(secretsOf(delivery.webhook, now), call.body, now)}};
    call.budgets = Patient;
    call.mostBytes = MostBytes;
    new Post(m_client, std::move(call), done, this);
}

} // namespace Frontdesk::Webhooks
