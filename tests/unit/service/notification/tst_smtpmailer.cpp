#include "service/notification/smtpmailer.h"
#include "tests/fakes/fakesmtp.h"
#include "tests/fakes/selfsigned.h"

#include <QSslCertificate>
#include <QTemporaryFile>
#include <QTest>

#include <atomic>

using namespace Frontdesk;
using namespace Frontdesk::Notification;
using Fakes::FakeSmtp;

class TestSmtpMailer : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeSmtp> m_server;
    const Mail m_mail{QStringLiteral("0001"), QStringLiteral("ann@clinic.example"), QStringLiteral("Urgent task"),
                      QStringLiteral("TASK-2026-0001\n.\nÜber"), QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC)};

    MailSettings settings()
    {
        MailSettings settings;
        settings.server = m_server->url();
        settings.from = QStringLiteral("desk@clinic.example");
        return settings;
    }

    Result<void> send(const MailSettings &settings)
    {
        std::atomic<bool> over = false;
        Result<void> outcome;
        SmtpMailer mailer(settings);
        mailer.send(m_mail, [&](const Result<void> &result) {
            outcome = result;
            over = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 30'000); }();
        return outcome;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeSmtp>();
        QVERIFY(m_server->listen());
    }
    void cleanup() { m_server.reset(); }

    void mail_arrivesWhole()
    {
        QVERIFY(send(settings()).ok());
        QCOMPARE(m_server->mails().size(), 1);
        const FakeSmtp::Received &mail = m_server->mails().first();
        QCOMPARE(mail.from, QStringLiteral("desk@clinic.example"));
        QCOMPARE(mail.to, QStringList{QStringLiteral("ann@clinic.example")});
        for (const char *line : {"Date: Wed, 04 Mar 2026 05:06:07 +0000\r\n", "Subject: Urgent task\r\n",
                                 "Message-ID: <0001@clinic.example>\r\n", "Auto-Submitted: auto-generated\r\n"}) {
            QVERIFY2(mail.text.contains(line), line);
        }
        const QByteArray body = mail.text.mid(mail.text.indexOf("\r\n\r\n") + 4);
        QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(body)), m_mail.text);
    }

    void mail_overAServerWithACertificate_isEncryptedAndSignedIn()
    {
        const QSslConfiguration tls = Tests::selfSignedConfiguration();
        m_server->useTls(tls);
        QTemporaryFile authority;
        QVERIFY(authority.open());
        authority.write(tls.localCertificate().toPem());
        authority.flush();
        MailSettings mine = settings();
        mine.server.setHost(QStringLiteral("localhost"));
        mine.caFile = authority.fileName();
        mine.user = QLatin1String(FakeSmtp::User);
        mine.password = FakeSmtp::Password;
        const auto sent = send(mine);
        QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().message));
        QVERIFY(m_server->mails().first().encrypted);
        QVERIFY(m_server->mails().first().signedIn);
    }

    void mail_overTlsFromTheFirstByte_arrives()
    {
        const QSslConfiguration tls = Tests::selfSignedConfiguration();
        m_server->useTls(tls, FakeSmtp::Encryption::FromFirstByte);
        m_server->requireLogin();
        QTemporaryFile authority;
        QVERIFY(authority.open());
        authority.write(tls.localCertificate().toPem());
        authority.flush();
        MailSettings mine = settings();
        QCOMPARE(mine.server.scheme(), QStringLiteral("smtps"));
        mine.server.setHost(QStringLiteral("localhost"));
        mine.caFile = authority.fileName();
        QCOMPARE(send(mine).error().code, ErrorCode::Refused); // Who is that?
        mine.user = QLatin1String(FakeSmtp::User);
        mine.password = FakeSmtp::Password;
        const auto sent = send(mine);
        QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().message));
        QVERIFY(m_server->mails().first().encrypted);
    }

    void server_thatFails_tellsWhetherToTryAgain_data()
    {
        QTest::addColumn<Fakes::FaultKind>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("taken");
        using Fakes::FaultKind;
        QTest::newRow("refuses") << FaultKind::Refuse << ErrorCode::Unavailable << 0;
        QTest::newRow("resets") << FaultKind::Reset << ErrorCode::Unavailable << 0;
        QTest::newRow("closes with 421") << FaultKind::ServerError << ErrorCode::Unavailable << 0;
        QTest::newRow("450 to the recipient") << FaultKind::RateLimited << ErrorCode::Unavailable << 0;
        QTest::newRow("not this login") << FaultKind::Unauthorized << ErrorCode::Refused << 0;
        QTest::newRow("552 to the mail") << FaultKind::QuotaClose << ErrorCode::Refused << 0;
        QTest::newRow("no mail server") << FaultKind::WrongJson << ErrorCode::Unavailable << 0;
        QTest::newRow("takes it and breaks off") << FaultKind::Truncated << ErrorCode::Unavailable << 1;
    }
    void server_thatFails_tellsWhetherToTryAgain()
    {
        QFETCH(Fakes::FaultKind, kind);
        QFETCH(ErrorCode, code);
        QFETCH(int, taken);
        MailSettings mine = settings();
        mine.user = QLatin1String(FakeSmtp::User);
        mine.password = FakeSmtp::Password;
        m_server->setFault({kind, 1, {}, 2});
        QCOMPARE(send(mine).error().code, code);
        QCOMPARE(m_server->mails().size(), taken);
        m_server->setFault({});
        QVERIFY(send(mine).ok());
        const auto idOf = [](const FakeSmtp::Received &mail) {
            const qsizetype at = mail.text.indexOf("Message-ID:");
            return mail.text.mid(at, mail.text.indexOf("\r\n", at) - at);
        };
        QCOMPARE(idOf(m_server->mails().first()),
                 idOf(m_server->mails().last())); // A mailbox sees that it is the same.
    }

    void server_thatNobodyVouchesFor_getsNothing()
    {
        m_server->useTls(Tests::selfSignedConfiguration());
        QCOMPARE(send(settings()).error().code, ErrorCode::Refused);
        QVERIFY(m_server->mails().isEmpty());
    }

    void server_thatRefuses_tellsWhetherToTryAgain_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no such user") << QByteArray("550 no such user") << ErrorCode::Refused;
        QTest::newRow("come back later") << QByteArray("450 busy") << ErrorCode::Unavailable;
    }
    void server_thatRefuses_tellsWhetherToTryAgain()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        m_server->refuseRecipients(answer);
        QCOMPARE(send(settings()).error().code, code);
        QVERIFY(m_server->mails().isEmpty());
    }

    void login_thatIsWrong_isRefused()
    {
        MailSettings mine = settings();
        mine.user = QStringLiteral("somebody");
        mine.password = "else";
        QCOMPARE(send(mine).error().code, ErrorCode::Refused);
        QVERIFY(m_server->mails().isEmpty());
    }

    void server_thatIsAway_isTriedLater()
    {
        const MailSettings mine = settings();
        m_server.reset();
        QCOMPARE(send(mine).error().code, ErrorCode::Unavailable);
    }

    void lineBreak_inAnAddress_isNotSent()
    {
        Mail mail = m_mail;
        mail.to = QStringLiteral("ann@clinic.example\r\nBcc: all@clinic.example");
        QCOMPARE(mailText(settings(), mail).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestSmtpMailer)
#include "tst_smtpmailer.moc"
