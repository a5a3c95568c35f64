#include "tests/unit/service/reception/phonedesk.h"

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Reception::Tests;

class TestPhoneRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void voice_unsigned_isRefused()
    {
        Desk desk;
        QCOMPARE(desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"), false).status, 403);
        QVERIFY(desk.record(sid('1')).id.isEmpty());
    }

    void voice_garbage_isRefusedInPlainWords()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), {{"CallSid", "nonsense"}});
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.body.contains("nonsense"));
    }

    void voice_unknownNumber_saysSo()
    {
        Desk desk;
        auto form = Desk::parameters(sid('1'), "ringing");
        form[3].value = "+15550777777";
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), form);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("not in service"));
    }

    void voice_twiceForTheSameCall_isOneCall()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QCOMPARE(desk.registry.all().size(), size_t(1));
    }

    void media_withToken_isGreeted_andHangUpEndsTheCall()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QCOMPARE(answer.status, 200);
        Stream stream(desk);
        stream.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(stream.media > 0);
        stream.stop(sid('1'));
        QTRY_COMPARE(desk.record(sid('1')).outcome, QStringLiteral("caller_hung_up"));
    }

    void media_withoutOrWithUsedToken_isRefused()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        Stream forged(desk);
        forged.start(sid('1'), QStringLiteral("forged"));
        QTRY_VERIFY(forged.closed);
        QCOMPARE(forged.media, 0);
        Stream first(desk);
        first.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(first.media > 0);
        Stream replayed(desk);
        replayed.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(replayed.closed);
        QCOMPARE(replayed.media, 0);
        QVERIFY(!first.closed);
    }

    void media_garbage_endsThatStreamOnly()
    {
        Desk desk;
        const Answer one = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer two = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('2'), "ringing"));
        Stream good(desk);
        good.start(sid('1'), tokenIn(one.body));
        Stream bad(desk);
        bad.start(sid('2'), tokenIn(two.body));
        QTRY_VERIFY(good.media > 0 && bad.media > 0);
        for (int i = 0; i < 30; ++i) { // A few are passed over.
            bad.socket.sendTextMessage(QStringLiteral("{\"event\":\"media\",\"media\":7"));
        }
        QTRY_VERIFY(bad.closed);
        const int before = good.media;
        QTRY_VERIFY(good.media > before);
        // Its caller is not lost: the phone network asks, and is sent to the clinic.
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('2'), "in-progress"));
        QVERIFY(next.body.contains("+15550199999"));
    }

    void streamEnded_inMidCall_ringsTheClinic_andNoAnswerLeavesATask()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "in-progress"));
        QVERIFY(next.body.contains("<Dial"));
        QVERIFY(next.body.contains("+15550199999"));
        auto form = Desk::parameters(sid('1'), "in-progress");
        form.push_back({"DialCallStatus", "no-answer"});
        const Answer after = desk.post(QStringLiteral("/twilio/transfer-ended"), form);
        QVERIFY(after.body.contains("call you back"));
        QTRY_COMPARE(desk.tasks().size(), size_t(1));
        const Task task = desk.tasks().front();
        QCOMPARE(task.priority, TaskPriority::Urgent);
        QCOMPARE(task.slot(SlotName::CallbackNumber), QStringLiteral("+15552345678"));
        QTRY_VERIFY(desk.record(sid('1')).endedAt.isValid());
    }

    void streamEnded_ofACallOfAnEarlierRun_ringsTheClinic()
    {
        Desk desk;
        CallRecord old;
        old.clinicId = desk.clinic.id;
        old.networkCallId = QString::fromLatin1(sid('3'));
        old.startedAt = desk.clock.utcNow();
        desk.database.run([old](Storage::Store &store) { return store.calls().begin(old); }).wait();
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('3'), "in-progress"));
        QVERIFY(next.body.contains("+15550199999"));
    }

    void streamEnded_callerIsGone_asksForNothing()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer next = desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "completed"));
        QCOMPARE(next.status, 200);
        QVERIFY(!next.body.contains("<Dial"));
    }

    void stoppedTakingCalls_newCallsRingTheClinic()
    {
        Desk desk;
        desk.phone.stopTakingCalls();
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QVERIFY(!answer.body.contains("<Connect"));
        QVERIFY(answer.body.contains("+15550199999"));
    }

    void handOverAll_runningCallsCloseTheirStream()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        Stream stream(desk);
        QSignalSpy over(&desk.phone, &PhoneRoutes::lastLineOver);
        QObject::connect(&stream.socket, &QWebSocket::textMessageReceived, [&](const QString &text) {
            const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
            if (message.value(QStringLiteral("event")) == QStringLiteral("mark")) {
                stream.socket.sendTextMessage(text); // Heard at once.
            }
        });
        stream.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(stream.media > 0);
        desk.phone.handOverAll();
        QTRY_VERIFY_WITH_TIMEOUT(stream.closed, 30'000);
        QTRY_VERIFY(over.size() > 0);
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "in-progress"));
        QVERIFY(next.body.contains("<Dial"));
    }

    void holdMusic_isAWavFile()
    {
        Desk desk;
        QNetworkReply *reply =
            desk.network.get(QNetworkRequest(QUrl(desk.base() + QStringLiteral("/twilio/hold-music.wav"))));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait(5000));
        const QByteArray wav = reply->readAll();
        QVERIFY(wav.startsWith("RIFF"));
        QVERIFY(wav.size() > 3 * 8000);
        reply->deleteLater();
    }

    void status_completed_finishesTheCall()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        auto form = Desk::parameters(sid('1'), "completed");
        form.push_back({"CallDuration", "12"});
        form.push_back({"SequenceNumber", "0"});
        QCOMPARE(desk.post(QStringLiteral("/twilio/status"), form).status, 204);
        QTRY_VERIFY(desk.record(sid('1')).endedAt.isValid());
    }
};

QTEST_GUILESS_MAIN(TestPhoneRoutes)
#include "tst_phoneroutes.moc"
