#include "desktop/records/recordlist.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Records {

void RecordList::reload()
{
    ++m_generation;
    request({});
}

void RecordList::request(const QString &cursor)
{
    m_loading = true;
    Q_EMIT changed();
    QUrlQuery query;
    for (auto it = m_query.cbegin(); it != m_query.cend(); ++it) {
        if (!it.value().toString().isEmpty())
            query.addQueryItem(it.key(), it.value().toString());
    }
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    m_api->get(m_path, query, this, [this, cursor, generation = m_generation](const Client::ApiAnswer &answer) {
        if (generation != m_generation)
            return;
        m_loading = false;
        m_problem = answer.sentence();
        if (answer.ok())
            take(answer.body, cursor.isEmpty());
        Q_EMIT changed();
    });
}

void RecordList::take(const QJsonObject &page, bool first)
{
    const auto items = page.value("items"_L1).toArray();
    m_nextCursor = page.value("next_cursor"_L1).toString();
    m_ready = true;
    if (first) {
        beginResetModel();
        m_records.clear();
    } else if (!items.isEmpty()) {
        beginInsertRows({}, count(), count() + int(items.size()) - 1);
    }
    for (const auto &item : items)
        m_records.push_back(item.toObject().toVariantMap());
    if (first)
        endResetModel();
    else if (!items.isEmpty())
        endInsertRows();
}

QVariantMap RecordList::get(int row) const
{
    return row >= 0 && row < count() ? m_records[size_t(row)] : QVariantMap();
}

int RecordList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RecordList::data(const QModelIndex &index, int role) const
{
    return role == RecordRole && checkIndex(index, CheckIndexOption::IndexIsValid) ? get(index.row()) : QVariant();
}

QHash<int, QByteArray> RecordList::roleNames() const
{
    return {{RecordRole, "record"}};
}

bool RecordList::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_nextCursor.isEmpty() && !m_loading;
}

void RecordList::fetchMore(const QModelIndex &)
{
    request(m_nextCursor);
}

} // namespace Frontdesk::Records
