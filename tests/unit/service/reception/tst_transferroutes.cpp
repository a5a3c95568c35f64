#include "service/audio/wavfile.h"
#include "tests/fakes/faketwilio.h"
#include "tests/unit/service/reception/phonedesk.h"

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Reception::Tests;
using namespace std::chrono_literals;
using Fakes::FakeTwilio;
using Fakes::FaultKind;

namespace {

const QByteArray Caller = "CA" + QByteArray(32, 'c');

/// The service with the phone network's REST side, and a caller who was just handed over.
struct Clinic {
    SystemScheduler scheduler;
    FakeTwilio twilio;
    Outgoing::HttpClients clients{scheduler};
    std::shared_ptr<FaultPolicy::Vendor> vendor = std::make_shared<FaultPolicy::Vendor>(
        QStringLiteral("twilio"), FaultPolicy::Service::Calls, std::make_shared<SystemClock>());
    std::unique_ptr<Desk> desk;
    QStringList hurried;
    QStringList ended;

    explicit Clinic(const QString &reason = QStringLiteral("human_request"), FaultKind fault = FaultKind::None)
    {
        if (!twilio.listen()) {
            qFatal("cannot listen");
        }
        twilio.addNumber(QStringLiteral("+15550100000"));
        twilio.addCall(QString::fromLatin1(Caller));
        twilio.setFault({fault, -1, 3000ms, 60});
        QObject::connect(&twilio, &FakeTwilio::callRedirected, &twilio,
                         [this](const QString &sid, const QString &url) { hurried << sid + u' ' + QUrl(url).path(); });
        QObject::connect(&twilio, &FakeTwilio::callEnded, &twilio, [this](const QString &sid) { ended << sid; });
        Telephony::TwilioAccount account{twilio.url(), QLatin1String(FakeTwilio::AccountSid), FakeTwilio::AuthToken};
        account.budgets = {500ms, 500ms, 500ms, 1000ms};
        const auto network = std::make_shared<Telephony::TwilioRest>(account, vendor, clients);
        desk = std::make_unique<Desk>(network, network);
        ask("/twilio/voice", {}, "ringing");
        desk->registry.change(QString::fromLatin1(Caller), [&reason](LiveCall &call) {
            call.escalationReason = reason;
            call.outcome = QStringLiteral("escalated");
            call.record.phase = CallPhase::Escalating;
            call.callerName = QStringLiteral("John Smith");
            call.callbackNumber = QStringLiteral("+15559876543");
        });
    }

    /// What the caller's call is told.
    QByteArray ask(const char *path, const std::vector<Telephony::TwilioForm::Parameter> &more = {},
                   const QByteArray &status = "in-progress")
    {
        auto form = Desk::parameters(Caller, status);
        form.insert(form.end(), more.begin(), more.end());
        return desk->post(QLatin1String(path), form).body;
    }

    [[nodiscard]] FakeTwilio::Call staffCall()
    {
        [this] { QTRY_COMPARE(twilio.calls().size(), size_t(2)); }();
        for (const auto &[sid, call] : twilio.calls()) {
            if (sid.toLatin1() != Caller) {
                return call;
            }
        }
        return {};
    }
    /// What the clinic's phone is told at the address it was given by this parameter of its call.
    QByteArray staffAsks(const char *parameter, const std::vector<Telephony::TwilioForm::Parameter> &more,
                         const QByteArray &status = "in-progress")
    {
        const FakeTwilio::Call call = staffCall();
        return staffPosts(call.parameter(QLatin1String(parameter)), more, status);
    }
    QByteArray staffPosts(const QString &url, const std::vector<Telephony::TwilioForm::Parameter> &more,
                          const QByteArray &status = "in-progress")
    {
        auto form = Desk::parameters(staffCall().sid.toLatin1(), status);
        form[6].value = "outbound-api";
        form.insert(form.end(), more.begin(), more.end());
        return desk->post(url.mid(desk->base().size()), form).body;
    }
    /// Pressed at the question of the announcement.
    QByteArray staffPresses(const QByteArray &key)
    {
        static const QRegularExpression action(QStringLiteral("action=\"([^\"]+)\""));
        const QString announcement = QString::fromUtf8(staffAsks("Url", {}));
        const QString url = action.match(announcement).captured(1).replace(QLatin1String("&amp;"), QLatin1String("&"));
        return staffPosts(url, {{"Digits", key}});
    }
    /// Holds, with quick time once the phone network has failed, until the answer has this in it.
    QByteArray holdsFor(const char *wanted)
    {
        QByteArray told;
        const auto hold = [&] {
            if (!vendor->counts().failures.empty()) {
                desk->clock.putForward(2s);
            }
            told = ask("/twilio/hold");
            return told.contains(wanted);
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(hold(), 15'000); }();
        return told;
    }
    [[nodiscard]] std::vector<Storage::ClinicEvent> events()
    {
        return desk->database
            .run([id = desk->clinic.id](Storage::Store &store) { return store.events().after(id, 0, 1000); })
            .result()
            .valueOr({});
    }
    [[nodiscard]] Task callBack()
    {
        for (const Task &task : desk->tasks()) {
            if (task.type == RequestType::CallbackRequest) {
                return task;
            }
        }
        return {};
    }
};

} // namespace

class TestTransferRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accepted_callerIsJoinedAndTheCallEndsAsHandedOver()
    {
        Clinic clinic;
        const QByteArray first = clinic.ask("/twilio/stream-ended");
        QVERIFY(first.contains("<Play") && first.contains("/twilio/hold<"));
        const FakeTwilio::Call staff = clinic.staffCall();
        QCOMPARE(staff.parameter(QStringLiteral("To")), QStringLiteral("+15550199999"));
        QCOMPARE(staff.parameter(QStringLiteral("From")), QStringLiteral("+15550100000"));
        const QByteArray announcement = clinic.staffAsks("Url", {});
        QVERIFY(announcement.contains("Oak Street Clinic") && announcement.contains("asked for a person"));
        QVERIFY2(!announcement.contains("John"), "A machine may be listening.");
        QVERIFY(clinic.ask("/twilio/hold").contains("<Play"));
        const QByteArray staffRoom = clinic.staffPresses("1");
        QVERIFY(staffRoom.contains("Connecting you with John Smith"));
        QVERIFY(staffRoom.contains("endConferenceOnExit=\"true\""));
        QTRY_COMPARE(clinic.hurried, QStringList{QString::fromLatin1(Caller) + QLatin1String(" /twilio/hold")});
        const QByteArray room = clinic.ask("/twilio/hold");
        QVERIFY(room.contains("endConferenceOnExit=\"false\"") && room.contains("/twilio/transfer-ended"));
        static const QRegularExpression name(QStringLiteral(">(frontdesk-[^<]+)<"));
        QCOMPARE(name.match(QString::fromUtf8(room)).captured(1), name.match(QString::fromUtf8(staffRoom)).captured(1));
        static const QRegularExpression callback(QStringLiteral("statusCallback=\"([^\"]+)\""));
        clinic.staffPosts(
            callback.match(QString::fromUtf8(room)).captured(1).replace(QLatin1String("&amp;"), QLatin1String("&")),
            {{"StatusCallbackEvent", "conference-start"}});
        QVERIFY(clinic.ask("/twilio/transfer-ended", {{"DialCallStatus", "completed"}}).contains("<Hangup"));
        QTRY_COMPARE(clinic.desk->record(Caller).outcome, QStringLiteral("escalated"));
        QVERIFY(clinic.callBack().id.isEmpty());
    }

    void nobodyTakesIt_callerIsBackAtTheAssistant_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("answeredBy");
        QTest::newRow("busy") << QByteArray("busy") << QByteArray() << QByteArray();
        QTest::newRow("no answer") << QByteArray("no-answer") << QByteArray() << QByteArray();
        QTest::newRow("declined") << QByteArray() << QByteArray("2") << QByteArray();
        QTest::newRow("nothing pressed") << QByteArray() << QByteArray("") << QByteArray();
        QTest::newRow("machine") << QByteArray() << QByteArray() << QByteArray("machine_start");
        QTest::newRow("fax") << QByteArray() << QByteArray() << QByteArray("fax");
    }
    void nobodyTakesIt_callerIsBackAtTheAssistant()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, answeredBy);
        Clinic clinic;
        clinic.ask("/twilio/stream-ended");
        if (!status.isEmpty()) {
            clinic.staffAsks("StatusCallback", {}, status);
        } else if (!answeredBy.isEmpty()) {
            clinic.staffAsks("Url", {});
            clinic.staffAsks("AsyncAmdStatusCallback", {{"AnsweredBy", answeredBy}});
            QTRY_COMPARE(clinic.ended, QStringList{clinic.staffCall().sid});
        } else {
            QVERIFY(clinic.staffPresses(key).contains("<Hangup"));
        }
        const QByteArray back = clinic.ask("/twilio/hold");
        QVERIFY(back.contains("<Connect"));
        Stream stream(*clinic.desk);
        stream.start(Caller, tokenIn(back));
        QTRY_VERIFY(stream.media > 0);
        const CallRecord call = clinic.desk->record(Caller);
        const auto turns = [&] {
            return clinic.desk->database
                .run([&](Storage::Store &store) { return store.calls().turns(call.clinicId, call.id); })
                .result()
                .valueOr({});
        };
        QTRY_VERIFY(!turns().empty());
        QVERIFY(turns().front().text.contains(QLatin1String("nobody at the clinic")));
        const Task task = clinic.callBack();
        QCOMPARE(task.priority, TaskPriority::Urgent);
        QCOMPARE(task.slot(SlotName::CallbackNumber), QStringLiteral("+15559876543"));
        QCOMPARE(task.slot(SlotName::PatientName), QStringLiteral("John Smith"));
        const auto events = clinic.events();
        QVERIFY(std::any_of(events.begin(), events.end(), [&](const Storage::ClinicEvent &event) {
            return event.kind == QLatin1String("call.unanswered") && event.subject == call.id.text();
        }));
        stream.stop(Caller);
        QTRY_COMPARE(clinic.desk->record(Caller).outcome, QStringLiteral("unanswered"));
    }

    void secondTransferThatNobodyTakes_endsWithASentence()
    {
        Clinic clinic;
        clinic.desk->registry.change(QString::fromLatin1(Caller), [](LiveCall &call) { call.returns = 1; });
        clinic.ask("/twilio/stream-ended");
        clinic.staffAsks("StatusCallback", {}, "no-answer");
        const QByteArray told = clinic.ask("/twilio/hold");
        QVERIFY(told.contains("call you back") && told.contains("<Hangup"));
        QTRY_COMPARE(clinic.desk->record(Caller).outcome, QStringLiteral("unanswered"));
    }

    void emergency_ringsTheLineAtOnceWithoutWhisper()
    {
        Clinic clinic(QStringLiteral("emergency_medical"));
        const QByteArray told = clinic.ask("/twilio/stream-ended");
        QVERIFY(told.contains("+15550199999"));
        QVERIFY(!told.contains("<Play") && !told.contains("whisper"));
        const QByteArray after = clinic.ask("/twilio/transfer-ended", {{"DialCallStatus", "no-answer"}});
        QVERIFY(after.contains("dial 911") && after.contains("<Hangup"));
        QCOMPARE(clinic.twilio.requests().size(), 0);
    }

    void networkFails_callerRingsTheLineFromTheirOwnCall_data()
    {
        QTest::addColumn<FaultKind>("fault");
        QTest::newRow("refuse") << FaultKind::Refuse;
        QTest::newRow("reset") << FaultKind::Reset;
        QTest::newRow("silent") << FaultKind::AcceptThenSilent;
        QTest::newRow("401") << FaultKind::Unauthorized;
        QTest::newRow("429") << FaultKind::RateLimited;
        QTest::newRow("500") << FaultKind::ServerError;
        QTest::newRow("cut off") << FaultKind::Truncated;
        QTest::newRow("wrong json") << FaultKind::WrongJson;
        QTest::newRow("half open") << FaultKind::HalfOpen;
        QTest::newRow("account closed") << FaultKind::QuotaClose;
    }
    void networkFails_callerRingsTheLineFromTheirOwnCall()
    {
        QFETCH(FaultKind, fault);
        Clinic clinic(QStringLiteral("medication"), fault);
        QVERIFY(clinic.ask("/twilio/stream-ended").contains("<Play"));
        const QByteArray told = clinic.holdsFor("<Dial");
        QVERIFY(told.contains("+15550199999") && told.contains("whisper?reason=medication"));
        const QByteArray after =
            clinic.ask("/twilio/transfer-ended", {{"DialCallStatus", "completed"}, {"DialBridged", "true"}});
        QVERIFY(after.contains("<Hangup"));
        QTRY_COMPARE(clinic.desk->record(Caller).outcome, QStringLiteral("escalated"));
    }

    void directCall_declinedOrVoicemail_isNotTakenForAPerson()
    {
        Clinic clinic(QStringLiteral("medication"), FaultKind::ServerError);
        clinic.ask("/twilio/stream-ended");
        clinic.holdsFor("<Dial");
        const QByteArray after =
            clinic.ask("/twilio/transfer-ended", {{"DialCallStatus", "completed"}, {"DialBridged", "false"}});
        QVERIFY(after.contains("<Connect"));
        QTRY_VERIFY(!clinic.callBack().id.isEmpty());
    }

    void staffLeaveBeforeTheCallerComes_callerIsFetchedFromTheRoom()
    {
        Clinic clinic;
        clinic.ask("/twilio/stream-ended");
        clinic.staffPresses("1");
        QVERIFY(clinic.ask("/twilio/hold").contains("<Conference"));
        QVERIFY(clinic.ask("/twilio/hold-alone").contains("<Play"));
        clinic.staffAsks("StatusCallback", {}, "completed");
        QTRY_COMPARE(clinic.hurried.size(), 2);
        const QByteArray alone = clinic.ask("/twilio/hold-alone"); // Should the order have been lost.
        QVERIFY(alone.contains("nobody at the clinic could take your call") && alone.contains("<Redirect"));
        QTRY_COMPARE(clinic.hurried.size(), 3);
        QVERIFY(clinic.ask("/twilio/hold").contains("<Connect"));
    }

    void callerHangsUpOnHold_staffAreFreedAndFindATask()
    {
        Clinic clinic;
        clinic.ask("/twilio/stream-ended");
        const QString staff = clinic.staffCall().sid;
        clinic.staffAsks("StatusCallback", {}, "ringing");
        clinic.ask("/twilio/status", {{"CallDuration", "30"}, {"SequenceNumber", "0"}}, "completed");
        QTRY_COMPARE(clinic.ended, QStringList{staff});
        QTRY_COMPARE(clinic.desk->record(Caller).outcome, QStringLiteral("unanswered"));
        QVERIFY(clinic.callBack().note.contains(QLatin1String("hung up")));
        QVERIFY(clinic.staffAsks("Url", {}).contains("no longer waiting"));
    }

    void unknownTransfer_afterARestart_ringsTheLine()
    {
        Clinic clinic;
        QVERIFY(clinic.ask("/twilio/hold").contains("+15550199999"));
        QVERIFY(clinic.twilio.calls().size() == 1);
    }

    void goingDown_ringsTheLineDirectly()
    {
        Clinic clinic;
        clinic.desk->phone.stopTakingCalls();
        QVERIFY(clinic.ask("/twilio/stream-ended").contains("+15550199999"));
        QCOMPARE(clinic.twilio.calls().size(), size_t(1));
    }

    void recording_byTheNetwork_runsWithTheConversationAndEndsSealedHere()
    {
        Clinic clinic;
        Desk &desk = *clinic.desk;
        const QByteArray sid = "CA" + QByteArray(32, 'd');
        ClinicProfile profile = desk.clinic;
        profile.recording = RecordingMode::On;
        profile.state = QStringLiteral("NY"); // One party's consent.
        profile.recordedBy = RecordedBy::PhoneNetwork;
        const auto changed = desk.database
                                 .run([&](Storage::Store &store) {
                                     const auto version = store.clinics().version(profile.id);
                                     return store.clinics().replace(profile, *version, desk.clock.utcNow());
                                 })
                                 .result();
        QVERIFY(changed.ok());
        clinic.twilio.addCall(QString::fromLatin1(sid));
        const QString token =
            tokenIn(desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid, "ringing")).body);
        Stream stream(desk);
        stream.start(sid, token);
        QTRY_COMPARE(clinic.twilio.sounds().size(), size_t(1));
        const QString sound = clinic.twilio.sounds().begin()->first;
        QTRY_VERIFY(stream.media > 0);
        stream.stop(sid);
        QTRY_COMPARE(clinic.twilio.sounds().begin()->second.status, QStringLiteral("stopped"));

        Audio::WavAudio audio;
        audio.channels = 2;
        audio.samples.assign(32'000, 5'000);
        clinic.twilio.completeSound(sound, Audio::wavBytes(audio));
        const QString news = QStringLiteral("/twilio/recording");
        auto form = Desk::parameters(sid, "in-progress");
        form.push_back({"RecordingSid", sound.toLatin1()});
        form.push_back({"RecordingStatus", "completed"});
        QCOMPARE(desk.post(news, form, false).status, 403);
        QCOMPARE(desk.post(news, {{"RecordingSid", sound.toLatin1()}}).status, 400);
        QCOMPARE(clinic.twilio.sounds().size(), size_t(1));
        QCOMPARE(desk.post(news, form).status, 204);
        QTRY_VERIFY(clinic.twilio.sounds().empty());
        const CallRecord call = desk.record(sid);
        const auto kept =
            desk.database.run([&](Storage::Store &store) { return store.recordings().find(call.clinicId, call.id); })
                .result();
        QCOMPARE(kept->state, Storage::RecordingState::Kept);
        QCOMPARE(kept->consent, RecordingConsent::NotNeeded);
        QVERIFY(kept->duration >= Milliseconds(2000));
    }

    void unsignedRequests_areRefused()
    {
        Clinic clinic;
        for (const char *path :
             {"/twilio/hold", "/twilio/hold-alone", "/twilio/staff", "/twilio/staff-key", "/twilio/staff-status",
              "/twilio/staff-machine", "/twilio/room", "/twilio/transfer-ended", "/twilio/whisper-key"}) {
            QCOMPARE(clinic.desk->post(QLatin1String(path), Desk::parameters(Caller, "in-progress"), false).status,
                     403);
        }
    }

    void waitingMusic_isAWavFile()
    {
        Clinic clinic;
        QNetworkReply *reply = clinic.desk->network.get(
            QNetworkRequest(QUrl(clinic.desk->base() + QStringLiteral("/twilio/waiting-music.wav"))));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait(5000));
        QVERIFY(reply->readAll().startsWith("RIFF"));
        reply->deleteLater();
    }
};

QTEST_GUILESS_MAIN(TestTransferRoutes)
#include "tst_transferroutes.moc"
