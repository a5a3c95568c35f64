#include "service/recording/soundfile.h"
#include "service/recording/stereotrack.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Recording;

namespace {

constexpr qint64 SealedBlock = StereoTrack::BlockBytes + 40;

Storage::RecordingRecord someRecording()
{
    Storage::RecordingRecord recording;
    recording.clinic = ClinicId(QStringLiteral("clinic"));
    recording.call = CallId(QStringLiteral("call"));
    recording.key = QByteArray(32, 'k');
    return recording;
}

QByteArray block(char fill, qsizetype size = StereoTrack::BlockBytes)
{
    return QByteArray(size, fill);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

SealedBytes bytesIn(const QByteArray &bytes)
{
    return {bytes.size(),
            [bytes](qint64 offset, qint64 size) -> Result<QByteArray> { return bytes.mid(offset, size); }};
}

} // namespace

class TestSoundFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("call.part"));
    }

    void seal_withoutKey_isNotFound()
    {
        auto recording = someRecording();
        recording.key.clear();
        QCOMPARE(sealOf(recording).error().code, ErrorCode::NotFound);
    }

    void file_whileWritten_givesItsWholeBlocks()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')).ok());
        QVERIFY(writer.append(block('b')).ok());
        const auto growing = growingFile(m_path);
        QCOMPARE(growing->trackBytes(), 2 * StereoTrack::BlockBytes);
        const auto part = readTrack(*growing, m_seal, StereoTrack::BlockBytes - 2, 4);
        QCOMPARE(part.value(), QByteArray("aabb"));
        QVERIFY(readTrack(*growing, m_seal, 2 * StereoTrack::BlockBytes, 10)->isEmpty());
    }

    void file_finished_isReadToItsEnd()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')) && writer.finish(block('z', 1600)));
        QVERIFY(writer.append(block('x')).ok()); // Too late; nothing is written.
        QCOMPARE(contentOf(m_path).size(), SealedBlock + 1640);
        const QByteArray before = contentOf(m_path);
        const auto finished = finishSoundFile(m_path, m_seal);
        QVERIFY(finished.ok());
        QCOMPARE(finished->duration, Milliseconds(4096 + 100));
        QCOMPARE(finished->peaks.size(), 42);
        QCOMPARE(contentOf(m_path), before);
        QCOMPARE(readTrack(bytesIn(before), m_seal, StereoTrack::BlockBytes + 1590, 100).value(), block('z', 10));
        QCOMPARE(QFile(m_path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void file_cutAtAnyPlace_losesNoMoreThanTheBlockThere()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')) && writer.append(block('b')) && writer.finish(block('z', 1600)));
        const QByteArray whole = contentOf(m_path);
        const QList<qint64> cuts{0,
                                 1,
                                 39,
                                 40,
                                 41,
                                 SealedBlock - 1,
                                 SealedBlock,
                                 SealedBlock + 1,
                                 SealedBlock + 40,
                                 2 * SealedBlock - 1,
                                 2 * SealedBlock,
                                 2 * SealedBlock + 39,
                                 whole.size() - 1};
        for (const qint64 cut : cuts) {
            write(m_path, whole.left(cut));
            const auto finished = finishSoundFile(m_path, m_seal);
            QVERIFY2(finished.ok(), qPrintable(QString::number(cut)));
            const qint64 blocks = cut / SealedBlock;
            QCOMPARE(finished->duration, Milliseconds(4096 * blocks));
            const QByteArray mended = contentOf(m_path);
            QCOMPARE(mended.size(), blocks * SealedBlock + 40);
            QCOMPARE(readTrack(bytesIn(mended), m_seal, 0, whole.size())->size(), blocks * StereoTrack::BlockBytes);
            QCOMPARE(finishSoundFile(m_path, m_seal)->duration, finished->duration);
        }
    }

    void file_damagedInside_endsBeforeTheDamage()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')) && writer.append(block('b')) && writer.finish({}));
        QByteArray damaged = contentOf(m_path);
        damaged[SealedBlock + 5000] = char(damaged[SealedBlock + 5000] ^ 1);
        QCOMPARE(readTrack(bytesIn(damaged), m_seal, 0, damaged.size()).error().code, ErrorCode::Corrupt);
        write(m_path, damaged);
        QCOMPARE(finishSoundFile(m_path, m_seal)->duration, Milliseconds(4096));
    }

    void file_moved_doesNotOpenForAnotherCall()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.finish(block('a', 100)).ok());
        auto other = someRecording();
        other.call = CallId(QStringLiteral("other"));
        const auto seal = sealOf(other);
        QCOMPARE(readTrack(bytesIn(contentOf(m_path)), *seal, 0, 100).error().code, ErrorCode::Corrupt);
    }

    void bytes_thatAreNoRecording_neverOpen()
    {
        QRandomGenerator random(7);
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')) && writer.finish(block('z', 1600)));
        const QByteArray whole = contentOf(m_path);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole.left(random.bounded(int(whole.size())));
            for (int change = random.bounded(4); change > 0 && !bytes.isEmpty(); --change) {
                bytes[random.bounded(int(bytes.size()))] = char(random.generate());
            }
            auto claimed = bytesIn(bytes);
            claimed.size = random.bounded(2) == 0 ? bytes.size() : qint64(random.bounded(1 << 20)) - 4096;
            const qint64 begin = qint64(random.bounded(1 << 18)) - 1000;
            const auto part = readTrack(claimed, m_seal, begin, random.bounded(1 << 18));
            if (part) { // What opens at all is what was said.
                QVERIFY(part->count('a') + part->count('z') == part->size());
            }
        }
    }

    void writer_diskFull_stopsAndKeepsWhatIsThere()
    {
        SoundFileWriter writer(m_folder->filePath(QStringLiteral("no/such/folder")), m_seal);
        QCOMPARE(writer.append(block('a')).error().code, ErrorCode::Unavailable);
        QVERIFY(writer.append(block('b')).ok()); // Said once is enough.
    }

    void discard_removesTheFile()
    {
        SoundFileWriter writer(m_path, m_seal);
        QVERIFY(writer.append(block('a')).ok());
        QVERIFY(writer.discard().ok());
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(writer.append(block('b')).ok());
        QVERIFY(!QFile::exists(m_path));
    }

    void missingFile_isAnError()
    {
        QCOMPARE(finishSoundFile(m_path, m_seal).error().code, ErrorCode::Unavailable);
        QCOMPARE(growingFile(m_path).error().code, ErrorCode::NotFound);
    }

private:
    Sealing::SealedFile m_seal = sealOf(someRecording()).value();
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_APPLESS_MAIN(TestSoundFile)
#include "tst_soundfile.moc"
