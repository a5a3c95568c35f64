#include "service/audio/mulaw.h"
#include "service/audio/wavfile.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Frontdesk;
using namespace Frontdesk::Audio;

namespace {

QByteArray chunk(const char *name, const QByteArray &content)
{
    QByteArray size(4, 0);
    qToLittleEndian(quint32(content.size()), size.data());
    return QByteArray(name, 4) + size + content + QByteArray(content.size() % 2, 0);
}

QByteArray format(quint16 code, quint16 channels, quint32 rate, quint16 bits)
{
    QByteArray bytes(16, 0);
    qToLittleEndian(code, bytes.data());
    qToLittleEndian(channels, bytes.data() + 2);
    qToLittleEndian(rate, bytes.data() + 4);
    qToLittleEndian(bits, bytes.data() + 14);
    return chunk("fmt ", bytes);
}

QByteArray riff(const QByteArray &chunks)
{
    return chunk("RIFF", QByteArray("WAVE") + chunks);
}

} // namespace

class TestWavFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void write_stereo_readsBackTheSame();
    void parse_eightBit_isCentredAndScaled();
    void parse_muLaw_isDecoded();
    void parse_otherChunksFirst_areSkipped();
    void parse_truncatedData_givesWhatIsThere();
    void parse_extensibleFormat_isUnderstood();
    void parse_badInput_isRefused_data();
    void parse_badInput_isRefused();
    void parse_everyPrefix_neverReadsBeyond();
    void read_missingFile_isNotFound();
    void write_missingFolder_isUnavailable();
    void telephoneSamples_stereo44k_areMonoAt8k();
    void stereo_unequalLengths_fillsWithSilence();
};

void TestWavFile::write_stereo_readsBackTheSame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("call.wav"));
    const WavAudio audio{8000, 2, {1, -2, 32767, -32768, 5, 6}};
    QVERIFY(writeWav(path, audio).ok());
    const Result<WavAudio> read = readWav(path);
    QVERIFY(read.ok());
    QCOMPARE(read->sampleRateHz, 8000);
    QCOMPARE(read->channels, 2);
    QCOMPARE(read->samples, audio.samples);
    QCOMPARE(read->frames(), size_t(3));
}

void TestWavFile::parse_eightBit_isCentredAndScaled()
{
    const auto audio = parseWav(riff(format(1, 1, 11025, 8) + chunk("data", QByteArray("\x80\x00\xFF", 3))));
    QVERIFY(audio.ok());
    QCOMPARE(audio->sampleRateHz, 11025);
    QCOMPARE(audio->samples, (std::vector<int16_t>{0, -32768, 32512}));
}

void TestWavFile::parse_muLaw_isDecoded()
{
    const auto audio = parseWav(riff(format(7, 1, 8000, 8) + chunk("data", QByteArray("\x80\xFF\x00\x9F", 4))));
    QVERIFY(audio.ok());
    QCOMPARE(audio->samples, (std::vector<int16_t>{32124, 0, -32124, 8316}));
}

void TestWavFile::parse_otherChunksFirst_areSkipped()
{
    const auto audio =
        parseWav(riff(chunk("LIST", "odd") + format(1, 1, 8000, 16) + chunk("data", QByteArray("\x01\x00", 2))));
    QVERIFY(audio.ok());
    QCOMPARE(audio->samples, std::vector<int16_t>{1});
}

void TestWavFile::parse_truncatedData_givesWhatIsThere()
{
    QByteArray bytes = wavBytes({8000, 1, {1, 2, 3, 4}});
    bytes.chop(3);
    const auto audio = parseWav(bytes);
    QVERIFY(audio.ok());
    QCOMPARE(audio->samples, (std::vector<int16_t>{1, 2}));
}

void TestWavFile::parse_extensibleFormat_isUnderstood()
{
    QByteArray fmt = format(0xFFFE, 1, 8000, 16).mid(8) + QByteArray(24, 0);
    fmt[24] = 1;
    const auto audio = parseWav(riff(chunk("fmt ", fmt) + chunk("data", QByteArray("\x07\x00", 2))));
    QVERIFY(audio.ok());
    QCOMPARE(audio->samples, std::vector<int16_t>{7});
}

void TestWavFile::parse_badInput_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray data = chunk("data", QByteArray(4, 0));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, this is no audio at all");
    QTest::newRow("no data") << riff(format(1, 1, 8000, 16));
    QTest::newRow("data before format") << riff(data + format(1, 1, 8000, 16));
    QTest::newRow("24 bits") << riff(format(1, 1, 8000, 24) + data);
    QTest::newRow("no channels") << riff(format(1, 0, 8000, 16) + data);
    QTest::newRow("three channels") << riff(format(1, 3, 8000, 16) + data);
    QTest::newRow("rate 0") << riff(format(1, 1, 0, 16) + data);
    QTest::newRow("rate absurd") << riff(format(1, 1, 4000000000U, 16) + data);
    QTest::newRow("ADPCM") << riff(format(2, 1, 8000, 4) + data);
    QTest::newRow("short format") << riff(chunk("fmt ", QByteArray(8, 1)) + data);
}

void TestWavFile::parse_badInput_isRefused()
{
    QFETCH(QByteArray, bytes);
    const auto audio = parseWav(bytes);
    QVERIFY(!audio.ok());
    QCOMPARE(audio.error().code, ErrorCode::InvalidInput);
}

void TestWavFile::parse_everyPrefix_neverReadsBeyond()
{
    const QByteArray whole = wavBytes({8000, 2, {1, 2, 3, 4}});
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const QByteArray prefix(whole.constData(), length); // its own storage, so that a sanitizer sees overruns
        QCOMPARE(parseWav(prefix).ok(), length >= 44);
    }
}

void TestWavFile::read_missingFile_isNotFound()
{
    QCOMPARE(readWav(QStringLiteral("/no/such/file.wav")).error().code, ErrorCode::NotFound);
}

void TestWavFile::write_missingFolder_isUnavailable()
{
    QCOMPARE(writeWav(QStringLiteral("/no/such/folder/file.wav"), {}).error().code, ErrorCode::Unavailable);
}

void TestWavFile::telephoneSamples_stereo44k_areMonoAt8k()
{
    WavAudio audio{44100, 2, {}};
    for (int i = 0; i < 44100; ++i) {
        audio.samples.push_back(8000);
        audio.samples.push_back(2000);
    }
    const std::vector<int16_t> samples = telephoneSamples(audio);
    QCOMPARE(samples.size(), size_t(8000));
    QVERIFY(std::abs(samples[4000] - 5000) <= 1);
}

void TestWavFile::stereo_unequalLengths_fillsWithSilence()
{
    const WavAudio audio = stereo(std::vector<int16_t>{1, 2}, std::vector<int16_t>{7}, 8000);
    QCOMPARE(audio.channels, 2);
    QCOMPARE(audio.samples, (std::vector<int16_t>{1, 7, 2, 0}));
}

QTEST_APPLESS_MAIN(TestWavFile)
#include "tst_wavfile.moc"
