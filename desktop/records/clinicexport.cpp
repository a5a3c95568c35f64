#include "desktop/records/clinicexport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Frontdesk::Records {

ClinicExport::ClinicExport(QObject *parent)
    : QObject(parent)
{}

ClinicExport::~ClinicExport()
{
    cancel();
}

void ClinicExport::start(const QString &path)
{
    cancel();
    m_calls = 0;
    m_file = std::make_unique<QFile>(path);
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        m_file.reset();
        Q_EMIT refused(tr("The file could not be written to your downloads."));
        return;
    }
    m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Q_EMIT changed();
    ask({});
}

void ClinicExport::ask(const QString &cursor)
{
    QUrlQuery query;
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    m_api->get(u"/export"_s, query, this, [this, generation = m_generation](const Client::ApiAnswer &answer) {
        if (generation == m_generation)
            onPage(answer);
    });
}

void ClinicExport::onPage(const Client::ApiAnswer &answer)
{
    if (!answer.ok()) {
        giveUp(answer.sentence());
        return;
    }
    const auto items = answer.body.value("items"_L1).toArray();
    for (const auto &item : items) {
        const auto line = QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact) + '\n';
        if (m_file->write(line) != line.size()) {
            giveUp(tr("The file could not be written to your downloads."));
            return;
        }
        ++m_calls;
    }
    if (const auto next = answer.body.value("next_cursor"_L1).toString(); !next.isEmpty()) {
        Q_EMIT changed();
        ask(next);
        return;
    }
    const auto path = QDir::toNativeSeparators(m_file->fileName());
    if (!m_file->flush()) {
        giveUp(tr("The file could not be written to your downloads."));
        return;
    }
    m_file.reset();
    Q_EMIT changed();
    Q_EMIT finished(m_calls, path);
}

void ClinicExport::giveUp(const QString &sentence)
{
    cancel();
    Q_EMIT refused(sentence);
}

void ClinicExport::cancel()
{
    ++m_generation;
    if (const auto file = std::exchange(m_file, nullptr)) {
        file->remove();
        Q_EMIT changed();
    }
}

} // namespace Frontdesk::Records
