#include "tests/fakes/faketwilio.h"
#include "tools/frontdeskctl/commands.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;
using Fakes::FakeTwilio;

namespace {

const QString Number = QStringLiteral("+15550100000");
const QString Fallback = QStringLiteral("https://static.example.org/clinic.xml");

} // namespace

class TestTwilioCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeTwilio> m_twilio;
    QString m_out;
    QString m_error;

    int run(const Command &command, QStringList arguments)
    {
        m_out.clear();
        m_error.clear();
        QTextStream out(&m_out);
        QTextStream error(&m_error);
        Output output{out, error};
        arguments << QStringLiteral("--data-dir") << m_folder->path();
        return command.run(arguments, output);
    }
    int setUp(const QStringList &more) { return run(twilioSetupCommand(), QStringList{Number} + more); }
    [[nodiscard]] QString routed(const char *what) const
    {
        return m_twilio->number(Number).value(QLatin1String(what)).toString();
    }
    [[nodiscard]] qsizetype changes() const
    {
        const auto &requests = m_twilio->requests();
        return std::count_if(requests.begin(), requests.end(),
                             [](const Fakes::FakeRequest &request) { return request.method == "POST"; });
    }

private Q_SLOTS:
    void init()
    {
        m_twilio = std::make_unique<FakeTwilio>();
        QVERIFY(m_twilio->listen());
        m_twilio->addNumber(Number);
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("FRONTDESK_PUBLIC_URL", "https://desk.example.com/");
        qputenv("FRONTDESK_TWILIO_API_URL", m_twilio->url().toString().toUtf8());
        qputenv("FRONTDESK_TWILIO_ACCOUNT_SID", FakeTwilio::AccountSid);
        qputenv("FRONTDESK_TWILIO_AUTH_TOKEN", FakeTwilio::AuthToken);
        QCOMPARE(run(clinicCreateCommand(),
                     {QStringLiteral("--name=Oakwood"), QStringLiteral("--number=") + Number,
                      QStringLiteral("--line=+15550199999"), QStringLiteral("--timezone=America/New_York"),
                      QStringLiteral("--hours=mon-fri 08:00-17:00")}),
                 int{Done});
    }

    void dryRun_showsThePlanAndChangesNothing()
    {
        QCOMPARE(setUp({QStringLiteral("--fallback-url"), Fallback, QStringLiteral("--dry-run")}), int{Done});
        QVERIFY(m_out.contains(QLatin1String("https://desk.example.com/twilio/voice")));
        QVERIFY(m_out.contains(Fallback) && m_out.contains(QLatin1String("--dry-run")));
        QCOMPARE(changes(), 0);
        QVERIFY(routed("voice_url").isEmpty());
    }

    void setUp_routesTheNumber_andAgainChangesNothing()
    {
        QCOMPARE(setUp({QStringLiteral("--fallback-url"), Fallback}), int{Done});
        QCOMPARE(routed("voice_url"), QStringLiteral("https://desk.example.com/twilio/voice"));
        QCOMPARE(routed("status_callback"), QStringLiteral("https://desk.example.com/twilio/status"));
        QCOMPARE(routed("voice_fallback_url"), Fallback);
        QCOMPARE(routed("voice_fallback_method"), QStringLiteral("GET"));
        QVERIFY(m_out.contains(QLatin1String("<Dial>+15550199999</Dial>")));
        QCOMPARE(setUp({}), int{Done});
        QVERIFY(m_out.contains(QLatin1String("Nothing to change")));
        QCOMPARE(changes(), 1);
    }

    void withoutAWayOut_nothingIsChanged()
    {
        for (const QString &fallback : {QString(), QStringLiteral("http://static.example.org/x"),
                                        QStringLiteral("https://desk.example.com/fallback.xml")}) {
            const QStringList option =
                fallback.isEmpty() ? QStringList() : QStringList{QStringLiteral("--fallback-url"), fallback};
            QCOMPARE(setUp(option), int{WrongUsage});
            QVERIFY(m_error.contains(QLatin1String("--fallback-url")));
            QVERIFY(m_error.contains(QLatin1String("<Dial>+15550199999</Dial>")));
        }
        QCOMPARE(changes(), 0);
    }

    void problems_areTold()
    {
        QCOMPARE(run(twilioSetupCommand(), {QStringLiteral("+15550109999")}), int{Failed});
        m_twilio->useAccount(FakeTwilio::AccountSid, "another");
        QCOMPARE(setUp({QStringLiteral("--fallback-url"), Fallback}), int{Failed});
        QVERIFY(m_error.contains(QLatin1String("key")));
        m_twilio = std::make_unique<FakeTwilio>();
        QVERIFY(m_twilio->listen());
        qputenv("FRONTDESK_TWILIO_API_URL", m_twilio->url().toString().toUtf8());
        QCOMPARE(setUp({QStringLiteral("--fallback-url"), Fallback}), int{Failed});
        QVERIFY(m_error.contains(QLatin1String("no number")));
        qunsetenv("FRONTDESK_PUBLIC_URL");
        QCOMPARE(setUp({}), int{WrongUsage});
        QVERIFY(m_error.contains(QLatin1String("PUBLIC_URL")));
    }
};

QTEST_GUILESS_MAIN(TestTwilioCommand)
#include "tst_twiliocommand.moc"
