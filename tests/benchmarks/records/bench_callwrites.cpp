#include "service/storage/callrecorder.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"

#include <QCoreApplication>

#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

constexpr std::chrono::seconds Length{8};
constexpr Milliseconds Frame{20};

Microseconds cpuTime()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval &time) { return std::chrono::seconds(time.tv_sec) + Microseconds(time.tv_usec); };
    return of(used.ru_utime) + of(used.ru_stime);
}

Result<std::vector<CallRecord>> beginCalls(Database &database, int count)
{
    return database
        .run([count](Store &store) -> Result<std::vector<CallRecord>> {
            const auto clinic = store.clinics().create(someClinic(), someTime());
            if (!clinic) {
                return clinic.error();
            }
            std::vector<CallRecord> calls;
            for (int i = 0; i < count; ++i) {
                CallRecord call;
                call.clinicId = clinic->id;
                call.networkCallId = QStringLiteral("CA%1").arg(i);
                call.startedAt = someTime();
                const auto begun = store.calls().begin(call);
                if (!begun) {
                    return begun.error();
                }
                calls.push_back(*begun);
            }
            return calls;
        })
        .result();
}

/// What one exchange of a call writes: a question when it begins and when it was heard, its answer, the answer's times.
std::vector<CallWrite> exchange(const CallRecord &call, int number)
{
    TurnRecord question = someTurn(call.id, 2 * number + 1);
    question.speaker = Speaker::Assistant;
    question.words.clear();
    TurnRecord heard = question;
    heard.heardText = heard.text;
    heard.end += Milliseconds(3'000);
    const TurnRecord answer = someTurn(call.id, 2 * number + 2);
    const TurnTimes times{Milliseconds(500), Milliseconds(100), {}, Milliseconds(200), Milliseconds(20)};
    return {SaveTurn{call.clinicId, question}, SaveTurn{call.clinicId, heard}, SaveTurn{call.clinicId, answer},
            SaveTurnTimes{call.clinicId, call.id, answer.number, times}};
}

/// Writes of many calls at an even pace, a few every 20 ms, as a busy call thread gives them.
void bench(const QString &backend, int perSecond)
{
    const TestDatabase records(backend);
    const QTemporaryDir folder;
    Database database(records.settings());
    CallRecorder recorder(database, NodeId::create(),
                          {.file = folder.filePath(QStringLiteral("journal")), .key = Sealing::SecretKey::random()});
    std::atomic<int> wakeUps = 0;
    QObject::connect(&database.events(), &EventSignal::raised, [&wakeUps] { ++wakeUps; });
    const auto calls = beginCalls(database, perSecond);
    if (!calls) {
        qFatal("%s", qPrintable(calls.error().message));
    }
    std::vector<std::vector<CallWrite>> scripts(calls->size());
    for (size_t i = 0; i < calls->size(); ++i) {
        for (int number = 0; number < 3; ++number) {
            const auto more = exchange((*calls)[i], number);
            scripts[i].insert(scripts[i].end(), more.begin(), more.end());
        }
    }
    const qint64 total = std::min<qint64>(perSecond * Length.count(), static_cast<qint64>(calls->size()) * 12);
    std::atomic<int> failed = 0;
    std::atomic<qint64> slowest = 0;
    wakeUps = 0;
    const Microseconds before = cpuTime();
    const auto begun = std::chrono::steady_clock::now();
    for (qint64 given = 0; given < total;) {
        const auto now = std::chrono::steady_clock::now();
        const qint64 due = std::min<qint64>(total, (now - begun) / Frame * Frame.count() * perSecond / 1000);
        for (; given < due; ++given) {
            // The calls take turns; each writes its own in order.
            const auto call = static_cast<size_t>(given) % calls->size();
            const auto step = static_cast<size_t>(given) / calls->size();
            recorder.write(scripts[call][step]).then([&failed, &slowest, now](const Result<void> &kept) {
                failed += kept ? 0 : 1;
                const qint64 took =
                    std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - now).count();
                slowest = std::max<qint64>(slowest, took);
            });
        }
        std::this_thread::sleep_until(begun + (now - begun) / Frame * Frame + Frame);
    }
    static_cast<void>(database.ready().result());
    const Microseconds used = cpuTime() - before;
    std::printf("%-8s %4d writes a second: %6.1f us of CPU each, kept after %5.1f ms at most, %d wake-ups, %d failed\n",
                qPrintable(backend), perSecond, static_cast<double>(used.count()) / static_cast<double>(total),
                static_cast<double>(slowest) / 1000, wakeUps.load(), failed.load());
    std::fflush(stdout);
}

} // namespace

/// bench_callwrites [BACKEND]: what it costs to store what running calls write. PostgreSQL's own time is not counted.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList backends = QCoreApplication::arguments().mid(1);
    if (backends.isEmpty()) {
        backends = {QStringLiteral("sqlite"), QStringLiteral("postgres")};
    }
    for (const QString &backend : backends) {
        for (const int perSecond : {20, 200, 400}) {
            bench(backend, perSecond);
        }
    }
    return 0;
}
