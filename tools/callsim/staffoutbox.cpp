#include "tools/callsim/staffoutbox.h"

#include "tests/fakes/fakevendors.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Frontdesk::CallSim {

StaffOutbox::StaffOutbox(Fakes::FakeVendors &vendors)
    : m_vendors(vendors)
{
    connect(&vendors.smtp(), &Fakes::FakeSmtp::received, this, &StaffOutbox::writeMail);
    connect(&vendors.twilio(), &Fakes::FakeTwilio::messageTaken, this, &StaffOutbox::writeMessage);
}

Result<void> StaffOutbox::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::Append)) {
        return Error{ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, m_file.errorString())};
    }
    return {};
}

void StaffOutbox::writeMail()
{
    const Fakes::FakeSmtp::Received &mail = m_vendors.smtp().mails().constLast();
    const qsizetype headEnd = mail.text.indexOf("\r\n\r\n");
    write({{QStringLiteral("channel"), QStringLiteral("email")},
           {QStringLiteral("from"), mail.from},
           {QStringLiteral("to"), QJsonArray::fromStringList(mail.to)},
           {QStringLiteral("head"), QString::fromUtf8(mail.text.left(headEnd))},
           {QStringLiteral("body"), QString::fromUtf8(QByteArray::fromBase64(mail.text.mid(headEnd)))},
           {QStringLiteral("encrypted"), mail.encrypted},
           {QStringLiteral("signed_in"), mail.signedIn}});
}

void StaffOutbox::writeMessage()
{
    const auto &form = m_vendors.twilio().messages().back();
    const auto value = [&form](const char *name) {
        const auto found = form.find(QLatin1String(name));
        return found == form.end() ? QString() : found->second;
    };
    write({{QStringLiteral("channel"), QStringLiteral("sms")},
           {QStringLiteral("from"), value("From")},
           {QStringLiteral("to"), QJsonArray{value("To")}},
           {QStringLiteral("body"), value("Body")}});
}

void StaffOutbox::write(const QJsonObject &line)
{
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

} // namespace Frontdesk::CallSim
