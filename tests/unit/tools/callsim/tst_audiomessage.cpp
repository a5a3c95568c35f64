#include "service/audio/mulaw.h"
#include "tools/callsim/audiomessage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestAudioMessage : public QObject {
    Q_OBJECT

private:
    static QJsonObject read(std::string_view message)
    {
        return QJsonDocument::fromJson(QByteArray(message.data(), qsizetype(message.size()))).object();
    }
    static QByteArray payloadOf(const QJsonObject &message)
    {
        const QString payload = message.value(u"media").toObject().value(u"payload").toString();
        return QByteArray::fromBase64(payload.toLatin1());
    }

private Q_SLOTS:
    void message_hasExactlyTheDocumentedMembers()
    {
        AudioMessage audio(QStringLiteral("MZ1"));
        static_cast<void>(audio.write(2, Milliseconds(0), Frame{}));
        QJsonObject message = read(audio.write(1234567, Milliseconds(3600020), Frame{}));
        QJsonObject media = message.take(u"media").toObject();
        QVERIFY(!media.take(u"payload").toString().isEmpty());
        QCOMPARE(media, (QJsonObject{{QStringLiteral("track"), QStringLiteral("inbound")},
                                     {QStringLiteral("chunk"), QStringLiteral("2")},
                                     {QStringLiteral("timestamp"), QStringLiteral("3600020")}}));
        QCOMPARE(message, (QJsonObject{{QStringLiteral("event"), QStringLiteral("media")},
                                       {QStringLiteral("sequenceNumber"), QStringLiteral("1234567")},
                                       {QStringLiteral("streamSid"), QStringLiteral("MZ1")}}));
    }

    void silence_isSilence()
    {
        AudioMessage audio(QStringLiteral("MZ1"));
        QCOMPARE(payloadOf(read(audio.write(1, Milliseconds(0), Frame{}))),
                 QByteArray(Flow::FrameSamples, char(Flow::MuLawSilence)));
    }

    void sound_isEncoded_silenceAfterItAsWell()
    {
        AudioMessage audio(QStringLiteral("MZ1"));
        Frame frame{};
        frame.back() = 4000;
        const QByteArray sound = payloadOf(read(audio.write(1, Milliseconds(0), frame)));
        QCOMPARE(sound.size(), qsizetype(Flow::FrameSamples));
        QCOMPARE(uint8_t(sound.back()), Audio::encodeMuLaw(int16_t(4000)));
        QCOMPARE(uint8_t(sound.front()), Flow::MuLawSilence);
        QCOMPARE(uint8_t(payloadOf(read(audio.write(2, Milliseconds(20), Frame{}))).back()), Flow::MuLawSilence);
    }
};

QTEST_GUILESS_MAIN(TestAudioMessage)
#include "tst_audiomessage.moc"
