#include "service/sealing/sealedfile.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Sealing;

class TestSealedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openRange_anyPart_isThePlainPart_data();
    void openRange_anyPart_isThePlainPart();
    void openRange_middle_readsItsChunksOnly();
    void openChunk_movedCutOrFromElsewhere_isCorrupt();
    void chunkCount_nothing_isNone();

private:
    /// Plain bytes that are all different enough to see where they are from.
    static QByteArray sound(qint64 size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i) {
            bytes[i] = static_cast<char>((i * 2654435761U) >> 13);
        }
        return bytes;
    }

    [[nodiscard]] QByteArray sealAll(const QByteArray &plain) const
    {
        QByteArray sealed;
        qint64 number = 0;
        qint64 from = 0;
        bool isLast = false;
        do {
            const QByteArray chunk = plain.mid(from, SealedFile::ChunkBytes);
            from += chunk.size();
            isLast = from == plain.size();
            sealed += m_file.sealChunk(number++, chunk, isLast);
        } while (!isLast);
        return sealed;
    }

    const SealedFile m_file{SecretKey::random(), "recordings/clinic/call"};
};

void TestSealedFile::openRange_anyPart_isThePlainPart_data()
{
    QTest::addColumn<qint64>("size");
    constexpr qint64 Chunk = SealedFile::ChunkBytes;
    for (const qint64 size : {qint64{0}, qint64{1}, Chunk - 1, Chunk, Chunk + 1, 3 * Chunk, 3 * Chunk + 17}) {
        QTest::addRow("%lld", size) << size;
    }
}

void TestSealedFile::openRange_anyPart_isThePlainPart()
{
    QFETCH(qint64, size);
    const QByteArray plain = sound(size);
    const QByteArray sealed = sealAll(plain);
    QCOMPARE(SealedFile::plainSize(sealed.size()), size);
    const auto read = [&](qint64 offset, qint64 length) { return sealed.mid(offset, length); };
    for (const qint64 begin : {qint64{0}, size / 2, size - 1, size, size + 9}) {
        for (const qint64 length : {qint64{1}, qint64{100'000}, size + 1}) {
            const auto part = m_file.openRange(std::max<qint64>(0, begin), length, sealed.size(), read);
            QVERIFY(part.ok());
            QVERIFY(*part == plain.mid(std::max<qint64>(0, begin), length));
        }
    }
}

void TestSealedFile::openRange_middle_readsItsChunksOnly()
{
    const QByteArray sealed = sealAll(sound(10 * SealedFile::ChunkBytes));
    int reads = 0;
    const auto part =
        m_file.openRange(5 * SealedFile::ChunkBytes + 10, 100, sealed.size(), [&](qint64 offset, qint64 length) {
            ++reads;
            return sealed.mid(offset, length);
        });
    QVERIFY(part.ok());
    QCOMPARE(reads, 1);
}

void TestSealedFile::openChunk_movedCutOrFromElsewhere_isCorrupt()
{
    const QByteArray sealed = sealAll(sound(3 * SealedFile::ChunkBytes));
    const auto chunk = [&](qint64 number) {
        const auto [offset, size] = SealedFile::sealedSpan(number, sealed.size());
        return sealed.mid(offset, size);
    };
    QVERIFY(m_file.openChunk(1, chunk(1), sealed.size()).ok());
    QVERIFY(!m_file.openChunk(0, chunk(1), sealed.size()).ok());
    // Without its last chunk the file ends in one that was not sealed as the last.
    const qint64 cut = sealed.size() - chunk(2).size();
    QVERIFY(m_file.openChunk(0, chunk(0), cut).ok());
    QCOMPARE(m_file.openChunk(1, chunk(1), cut).error().code, ErrorCode::Corrupt);
    const SealedFile elsewhere(SecretKey::random(), "recordings/clinic/call");
    QVERIFY(!elsewhere.openChunk(1, chunk(1), sealed.size()).ok());
}

void TestSealedFile::chunkCount_nothing_isNone()
{
    QCOMPARE(SealedFile::chunkCount(0), 0);
    QCOMPARE(SealedFile::plainSize(39), 0);
    QVERIFY(!m_file.openChunk(0, QByteArray(), 0).ok());
}

QTEST_GUILESS_MAIN(TestSealedFile)
#include "tst_sealedfile.moc"
