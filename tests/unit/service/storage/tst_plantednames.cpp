#include "service/storage/database.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"

#include <QDirIterator>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

/// Nothing that names a patient reaches a disk as it is.
class TestPlantedNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }

    void records_written_showNoPatientOnDisk();

private:
    /// Files under `folder` that hold any of the words, in UTF-8 or UTF-16, and how many bytes were looked at.
    static std::pair<QStringList, qint64> filesWith(const QString &folder, const QStringList &words);
};

std::pair<QStringList, qint64> TestPlantedNames::filesWith(const QString &folder, const QStringList &words)
{
    QByteArrayList needles;
    for (const QString &word : words) {
        needles << word.toUtf8().toLower()
                << QByteArray(reinterpret_cast<const char *>(word.toLower().utf16()), word.size() * 2);
        needles << word.toUtf8().toLower().toHex() << word.toUtf8().toBase64().left(word.size()).toLower();
    }
    QStringList found;
    qint64 looked = 0;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = file.readAll().toLower();
        looked += content.size();
        for (const QByteArray &needle : needles) {
            if (content.contains(needle)) {
                found << file.fileName() + QLatin1Char(' ') + QString::fromLatin1(needle);
            }
        }
    }
    return {found, looked};
}

void TestPlantedNames::records_written_showNoPatientOnDisk()
{
    QFETCH_GLOBAL(QString, backend);
    const TestDatabase records(backend);
    const QString folder = backend == QLatin1String("sqlite")
                               ? QFileInfo(records.file()).path()
                               : Frontdesk::Tests::PrivatePostgres::shared().dataFolder();
    const QString name = QStringLiteral("Wilhelmina Quackenbush");
    const QString number = QStringLiteral("+15559876543");
    const QString said = QStringLiteral("my gallbladder hurts like lightning");
    const QStringList planted{QStringLiteral("Wilhelmina"), QStringLiteral("Quackenbush"), QStringLiteral("9876543"),
                              QStringLiteral("gallbladder"), QStringLiteral("lightning")};
    Database database(records.settings());
    const auto kept = database.run([&](Store &store) -> Result<void> {
        const ClinicProfile clinic = store.clinics().create(someClinic(), someTime()).value();
        for (int i = 0; i < 20; ++i) {
            CallRecord call;
            call.clinicId = clinic.id;
            call.networkCallId = QStringLiteral("CA%1").arg(i);
            call.callerNumber = number;
            call.startedAt = someTime(i);
            call = store.calls().begin(call).value();
            TurnRecord turn = someTurn(call.id, 1);
            turn.text = said;
            turn.heardText = said;
            turn.words = {{QStringLiteral("gallbladder"), 0.5, Milliseconds(0), Milliseconds(1)}};
            Task task;
            task.clinicId = clinic.id;
            task.callId = call.id;
            task.createdAt = someTime(i);
            task.slotValues[SlotName::PatientName].value = name;
            task.slotValues[SlotName::CallbackNumber].value = number;
            task.note = said;
            task.transcript = said;
            EscalationRecord escalation;
            escalation.clinicId = clinic.id;
            escalation.callId = call.id;
            escalation.decidedAt = someTime(i);
            Evidence evidence;
            evidence.words = said;
            escalation.evidence = {evidence};
            RecordingRecord recording;
            recording.clinic = clinic.id;
            recording.call = call.id;
            recording.consentWords = said;
            recording.key = QByteArray(32, 'k');
            recording.changedAt = someTime(i);
            const bool done =
                store.calls().saveTurn(clinic.id, turn) && store.tasks().submit(task, QStringLiteral("1")) &&
                store.tasks().submit(task, QStringLiteral("1")) && store.escalations().record(escalation) &&
                store.tapes().save(clinic.id, call.id, (said + name).toUtf8()) && store.recordings().save(recording);
            if (!done) {
                return Error{ErrorCode::Internal, QStringLiteral("Not kept.")};
            }
        }
        // What is looked for is there, and is found by whoever has the keys.
        const auto tasks = store.tasks().list({.clinic = clinic.id, .name = QStringLiteral("quack wil")});
        const auto calls = store.calls().list({.clinic = clinic.id, .phone = QStringLiteral("6543")});
        return tasks && tasks->size() == 20 && tasks->front().slot(SlotName::PatientName) == name && calls &&
                       calls->size() == 20
                   ? Result<void>()
                   : Error{ErrorCode::Internal, QStringLiteral("Not found.")};
    });
    QVERIFY2(kept.result().ok(), qPrintable(kept.result().ok() ? QString() : kept.result().error().message));
    // With the database open: its write-ahead log and temporary files are there.
    const auto [found, looked] = filesWith(folder, planted);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    QVERIFY(looked > 50'000);
    // Once everything is in its place.
    if (backend == QLatin1String("postgres")) {
        Frontdesk::Tests::PrivatePostgres::shared().run(QStringLiteral("CHECKPOINT"));
    }
    QVERIFY(filesWith(folder, planted).first.isEmpty());
    // The scan sees what is in the clear: the clinic's own name.
    QVERIFY(!filesWith(folder, {QStringLiteral("Lakeside Family")}).first.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlantedNames)
#include "tst_plantednames.moc"
