#include "desktop/records/recordaction.h"

using namespace Qt::StringLiterals;

namespace Frontdesk::Records {

namespace {

Client::ApiRequest::Verb verbFrom(const QString &name)
{
    if (name == "PUT"_L1)
        return Client::ApiRequest::Verb::Put;
    if (name == "PATCH"_L1)
        return Client::ApiRequest::Verb::Patch;
    if (name == "DELETE"_L1)
        return Client::ApiRequest::Verb::Delete;
    return Client::ApiRequest::Verb::Post;
}

} // namespace

void RecordAction::send(const QString &verb, const QString &path, const QVariantMap &body, int version)
{
    ++m_running;
    Q_EMIT busyChanged();
    m_api->send({.verb = verbFrom(verb),
                 .path = path,
                 .query = {},
                 .body = QJsonObject::fromVariantMap(body),
                 .ifMatch = version},
                this, [this, path](const Client::ApiAnswer &answer) {
                    --m_running;
                    Q_EMIT busyChanged();
                    if (answer.ok())
                        Q_EMIT done(path, answer.body.toVariantMap());
                    else
                        Q_EMIT refused(path, answer.sentence());
                });
}

} // namespace Frontdesk::Records
