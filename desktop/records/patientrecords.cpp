#include "desktop/records/patientrecords.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Frontdesk::Records {

namespace {

QJsonObject whoIs(const QString &name, const QString &phone)
{
    QJsonObject who;
    if (!name.trimmed().isEmpty())
        who.insert("name"_L1, name.trimmed());
    if (!phone.trimmed().isEmpty())
        who.insert("phone"_L1, phone.trimmed());
    return who;
}

} // namespace

void PatientRecords::copy(const QString &name, const QString &phone)
{
    copyPage(whoIs(name, phone), {}, {});
}

void PatientRecords::erase(const QString &name, const QString &phone)
{
    eraseBatch(whoIs(name, phone), 0);
}

void PatientRecords::copyPage(const QJsonObject &who, QJsonArray soFar, const QString &cursor)
{
    auto body = who;
    if (!cursor.isEmpty())
        body.insert("cursor"_L1, cursor);
    ask(u"/patients/export"_s, body, [this, who, soFar = std::move(soFar)](const QJsonObject &page) mutable {
        const auto items = page.value("items"_L1).toArray();
        for (const auto &item : items)
            soFar.append(item);
        if (const auto next = page.value("next_cursor"_L1).toString(); !next.isEmpty()) {
            copyPage(who, soFar, next);
            return;
        }
        setBusy(false);
        Q_EMIT copied(int(soFar.size()), QString::fromUtf8(QJsonDocument(soFar).toJson()));
    });
}

void PatientRecords::eraseBatch(const QJsonObject &who, int soFar)
{
    ask(u"/patients/erase"_s, who, [this, who, soFar](const QJsonObject &batch) {
        const int total = soFar + batch.value("erased"_L1).toInt();
        if (batch.value("more"_L1).toBool()) {
            eraseBatch(who, total);
            return;
        }
        setBusy(false);
        Q_EMIT erased(total, batch.value("held"_L1).toInt());
    });
}

void PatientRecords::ask(const QString &path, const QJsonObject &body, std::function<void(const QJsonObject &)> then)
{
    setBusy(true);
    m_api->send({.verb = Client::ApiRequest::Verb::Post, .path = path, .query = {}, .body = body}, this,
                [this, then = std::move(then)](const Client::ApiAnswer &answer) {
                    if (answer.ok()) {
                        then(answer.body);
                        return;
                    }
                    setBusy(false);
                    Q_EMIT refused(answer.sentence());
                });
}

void PatientRecords::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged();
}

} // namespace Frontdesk::Records
