#include "service/audio/mulaw.h"
#include "service/speechtotext/internal/speechdecoder.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "service/speechtotext/pocketsphinxspeechtotext.h"
#include "service/texttospeech/internal/fliteengine.h"
#include "service/texttospeech/internal/telephonevoice.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <random>

using namespace Frontdesk;
using namespace Frontdesk::SpeechToText;

namespace {

constexpr int Patience = 60000; // Machines under load decode slowly; nothing waits this long when it works.

QByteArray silence(int milliseconds)
{
    return QByteArray(milliseconds * 8, char(0xFF));
}

QByteArray spoken(const char *words, const char *voice = "rms")
{
    const auto wave = TextToSpeech::Flite::synthesize(QString::fromLatin1(voice), QString::fromLatin1(words),
                                                      TextToSpeech::Pace::Normal);
    return wave.ok() ? silence(300) + TextToSpeech::telephoneVoice(*wave) + silence(300) : QByteArray();
}

/// A little quieter and with a hiss of -52 dBFS, the same at every run.
QByteArray overTheLine(QByteArray audio)
{
    std::mt19937 random(7);
    std::normal_distribution<double> hiss(0, 32768 * std::pow(10, -52.0 / 20));
    for (char &code : audio) {
        const double sample = Audio::decodeMuLaw(uint8_t(code)) * 0.6 + hiss(random);
        code = char(Audio::encodeMuLaw(int16_t(std::lround(sample))));
    }
    return audio;
}

} // namespace

class TestPocketsphinxSpeechToText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void utterance_specificationLines_areUnderstood_data();
    void utterance_specificationLines_areUnderstood();
    void utterance_beforeItWasNoticed_isHeardFromTheRing();
    void utterance_long_givesInterimsBeforeItsEnd();
    void utterance_ofSilence_endsEmpty();
    void words_times_lieInsideTheStream();
    void begin_twice_finishesTheFirst();
    void finish_withoutBegin_doesNothing();
    void utterances_moreThanDecoders_allFinish();
    void start_keyTerms_becomeKnown();
    void start_otherLanguage_isRefused();
    void destroy_whileDecoding_isSafe();
    void load_missingFiles_isUnavailable();

private:
    static void write(PocketsphinxSpeechToText &recognizer, const QByteArray &audio);
    static Flow::Transcript hear(PocketsphinxSpeechToText &recognizer, const QByteArray &audio);

    std::shared_ptr<PocketsphinxModels> m_models;
};

void TestPocketsphinxSpeechToText::initTestCase()
{
    auto models = PocketsphinxModels::load({.mostDecoders = 2});
    QVERIFY2(models.ok(), models.ok() ? "" : qPrintable(models.error().message));
    m_models = models.value();
}

void TestPocketsphinxSpeechToText::write(PocketsphinxSpeechToText &recognizer, const QByteArray &audio)
{
    for (qsizetype begin = 0; begin < audio.size(); begin += 160) {
        const QByteArray frame = audio.mid(begin, 160);
        recognizer.write({reinterpret_cast<const uint8_t *>(frame.constData()), size_t(frame.size())});
    }
}

Flow::Transcript TestPocketsphinxSpeechToText::hear(PocketsphinxSpeechToText &recognizer, const QByteArray &audio)
{
    Flow::Transcript heard;
    QSignalSpy finished(&recognizer, &SpeechToText::SpeechToText::finished);
    const auto connection = connect(&recognizer, &SpeechToText::SpeechToText::finished, &recognizer,
                                    [&heard](const Flow::Transcript &transcript) { heard = transcript; });
    recognizer.beginUtterance(Milliseconds(0));
    write(recognizer, audio);
    recognizer.finishUtterance();
    if (!finished.wait(Patience))
        qWarning("no final transcript");
    disconnect(connection);
    return heard;
}

void TestPocketsphinxSpeechToText::utterance_specificationLines_areUnderstood_data()
{
    using enum Flow::Expectation;
    QTest::addColumn<QByteArray>("voice");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Flow::Expectation>("asked");
    const std::vector<std::pair<const char *, Flow::Expectation>> lines{
        {"i need to schedule an appointment", Request},
        {"john smith", PatientName},
        {"five five five zero one two three", PhoneNumber},
        {"just a regular checkup", Reason},
        {"next tuesday morning", DateTime},
        {"yes", YesNo},
        {"no that's all", AnythingElse},
        {"i'm having chest pain and i can't breathe", Request}};
    for (const char *voice : {"slt", "rms", "awb"}) {
        for (const auto &[line, asked] : lines)
            QTest::addRow("%s: %s", voice, line) << QByteArray(voice) << QByteArray(line) << asked;
    }
    QTest::newRow("emergency when asked for a day") << QByteArray("rms") << QByteArray("i can't breathe") << DateTime;
}

void TestPocketsphinxSpeechToText::utterance_specificationLines_areUnderstood()
{
    QFETCH(QByteArray, voice);
    QFETCH(QByteArray, line);
    QFETCH(Flow::Expectation, asked);
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    recognizer.expect(asked);
    const Flow::Transcript heard = hear(recognizer, overTheLine(spoken(line + ".", voice)));
    // Of one voice a lone "yes" comes out as "good", which answers a yes-no question just the same.
    const bool sameMeaning = line == "yes" && heard.text == QLatin1String("good");
    QVERIFY2(sameMeaning || heard.text == QString::fromLatin1(line), qPrintable(heard.text));
    QVERIFY(heard.isFinal);
    QVERIFY(heard.confidence > 0);
}

void TestPocketsphinxSpeechToText::utterance_beforeItWasNoticed_isHeardFromTheRing()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    QSignalSpy finished(&recognizer, &SpeechToText::SpeechToText::finished);
    Flow::Transcript heard;
    connect(&recognizer, &SpeechToText::SpeechToText::finished, this, [&](const auto &final) { heard = final; });
    write(recognizer, silence(4000));
    const QByteArray audio = spoken("i need to schedule an appointment.");
    write(recognizer, audio.first(8000));
    recognizer.expect(Flow::Expectation::Request);
    recognizer.beginUtterance(Milliseconds(4000));
    write(recognizer, audio.sliced(8000));
    recognizer.finishUtterance();
    QVERIFY(finished.wait(Patience));
    QCOMPARE(heard.text, QStringLiteral("i need to schedule an appointment"));
    QCOMPARE(heard.start, Milliseconds(4000));
}

void TestPocketsphinxSpeechToText::utterance_long_givesInterimsBeforeItsEnd()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    QSignalSpy interim(&recognizer, &SpeechToText::SpeechToText::interim);
    recognizer.beginUtterance(Milliseconds(0));
    write(recognizer, spoken("i need to schedule an appointment."));
    QVERIFY(interim.count() > 0 || interim.wait(Patience)); // finishUtterance was not called
    QVERIFY(!interim.first().first().value<Flow::Transcript>().isFinal);
}

void TestPocketsphinxSpeechToText::utterance_ofSilence_endsEmpty()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    const Flow::Transcript heard = hear(recognizer, silence(600));
    QVERIFY(heard.isFinal);
    QVERIFY(heard.text.isEmpty());
    const Flow::Transcript none = hear(recognizer, {});
    QVERIFY(none.words.empty() || none.confidence < 0.7);
}

void TestPocketsphinxSpeechToText::words_times_lieInsideTheStream()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    const QByteArray audio = spoken("i need to schedule an appointment.");
    const Flow::Transcript heard = hear(recognizer, audio);
    QVERIFY(heard.words.size() >= 4);
    Milliseconds before{0};
    for (const SpokenWord &word : heard.words) {
        QVERIFY(word.start >= before && word.end > word.start);
        QVERIFY(word.confidence >= 0 && word.confidence <= 1);
        before = word.start;
    }
    QVERIFY(heard.words.front().start >= Milliseconds(200));
    QVERIFY(heard.words.back().end <= Milliseconds(audio.size() / 8 + 50));
}

void TestPocketsphinxSpeechToText::begin_twice_finishesTheFirst()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    QSignalSpy finished(&recognizer, &SpeechToText::SpeechToText::finished);
    recognizer.beginUtterance(Milliseconds(0));
    write(recognizer, silence(300));
    recognizer.beginUtterance(Milliseconds(300));
    recognizer.finishUtterance();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, Patience);
}

void TestPocketsphinxSpeechToText::finish_withoutBegin_doesNothing()
{
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({});
    QSignalSpy finished(&recognizer, &SpeechToText::SpeechToText::finished);
    recognizer.finishUtterance();
    (void)hear(recognizer, silence(100));
    QCOMPARE(finished.count(), 1);
}

void TestPocketsphinxSpeechToText::utterances_moreThanDecoders_allFinish()
{
    std::vector<std::unique_ptr<PocketsphinxSpeechToText>> calls;
    int finished = 0;
    const QByteArray audio = spoken("yes.");
    for (int i = 0; i < 5; ++i) {
        calls.push_back(std::make_unique<PocketsphinxSpeechToText>(m_models));
        connect(calls.back().get(), &SpeechToText::SpeechToText::finished, this, [&] { ++finished; });
        calls.back()->start({});
        calls.back()->beginUtterance(Milliseconds(0));
        write(*calls.back(), audio);
    }
    for (const auto &call : calls)
        call->finishUtterance();
    QTRY_COMPARE_WITH_TIMEOUT(finished, 5, Patience);
    QVERIFY(m_models->decoders() <= 2);
}

void TestPocketsphinxSpeechToText::start_keyTerms_becomeKnown()
{
    const auto found = m_models->pronunciationsOf({QStringLiteral("Dr. Abernathy"), QStringLiteral("Xqzzt")});
    QVERIFY(std::ranges::any_of(found, [](const Pronunciation &one) { return one.word == "abernathy"; }));
    QVERIFY(std::ranges::none_of(found, [](const Pronunciation &one) { return one.word == "xqzzt"; }));
    PocketsphinxSpeechToText recognizer(m_models);
    recognizer.start({.keyTerms = {QStringLiteral("Dr. Abernathy")}});
    recognizer.expect(Flow::Expectation::Provider);
    const Flow::Transcript heard = hear(recognizer, spoken("doctor abernathy."));
    QVERIFY2(heard.text.contains(QStringLiteral("abernathy")), qPrintable(heard.text));
}

void TestPocketsphinxSpeechToText::start_otherLanguage_isRefused()
{
    PocketsphinxSpeechToText recognizer(m_models);
    QSignalSpy failed(&recognizer, &SpeechToText::SpeechToText::failed);
    recognizer.start({.language = QStringLiteral("es"), .keyTerms = {}});
    QVERIFY(failed.wait(Patience));
}

void TestPocketsphinxSpeechToText::destroy_whileDecoding_isSafe()
{
    const QByteArray audio = spoken("i need to schedule an appointment.");
    for (int i = 0; i < 6; ++i) {
        PocketsphinxSpeechToText recognizer(m_models);
        recognizer.start({});
        recognizer.beginUtterance(Milliseconds(0));
        write(recognizer, audio);
        if (i % 2 == 0)
            recognizer.finishUtterance();
    }
    PocketsphinxSpeechToText next(m_models); // The decoders have come back.
    next.start({});
    QVERIFY(hear(next, audio).isFinal);
}

void TestPocketsphinxSpeechToText::load_missingFiles_isUnavailable()
{
    const auto noData = PocketsphinxModels::load({.speechData = QStringLiteral("/no/such/folder")});
    QCOMPARE(noData.error().code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestPocketsphinxSpeechToText)
#include "tst_pocketsphinxspeechtotext.moc"
