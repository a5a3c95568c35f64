#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;

class TestVendorCommands : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
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
    /// The line of the list that tells of the vendor, for whom.
    QString line(const QString &vendor, const QString &forWhom)
    {
        run(vendorListCommand(), {});
        for (const QString &line : m_out.split(QLatin1Char('\n'))) {
            if (line.startsWith(vendor) && line.contains(forWhom)) {
                return line.simplified();
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(run(clinicCreateCommand(),
                     {QStringLiteral("--name=Oakwood"), QStringLiteral("--number=+15550100000"),
                      QStringLiteral("--line=+15550199999"), QStringLiteral("--timezone=America/New_York"),
                      QStringLiteral("--hours=mon-fri 08:00-17:00")}),
                 int{Done});
    }

    void list_atFirst_showsThatNobodyMayHavePatientData()
    {
        QCOMPARE(line(QStringLiteral("deepgram"), {}),
                 QStringLiteral("deepgram all clinics none no (callers' voices)"));
    }

    void set_agreement_isForAllClinics()
    {
        QCOMPARE(run(vendorSetCommand(), {QStringLiteral("deepgram"), QStringLiteral("--baa-signed=2026-01-15"),
                                          QStringLiteral("--phi=callers' voices")}),
                 int{Done});
        QCOMPARE(line(QStringLiteral("deepgram"), {}),
                 QStringLiteral("deepgram all clinics 2026-01-15 yes callers' voices"));
        QCOMPARE(run(vendorSetCommand(), {QStringLiteral("deepgram"), QStringLiteral("--no-baa")}), int{Done});
        QCOMPARE(line(QStringLiteral("deepgram"), {}),
                 QStringLiteral("deepgram all clinics none no (callers' voices)"));
    }

    void set_ofOneClinic_leavesTheOthers()
    {
        QCOMPARE(run(vendorSetCommand(),
                     {QStringLiteral("openai"), QStringLiteral("--no-baa"), QStringLiteral("--clinic=+15550100000")}),
                 int{Done});
        QCOMPARE(line(QStringLiteral("openai"), QStringLiteral("+1555")),
                 QStringLiteral("openai +15550100000 none no (what callers say, in words)"));
        QVERIFY(run(vendorListCommand(), {QStringLiteral("--json")}) == int{Done});
        QVERIFY(m_out.contains(QLatin1String("\"baa_signed_on\": null")));
    }

    void set_isWrittenDown()
    {
        QCOMPARE(run(vendorSetCommand(),
                     {QStringLiteral("openai"), QStringLiteral("--no-baa"), QStringLiteral("--clinic=+15550100000")}),
                 int{Done});
        QCOMPARE(run(auditVerifyCommand(), {}), int{Done});
        const auto line = CommandLine::parse({QStringLiteral("--data-dir"), m_folder->path()}, databaseOptions());
        Storage::Database database(databaseSettings(*line).valueOr({}));
        const auto clinics = database.run([](Storage::Store &store) { return store.audit().clinics(); }).result();
        QVERIFY(clinics.ok());
        QCOMPARE(clinics->size(), size_t(1));
    }

    void set_incomplete_isWrongUsage()
    {
        const QString name = QStringLiteral("deepgram");
        const QString day = QStringLiteral("--baa-signed=2026-01-15");
        const QString phi = QStringLiteral("--phi=voices");
        for (const QStringList &arguments :
             {QStringList{name}, QStringList{name, day}, QStringList{name, phi}, QStringList{day, phi},
              QStringList{name, day, phi, QStringLiteral("--no-baa")},
              QStringList{name, phi, QStringLiteral("--baa-signed=someday")},
              QStringList{name, phi, QStringLiteral("--baa-signed=2999-01-01")}}) {
            QCOMPARE(run(vendorSetCommand(), arguments), int{WrongUsage});
            QCOMPARE(m_error.count(QLatin1Char('\n')), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestVendorCommands)
#include "tst_vendorcommands.moc"
