#include "desktop/records/recorddocument.h"

#include <QJSValue>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Records {

namespace {

QVariantMap withField(QVariantMap map, const QStringList &path, const QVariant &value)
{
    if (path.size() == 1)
        map.insert(path.first(), value);
    else
        map.insert(path.first(), withField(map.value(path.first()).toMap(), path.mid(1), value));
    return map;
}

} // namespace

void RecordDocument::load()
{
    read({});
}

/// `problem` stays in sight when the document is there.
void RecordDocument::read(const QString &problem)
{
    const int generation = ++m_generation;
    m_loading = true;
    Q_EMIT changed();
    QUrlQuery query;
    for (auto it = m_query.cbegin(); it != m_query.cend(); ++it)
        query.addQueryItem(it.key(), it.value().toString());
    m_api->get(m_path, query, this, [this, generation, problem](const Client::ApiAnswer &answer) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (answer.ok())
            take(answer, problem);
        else
            refuse(answer);
    });
}

void RecordDocument::set(const QString &field, const QVariant &value)
{
    // A list or object made by a page arrives as the page's own; only as plain values can it be sent and compared.
    const auto plain =
        value.metaType() == QMetaType::fromType<QJSValue>() ? value.value<QJSValue>().toVariant() : value;
    m_value = withField(m_value, field.split(u'.'), plain);
    m_fieldProblems.remove(field);
    Q_EMIT changed();
}

void RecordDocument::save()
{
    m_loading = true;
    Q_EMIT changed();
    m_api->send({.verb = Client::ApiRequest::Verb::Put,
                 .path = m_path,
                 .query = {},
                 .body = QJsonObject::fromVariantMap(m_value),
                 .ifMatch = m_version},
                this, [this](const Client::ApiAnswer &answer) {
                    m_loading = false;
                    if (!answer.ok()) {
                        refuse(answer);
                        if (answer.code == "changed_meanwhile"_L1)
                            read(m_problem);
                        return;
                    }
                    take(answer, {});
                    Q_EMIT saved();
                });
}

void RecordDocument::revert()
{
    m_value = m_stored;
    m_problem.clear();
    m_fieldProblems.clear();
    Q_EMIT changed();
}

void RecordDocument::take(const Client::ApiAnswer &answer, const QString &problem)
{
    m_stored = answer.body.toVariantMap();
    m_value = m_stored;
    // The ETag is the version; what a document says of its own may count something else.
    m_version = answer.version >= 0 ? answer.version : m_stored.value(u"version"_s, -1).toInt();
    m_ready = true;
    m_problem = problem;
    m_fieldProblems.clear();
    Q_EMIT changed();
}

void RecordDocument::refuse(const Client::ApiAnswer &answer)
{
    m_problem = answer.sentence();
    m_fieldProblems.clear();
    const auto errors = answer.body.value("errors"_L1).toArray();
    for (const auto &error : errors)
        m_fieldProblems.insert(error.toObject().value("field"_L1).toString(),
                               error.toObject().value("message"_L1).toString());
    Q_EMIT changed();
}

} // namespace Frontdesk::Records
