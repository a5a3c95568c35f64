#include "service/storage/database.h"
#include "service/storage/internal/migration.h"
#include "tests/support/storefixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <atomic>
#include <map>
#include <mutex>
#include <semaphore>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

/// Work that stands still, and with it all that must come after, until it is released.
auto holdUntil(std::binary_semaphore &release)
{
    return [&release](Store &) {
        release.acquire();
        return Result<void>();
    };
}

} // namespace

class TestDatabaseDoor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup();

    void run_work_answersOnTheAskersThread();
    void run_manyWorks_areDoneInTheOrderGiven();
    void run_oneCall_keepsItsOrder();
    void run_otherCalls_doNotWaitOnPostgres();
    void run_databaseBusy_returnsAtOnce();
    void run_moveOnlyWork_isAccepted();
    void keep_manyAtOnce_shareATransactionInOneFile();
    void keep_oneRefused_othersAreKept();
    void keep_databaseFails_noneIsHalfKept();
    void keep_betweenOtherWork_keepsTheOrder();
    void keep_noDatabase_asksOtherwise();
    void destructor_workQueued_finishesIt();
    void open_badAddress_isTheResultOfEveryWork();
    void open_withoutMasterKey_isRefused();
    void open_otherMasterKey_isRefused();
    void open_newerDatabase_isRefused();
    void open_folderAppears_worksFromThenOn();
    void twoDatabases_sameRecords_loseNothing();
    void twoDatabases_openedAtOnce_bothHaveTheLayout();
    void process_killed_keepsEverythingAcknowledged();
    void speed_turns_isReported();

private:
    [[nodiscard]] DatabaseSettings settings() const { return m_records->settings(); }
    void givenCall();

    std::unique_ptr<TestDatabase> m_records;
    ClinicId m_clinic;
    CallId m_call;
};

void TestDatabaseDoor::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_records = std::make_unique<TestDatabase>(backend, TestDatabase::Layout::None);
}

void TestDatabaseDoor::cleanup()
{
    m_records.reset();
}

void TestDatabaseDoor::givenCall()
{
    Database database(settings());
    const auto call = database
                          .run([](Store &store) -> Result<CallRecord> {
                              const auto clinic = store.clinics().create(someClinic(), someTime());
                              if (!clinic) {
                                  return clinic.error();
                              }
                              CallRecord record;
                              record.clinicId = clinic->id;
                              record.networkCallId = QStringLiteral("CA1");
                              record.startedAt = someTime();
                              return store.calls().begin(record);
                          })
                          .result();
    QVERIFY(call.ok());
    m_clinic = call->clinicId;
    m_call = call->id;
}

void TestDatabaseDoor::run_work_answersOnTheAskersThread()
{
    Database database(settings());
    QThread *workThread = nullptr;
    QThread *answerThread = nullptr;
    QObject context;
    database
        .run([&workThread](Store &store) {
            workThread = QThread::currentThread();
            return store.clinics().create(someClinic(), someTime());
        })
        .then(&context, [&](const Result<ClinicProfile> &clinic) {
            QVERIFY(clinic.ok());
            answerThread = QThread::currentThread();
        });
    QTRY_VERIFY(answerThread);
    QCOMPARE(answerThread, QThread::currentThread());
    QVERIFY(workThread != answerThread);
}

void TestDatabaseDoor::run_manyWorks_areDoneInTheOrderGiven()
{
    std::vector<int> order;
    {
        Database database(settings());
        for (int i = 0; i < 1000; ++i) {
            database.run([&order, i](Store &) {
                order.push_back(i);
                return Result<void>();
            });
        }
    }
    QCOMPARE(order.size(), size_t{1000});
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestDatabaseDoor::run_oneCall_keepsItsOrder()
{
    std::map<QString, std::vector<int>> order;
    std::mutex mutex;
    {
        Database database(settings());
        for (int i = 0; i < 300; ++i) {
            const CallId call(QString::number(i % 3));
            database.run(Scope::of(ClinicId(QStringLiteral("c")), call), [&, call, i](Store &) {
                const std::lock_guard lock(mutex);
                order[call.text()].push_back(i);
                return Result<void>();
            });
        }
    }
    QCOMPARE(order.size(), size_t{3});
    for (const auto &[call, numbers] : order) {
        QCOMPARE(numbers.size(), size_t{100});
        QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    }
}

void TestDatabaseDoor::run_otherCalls_doNotWaitOnPostgres()
{
    QFETCH_GLOBAL(QString, backend);
    if (backend == QLatin1String("sqlite")) {
        return; // Has one thread.
    }
    Database database(settings());
    QVERIFY(database.ready().result().ok());
    const ClinicId clinic(QStringLiteral("c"));
    std::binary_semaphore release(0);
    const auto slow = database.run(Scope::of(clinic, CallId(QStringLiteral("1"))), holdUntil(release));
    const auto other =
        database.run(Scope::of(clinic, CallId(QStringLiteral("2"))), [](Store &) { return Result<void>(); });
    const auto reading = database.run(Scope::reading(clinic), [](Store &) { return Result<void>(); });
    QVERIFY(other.result().ok());
    QVERIFY(reading.result().ok());
    QVERIFY(!slow.isFinished());
    release.release();
    QVERIFY(slow.result().ok());
}

void TestDatabaseDoor::run_databaseBusy_returnsAtOnce()
{
    Database database(settings());
    std::binary_semaphore release(0);
    const auto first = database.run(holdUntil(release));
    const auto second = database.run([](Store &) { return Result<void>(); });
    // Were `run` to wait for the work before it, this line would never be reached.
    QVERIFY(!first.isFinished());
    QVERIFY(!second.isFinished());
    release.release();
    QVERIFY(second.result().ok());
    QVERIFY(first.isFinished());
}

void TestDatabaseDoor::run_moveOnlyWork_isAccepted()
{
    Database database(settings());
    auto number = std::make_unique<int>(7);
    const auto answer = database.run([number = std::move(number)](Store &) { return Result<int>(*number); }).result();
    QCOMPARE(*answer, 7);
}

void TestDatabaseDoor::keep_manyAtOnce_shareATransactionInOneFile()
{
    QFETCH_GLOBAL(QString, backend);
    givenCall();
    Database database(settings());
    std::binary_semaphore release(0);
    database.run(Scope::of(m_clinic, m_call), holdUntil(release));
    std::atomic<int> toldBefore = 0; // While one of the writes was still being made.
    std::vector<Pending<Result<void>>> kept;
    for (int number = 1; number <= 10; ++number) {
        kept.push_back(database.keep(
            Scope::of(m_clinic, m_call),
            [this, &toldBefore, &kept, number](Store &store) {
                toldBefore += number == 10 && kept.front().isFinished() ? 1 : 0;
                return store.calls().saveTurn(m_clinic, someTurn(m_call, number));
            },
            [](const Error &error) { return error; }));
    }
    release.release();
    for (const auto &one : kept) {
        QVERIFY(one.result().ok());
    }
    QCOMPARE(toldBefore, backend == QLatin1String("sqlite") ? 0 : 1);
    const auto turns = database.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QCOMPARE(turns->size(), size_t{10});
}

void TestDatabaseDoor::keep_oneRefused_othersAreKept()
{
    givenCall();
    Database database(settings());
    std::binary_semaphore release(0);
    database.run(Scope::of(m_clinic, m_call), holdUntil(release));
    std::atomic<int> asked = 0;
    std::vector<Pending<Result<void>>> kept;
    for (int number = 1; number <= 5; ++number) {
        const CallId call = number == 3 ? CallId(QStringLiteral("unknown")) : m_call;
        kept.push_back(database.keep(
            Scope::of(m_clinic, m_call),
            [this, call, number](Store &store) { return store.calls().saveTurn(m_clinic, someTurn(call, number)); },
            [&asked](const Error &error) {
                ++asked;
                return error;
            }));
    }
    release.release();
    for (size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(kept[i].result().ok(), i != 2);
    }
    QCOMPARE(kept[2].result().error().code, ErrorCode::NotFound);
    QCOMPARE(asked, 1);
    const auto turns = database.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QCOMPARE(turns->size(), size_t{4});
    // Nothing of the attempt that was taken back remains.
    const auto events = database.run([this](Store &store) { return store.events().last(m_clinic); }).result();
    QCOMPARE(*events, qint64{5}); // The call's beginning and its turns.
}

void TestDatabaseDoor::keep_databaseFails_noneIsHalfKept()
{
    QFETCH_GLOBAL(QString, backend);
    givenCall();
    Database database(settings());
    std::binary_semaphore release(0);
    const Scope scope = Scope::of(m_clinic, m_call);
    database.run(scope, holdUntil(release));
    std::atomic<size_t> asked = 0;
    std::vector<Pending<Result<void>>> kept;
    for (int number = 1; number <= 3; ++number) {
        kept.push_back(database.keep(
            scope,
            [this, number](Store &store) -> Result<void> {
                const auto saved = store.calls().saveTurn(m_clinic, someTurn(m_call, number));
                return number < 3 ? saved : Error{ErrorCode::Unavailable, QStringLiteral("The disk is full.")};
            },
            [&asked](const Error &error) {
                ++asked;
                return error;
            }));
    }
    release.release();
    size_t failed = 0;
    for (const auto &one : kept) {
        failed += one.result().ok() ? 0 : 1;
    }
    // Whoever shared the transaction is told so, and can keep it elsewhere.
    const bool isOneFile = backend == QLatin1String("sqlite");
    QCOMPARE(failed, isOneFile ? size_t{3} : size_t{1});
    QCOMPARE(asked, failed);
    const auto turns = database.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QCOMPARE(turns->size(), isOneFile ? size_t{0} : size_t{3});
}

void TestDatabaseDoor::keep_betweenOtherWork_keepsTheOrder()
{
    std::vector<int> order;
    {
        Database database(settings());
        const Scope scope = Scope::of(ClinicId(QStringLiteral("c")), CallId(QStringLiteral("1")));
        for (int i = 0; i < 300; ++i) {
            const auto note = [&order, i](Store &) {
                order.push_back(i);
                return Result<void>();
            };
            if (i % 7 == 0) {
                database.run(scope, note);
            } else {
                database.keep(scope, note, [](const Error &error) { return error; });
            }
        }
    }
    QCOMPARE(order.size(), size_t{300});
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestDatabaseDoor::keep_noDatabase_asksOtherwise()
{
    DatabaseSettings wrong = settings();
    wrong.url = QStringLiteral("oracle://host");
    Database database(wrong);
    const auto write = [](Store &) { return Result<void>(); };
    const auto otherwise = [](const Error &error) {
        return error.code == ErrorCode::Unavailable ? Result<void>() : error;
    };
    const Scope scope = Scope::of(m_clinic, m_call);
    const auto first = database.keep(scope, write, otherwise);
    const auto second = database.keep(scope, write, otherwise);
    QVERIFY(first.result().ok());
    QVERIFY(second.result().ok());
}

void TestDatabaseDoor::destructor_workQueued_finishesIt()
{
    givenCall();
    {
        Database database(settings());
        for (int number = 1; number <= 50; ++number) {
            database.run(
                [this, number](Store &store) { return store.calls().saveTurn(m_clinic, someTurn(m_call, number)); });
        }
    }
    Database again(settings());
    const auto turns = again.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QCOMPARE(turns->size(), size_t{50});
}

void TestDatabaseDoor::open_badAddress_isTheResultOfEveryWork()
{
    DatabaseSettings wrong = settings();
    wrong.url = QStringLiteral("oracle://user:secret@host");
    Database database(wrong);
    QCOMPARE(database.ready().result().error().code, ErrorCode::InvalidInput);
    bool ran = false;
    const auto answer = database
                            .run([&ran](Store &) {
                                ran = true;
                                return Result<int>(1);
                            })
                            .result();
    QVERIFY(!ran);
    QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
    QVERIFY(!answer.error().message.contains(QStringLiteral("secret")));
}

void TestDatabaseDoor::open_withoutMasterKey_isRefused()
{
    DatabaseSettings without = settings();
    without.masterKeys.reset();
    Database database(without);
    QCOMPARE(database.ready().result().error().code, ErrorCode::InvalidInput);
}

void TestDatabaseDoor::open_otherMasterKey_isRefused()
{
    givenCall();
    DatabaseSettings other = settings();
    other.masterKeys = std::make_shared<const Sealing::MasterKeys>(Sealing::MasterKeys{Sealing::SecretKey::random()});
    Database database(other);
    const auto found = database.run([this](Store &store) { return store.calls().find(m_call); }).result();
    QCOMPARE(found.error().code, ErrorCode::Refused);
    QVERIFY(found.error().message.contains(QStringLiteral("master key")));
}

void TestDatabaseDoor::open_newerDatabase_isRefused()
{
    {
        const auto connection = m_records->connect();
        std::vector<Migration> future = shippedMigrations();
        future.push_back({static_cast<int>(future.size()) + 1, QStringLiteral("from_the_future"),
                          QStringLiteral("CREATE TABLE future (x text);\n")});
        QVERIFY(migrate(*connection, future, someTime()).ok());
    }
    Database database(settings());
    const auto ready = database.ready().result();
    QCOMPARE(ready.error().code, ErrorCode::Refused);
    QVERIFY(ready.error().message.contains(QStringLiteral("newer version")));
}

void TestDatabaseDoor::open_folderAppears_worksFromThenOn()
{
    const QTemporaryDir folder;
    const QString blocker = folder.filePath(QStringLiteral("data"));
    QFile file(blocker);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    DatabaseSettings blocked = settings();
    blocked.url = QStringLiteral("sqlite:") + blocker + QStringLiteral("/frontdesk.sqlite");
    Database database(blocked);
    QCOMPARE(database.ready().result().error().code, ErrorCode::Unavailable);
    QVERIFY(file.remove());
    QVERIFY(database.ready().result().ok());
}

void TestDatabaseDoor::twoDatabases_sameRecords_loseNothing()
{
    givenCall();
    constexpr int EachWrites = 200;
    {
        Database one(settings());
        Database two(settings());
        std::vector<Pending<Result<void>>> answers;
        for (int i = 1; i <= EachWrites; ++i) {
            for (auto [database, number] : {std::pair(&one, i), std::pair(&two, EachWrites + i)}) {
                answers.push_back(database->run([this, n = number](Store &store) {
                    return store.transaction([&]() -> Result<void> {
                        Task task;
                        task.clinicId = m_clinic;
                        task.callId = m_call;
                        task.createdAt = someTime();
                        if (const auto kept = store.tasks().submit(task, QString::number(n)); !kept) {
                            return kept.error();
                        }
                        return store.calls().saveTurn(m_clinic, someTurn(m_call, n));
                    });
                }));
            }
        }
        for (auto &answer : answers) {
            QVERIFY2(answer.result().ok(),
                     qPrintable(answer.result().ok() ? QString() : answer.result().error().message));
        }
    }
    Database again(settings());
    const auto turns = again.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QCOMPARE(turns->size(), size_t{2 * EachWrites});
    const auto last = again
                          .run([this](Store &store) {
                              return store.tasks().findByNumber(m_clinic, QStringLiteral("TASK-2026-0400"));
                          })
                          .result();
    QVERIFY(last.ok());
}

void TestDatabaseDoor::twoDatabases_openedAtOnce_bothHaveTheLayout()
{
    std::vector<std::unique_ptr<Database>> databases;
    for (int i = 0; i < 4; ++i) {
        databases.push_back(std::make_unique<Database>(settings()));
    }
    for (const auto &database : databases) {
        const auto ready = database->ready().result();
        QVERIFY2(ready.ok(), qPrintable(ready.ok() ? QString() : ready.error().message));
    }
}

void TestDatabaseDoor::process_killed_keepsEverythingAcknowledged()
{
    givenCall();
    QProcess writer;
    writer.start(QStringLiteral(TURN_WRITER), {settings().url, m_clinic.text(), m_call.text()});
    int acknowledged = 0;
    while (acknowledged < 300) {
        QVERIFY(writer.waitForReadyRead());
        while (writer.canReadLine()) {
            acknowledged = writer.readLine().trimmed().toInt();
        }
    }
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    while (writer.canReadLine()) {
        acknowledged = writer.readLine().trimmed().toInt();
    }
    Database database(settings());
    const auto turns = database.run([this](Store &store) { return store.calls().turns(m_clinic, m_call); }).result();
    QVERIFY(turns.ok());
    QVERIFY(static_cast<int>(turns->size()) >= acknowledged);
    for (size_t i = 0; i < turns->size(); ++i) {
        QCOMPARE((*turns)[i].text, someTurn(m_call, static_cast<int>(i) + 1).text);
    }
}

void TestDatabaseDoor::speed_turns_isReported()
{
    givenCall();
    Database database(settings());
    constexpr int Count = 2000;
    QElapsedTimer timer;
    timer.start();
    Pending<Result<void>> last;
    for (int number = 1; number <= Count; ++number) {
        last = database.run(
            [this, number](Store &store) { return store.calls().saveTurn(m_clinic, someTurn(m_call, number)); });
    }
    QVERIFY(last.result().ok());
    const auto perSecond = Count * 1000.0 / static_cast<double>(std::max<qint64>(1, timer.elapsed()));
    qInfo("%.0f turns saved per second", perSecond);
    // A thousand calls at once save about 300 turns a second.
    QVERIFY(perSecond > 300);
}

QTEST_GUILESS_MAIN(TestDatabaseDoor)
#include "tst_database.moc"
