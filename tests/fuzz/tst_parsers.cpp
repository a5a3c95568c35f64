#include "tests/fuzz/entrypoints.h"

#include <QTest>

#include <random>

using namespace Frontdesk::Fuzz;

/// A short, repeatable share of the fuzzers' work for every build: the seeds, and random changes of them.
class TestParsers : public QObject {
    Q_OBJECT

private:
    static constexpr int MutationsPerTarget = 20'000;

    static void run(const Target &target, const QByteArray &bytes)
    {
        target.run({reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size())});
    }

    static QByteArray mutated(QByteArray bytes, const Target &target, std::mt19937 &random)
    {
        const auto upTo = [&random](qsizetype limit) {
            return qsizetype(random() % size_t(std::max<qsizetype>(1, limit)));
        };
        for (auto changes = 1 + upTo(4); changes > 0; --changes) {
            const qsizetype at = upTo(bytes.size());
            switch (random() % 6) {
            case 0:
                bytes.insert(at, static_cast<char>(random()));
                break;
            case 1:
                bytes.remove(at, 1 + upTo(8));
                break;
            case 2:
                bytes.truncate(at);
                break;
            case 3:
                bytes.insert(at, bytes.mid(upTo(bytes.size()), upTo(40)));
                break;
            case 4: {
                const QByteArray &other = target.seeds[random() % target.seeds.size()];
                bytes.insert(at, other.mid(upTo(other.size())));
                break;
            }
            default:
                if (!bytes.isEmpty()) {
                    bytes[at] = static_cast<char>(random());
                }
            }
        }
        return bytes;
    }

private Q_SLOTS:
    void parser_seedsAndTheirMutations_keepItsPromises_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < targets().size(); ++i) {
            QTest::newRow(targets()[i].name) << static_cast<int>(i);
        }
    }
    void parser_seedsAndTheirMutations_keepItsPromises()
    {
        QFETCH(int, index);
        const Target &target = targets()[static_cast<size_t>(index)];
        run(target, {});
        for (const QByteArray &seed : target.seeds) {
            run(target, seed);
        }
        std::mt19937 random(20261122U + static_cast<unsigned>(index));
        for (int i = 0; i < MutationsPerTarget; ++i) {
            run(target, mutated(target.seeds[random() % target.seeds.size()], target, random));
        }
        QVERIFY(true); // A broken promise has ended the process.
    }
};

QTEST_APPLESS_MAIN(TestParsers)
#include "tst_parsers.moc"
