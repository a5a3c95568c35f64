#include "service/audio/level.h"
#include "service/audio/mulaw.h"
#include "service/texttospeech/flitetexttospeech.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <cmath>
#include <map>

using namespace Frontdesk;
using namespace Frontdesk::TextToSpeech;

class TestFliteTextToSpeech : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speak_everyVoice_isAudibleAndNotClipped_data();
    void speak_everyVoice_isAudibleAndNotClipped();
    void speak_twoSentences_comeInPieces();
    void speak_slowly_takesLonger();
    void speak_severalTickets_endEachOnce();
    void speak_nothingToSay_fails();
    void speak_unknownVoice_fails();
    void cancel_running_silencesTheTicket();
    void destroy_whileWorking_isSafe();

private:
    static QByteArray say(FliteTextToSpeech &voice, const SpeechText &text);
};

QByteArray TestFliteTextToSpeech::say(FliteTextToSpeech &voice, const SpeechText &text)
{
    QByteArray audio;
    QSignalSpy ended(&voice, &TextToSpeech::TextToSpeech::finished);
    const auto connection = connect(&voice, &TextToSpeech::TextToSpeech::audio, &voice,
                                    [&audio](quint64, const QByteArray &muLaw) { audio += muLaw; });
    voice.speak(1, text);
    const bool done = ended.wait(30000);
    disconnect(connection);
    return done ? audio : QByteArray();
}

void TestFliteTextToSpeech::speak_everyVoice_isAudibleAndNotClipped_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : FliteTextToSpeech::voices())
        QTest::newRow(qPrintable(name)) << name;
    QVERIFY(FliteTextToSpeech::voices().size() >= 4);
}

void TestFliteTextToSpeech::speak_everyVoice_isAudibleAndNotClipped()
{
    QFETCH(QString, name);
    FliteTextToSpeech voice(name);
    const QByteArray audio = say(voice, {.text = QStringLiteral("How can I help you today?")});
    QVERIFY2(audio.size() > 8000 && audio.size() < 8 * 4000, qPrintable(QString::number(audio.size())));
    double power = 0;
    int active = 0;
    for (qsizetype begin = 0; begin + 160 <= audio.size(); begin += 160) {
        std::array<int16_t, 160> frame{};
        for (size_t i = 0; i < frame.size(); ++i) {
            frame[i] = Audio::decodeMuLaw(uint8_t(audio[begin + qsizetype(i)]));
            QVERIFY(std::abs(int(frame[i])) < 32124);
        }
        const double level = Audio::levelDbfs(frame);
        if (level > -40) {
            power += Audio::dbfsToPower(level);
            ++active;
        }
    }
    QVERIFY(active > 30);
    const double level = Audio::powerToDbfs(power / active);
    QVERIFY2(std::abs(level + 18) < 2, qPrintable(QString::number(level)));
}

void TestFliteTextToSpeech::speak_twoSentences_comeInPieces()
{
    FliteTextToSpeech voice(QStringLiteral("kal"));
    QSignalSpy audio(&voice, &TextToSpeech::TextToSpeech::audio);
    QVERIFY(!say(voice, {.text = QStringLiteral("Thank you. Goodbye.")}).isEmpty());
    QCOMPARE(audio.count(), 2);
}

void TestFliteTextToSpeech::speak_slowly_takesLonger()
{
    FliteTextToSpeech voice(QStringLiteral("kal"));
    const SpeechText text{.text = QStringLiteral("What is the best number to call you back?")};
    SpeechText slow = text;
    slow.pace = Pace::Slow;
    const auto slowSize = double(say(voice, slow).size());
    const auto normalSize = double(say(voice, text).size());
    QVERIFY(normalSize > 0);
    QVERIFY2(slowSize > 1.2 * normalSize, qPrintable(QString::number(slowSize / normalSize)));
}

void TestFliteTextToSpeech::speak_severalTickets_endEachOnce()
{
    FliteTextToSpeech voice(QStringLiteral("kal"));
    std::map<quint64, int> ended;
    std::map<quint64, qsizetype> bytes;
    connect(&voice, &TextToSpeech::TextToSpeech::finished, this, [&](quint64 ticket) { ++ended[ticket]; });
    connect(&voice, &TextToSpeech::TextToSpeech::audio, this,
            [&](quint64 ticket, const QByteArray &muLaw) { bytes[ticket] += muLaw.size(); });
    for (quint64 ticket = 1; ticket <= 8; ++ticket)
        voice.speak(ticket, {.text = QStringLiteral("One moment please.")});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), size_t(8), 30000);
    for (quint64 ticket = 1; ticket <= 8; ++ticket) {
        QCOMPARE(ended[ticket], 1);
        QCOMPARE(bytes[ticket], bytes[1]);
    }
}

void TestFliteTextToSpeech::speak_nothingToSay_fails()
{
    FliteTextToSpeech voice(QStringLiteral("kal"));
    QSignalSpy failed(&voice, &TextToSpeech::TextToSpeech::failed);
    voice.speak(7, {.text = QStringLiteral("   ")});
    QVERIFY(failed.wait(30000));
    QCOMPARE(failed.first().first().toULongLong(), 7ULL);
}

void TestFliteTextToSpeech::speak_unknownVoice_fails()
{
    FliteTextToSpeech voice(QStringLiteral("nobody"));
    QSignalSpy failed(&voice, &TextToSpeech::TextToSpeech::failed);
    voice.speak(1, {.text = QStringLiteral("Hello.")});
    QVERIFY(failed.wait(30000));
    QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::NotFound);
}

void TestFliteTextToSpeech::cancel_running_silencesTheTicket()
{
    FliteTextToSpeech voice(QStringLiteral("kal"));
    QList<quint64> heard;
    connect(&voice, &TextToSpeech::TextToSpeech::audio, this, [&](quint64 ticket) { heard.append(ticket); });
    QSignalSpy finished(&voice, &TextToSpeech::TextToSpeech::finished);
    voice.speak(1, {.text = QStringLiteral("This is never heard.")});
    voice.cancel(1);
    voice.speak(2, {.text = QStringLiteral("Hello.")});
    QVERIFY(finished.wait(30000));
    QCOMPARE(finished.first().first().toULongLong(), 2ULL);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QVERIFY(!heard.contains(1));
}

void TestFliteTextToSpeech::destroy_whileWorking_isSafe()
{
    QThreadPool workers;
    for (int i = 0; i < 20; ++i) {
        FliteTextToSpeech voice(QStringLiteral("kal"), &workers);
        voice.speak(1, {.text = QStringLiteral("Hello. Hello. Hello.")});
    }
    QVERIFY(workers.waitForDone(60000));
}

QTEST_GUILESS_MAIN(TestFliteTextToSpeech)
#include "tst_flitetexttospeech.moc"
