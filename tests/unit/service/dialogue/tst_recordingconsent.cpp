#include "service/dialogue/calltape.h"
#include "service/dialogue/internal/recordingwish.h"
#include "service/dialogue/phrasebook.h"
#include "service/safety/responsevalidator.h"
#include "tests/unit/service/dialogue/callbench.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using namespace Frontdesk::Dialogue::Tests;

namespace {

const QString Told = QStringLiteral("This call is recorded. If you don't want that, just say so.");

ClinicProfile recordedClinic(RecordingMode mode, const QString &state = {})
{
    ClinicProfile profile = clinic();
    profile.recording = mode;
    profile.state = state;
    return profile;
}

CallBriefing briefingOf(const ClinicProfile &profile)
{
    CallBriefing briefing;
    briefing.clinic = profile;
    briefing.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
    return briefing;
}

std::optional<SetRecording> recordingIn(const Actions &actions)
{
    for (const Action &action : actions) {
        if (const auto *found = std::get_if<SetRecording>(&action)) {
            return *found;
        }
    }
    return std::nullopt;
}

std::optional<Say> tellingIn(const std::vector<Say> &said)
{
    const auto found = std::find_if(said.begin(), said.end(), [](const Say &say) { return say.text == Told; });
    return found == said.end() ? std::nullopt : std::optional(*found);
}

} // namespace

class TestRecordingConsent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greeting_recordingOff_saysAndDoesNothing()
    {
        CallBench call(recordedClinic(RecordingMode::Off));
        QVERIFY(!tellingIn(call.lastSaid()));
        CallStarted again;
        QVERIFY(!recordingIn(call.send(again)));
    }

    void greeting_onePartyState_recordsAtOnceWithoutWords()
    {
        Conversation conversation(briefingOf(recordedClinic(RecordingMode::On, QStringLiteral("NY"))));
        const Actions actions = conversation.handle({Milliseconds(0), CallStarted{}});
        QCOMPARE(recordingIn(actions)->consent, RecordingConsent::NotNeeded);
        CallBench call(recordedClinic(RecordingMode::On, QStringLiteral("NY")));
        QVERIFY(!tellingIn(call.lastSaid()));
    }

    void greeting_consentNeeded_recordsOnceHeard_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("state");
        QTest::newRow("all-party state") << QStringLiteral("on") << QStringLiteral("CA");
        QTest::newRow("unknown state") << QStringLiteral("on") << QString();
        QTest::newRow("wanted everywhere") << QStringLiteral("with_consent") << QStringLiteral("NY");
    }
    void greeting_consentNeeded_recordsOnceHeard()
    {
        QFETCH(QString, mode);
        QFETCH(QString, state);
        CallBench call(recordedClinic(*recordingModeFromName(mode), state));
        const auto said = call.lastSaid();
        const auto told = tellingIn(said);
        QVERIFY(told && told->mustBeHeard && told->givesWay);
        QVERIFY2(said[1].text.contains(QStringLiteral("911")) && said[1].ticket < told->ticket,
                 "the emergency sentence comes first");
        QVERIFY(!recordingIn(call.send(SpeechPlayed{told->ticket - 1, {}, true})));
        const auto heard = recordingIn(call.send(SpeechPlayed{told->ticket, Told, true}));
        QVERIFY(heard);
        QCOMPARE(heard->consent, RecordingConsent::Heard);
        QCOMPARE(heard->words, Told);
    }

    void greeting_ownWords_replaceTheStandard()
    {
        ClinicProfile profile = recordedClinic(RecordingMode::WithConsent);
        profile.consent = QStringLiteral("We record calls. Say no if you mind.");
        CallBench call(profile);
        const auto said = call.lastSaid();
        const auto own =
            std::find_if(said.begin(), said.end(), [&](const Say &say) { return say.text == profile.consent; });
        QVERIFY(own != said.end() && own->mustBeHeard && own->givesWay);
        QCOMPARE(recordingIn(call.send(SpeechPlayed{own->ticket, own->text, true}))->words, profile.consent);
    }

    void telling_cutOff_isRepeatedUntilHeard()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        auto told = tellingIn(call.lastSaid());
        for (const char *words : {"I need to see a doctor", "John Smith", "555 0123"}) {
            QVERIFY(!recordingIn(call.send(SpeechPlayed{told->ticket, QStringLiteral("This call"), false})));
            call.say(words);
            const quint64 before = told->ticket;
            told = tellingIn(call.lastSaid());
            QVERIFY2(told && told->ticket > before, words);
        }
        QCOMPARE(recordingIn(call.send(SpeechPlayed{told->ticket, Told, true}))->consent, RecordingConsent::Heard);
        call.say("a checkup");
        QVERIFY(!tellingIn(call.lastSaid()));
    }

    void telling_andReminderCutOff_areBothRepeated()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        const auto said = call.lastSaid();
        for (const Say &one : said) {
            call.send(SpeechPlayed{one.ticket, {}, false});
        }
        call.say("I need to see a doctor");
        QVERIFY(tellingIn(call.lastSaid()));
        QVERIFY(call.lastText().contains(QStringLiteral("911")));
        QVERIFY(call.lastText().indexOf(QStringLiteral("911")) < call.lastText().indexOf(Told));
    }

    void emergency_beforeConsent_doesNotWait()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        const auto told = tellingIn(call.lastSaid());
        const Actions actions = call.send(InterimHeard{QStringLiteral("I have chest pain")});
        QVERIFY(std::get<Say>(actions.front()).replacesSpeech);
        QVERIFY(call.lastText().contains(QStringLiteral("911")));
        QVERIFY(!tellingIn(call.lastSaid()));
        QVERIFY(call.escalations().front().emergency);
        // The sentence that was cut off for it is not owed any more by a call that is handed over.
        QVERIFY(!tellingIn((call.send(SpeechPlayed{told->ticket, {}, false}), call.lastSaid())));
    }

    void decline_afterHeard_stopsAndGoesOn()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        const auto told = tellingIn(call.lastSaid());
        call.send(SpeechPlayed{told->ticket, Told, true});
        call.say("No.");
        QVERIFY2(call.lastText().startsWith(QStringLiteral("Okay. I'll skip the recording of this call.")),
                 qPrintable(call.lastText()));
        QVERIFY(call.lastSaid().size() == 2 && call.lastSaid()[1].expects == Flow::Expectation::Request);
        call.say("I'd like an appointment, this is John Smith");
        QCOMPARE(call.conversation().expectation(), Flow::Expectation::PhoneNumber);
    }

    void decline_action_holdsTheWords()
    {
        Conversation conversation(briefingOf(recordedClinic(RecordingMode::WithConsent)));
        const Actions greeting = conversation.handle({Milliseconds(0), CallStarted{}});
        CallerSpoke spoken;
        spoken.transcript.text = QStringLiteral("Please don't record me.");
        const auto declined = recordingIn(conversation.handle({Milliseconds(9000), spoken}));
        QVERIFY(declined);
        QCOMPARE(declined->consent, RecordingConsent::Declined);
        QCOMPARE(declined->words, spoken.transcript.text);
        // Hearing the sentence late does not bring it back.
        for (const Action &action : greeting) {
            if (const auto *say = std::get_if<Say>(&action)) {
                QVERIFY(!recordingIn(conversation.handle({Milliseconds(9100), SpeechPlayed{say->ticket, {}, true}})));
            }
        }
        QVERIFY(!recordingIn(conversation.handle({Milliseconds(20000), spoken}))); // Once is enough.
    }

    void decline_withAWish_heedsBoth()
    {
        CallBench call(recordedClinic(RecordingMode::On, QStringLiteral("NY")));
        call.say("Don't record me please, I need to cancel my appointment");
        QVERIFY(call.lastText().startsWith(QStringLiteral("Okay. I'll skip the recording of this call.")));
        QCOMPARE(call.conversation().expectation(), Flow::Expectation::PatientName);
    }

    void decline_withAnEmergency_isGuidedAtOnce()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        const auto declined = recordingIn((call.say("stop recording, I have chest pain"), call.last()));
        QCOMPARE(declined->consent, RecordingConsent::Declined);
        QVERIFY(!call.escalations().empty() && call.escalations().front().emergency);
    }

    void decline_whileHandedOver_stillStops()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        call.say("I want to talk to a person");
        QVERIFY(!call.escalations().empty());
        call.say("and stop recording this call");
        QCOMPARE(recordingIn(call.last())->consent, RecordingConsent::Declined);
        QVERIFY(call.lastSaid().empty());
    }

    void question_isAnsweredTruly()
    {
        CallBench off(clinic());
        QVERIFY(off.say("Is this call being recorded?").startsWith(QStringLiteral("Okay. I'll skip")));
        CallBench on(recordedClinic(RecordingMode::On, QStringLiteral("NY")));
        QVERIFY(on.say("Are you recording this?").startsWith(QStringLiteral("Yes, this call is recorded.")));
        on.say("then please don't");
        QVERIFY(on.say("is this call recorded").contains(QStringLiteral("recorded")));
    }

    void agreement_isTaken_andTheCallerIsAskedAgain()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent, QStringLiteral("CA")));
        const QString reply = call.say("Yes that's fine");
        QVERIFY2(reply.contains(QStringLiteral("help")) || reply.contains(QStringLiteral("do for you")),
                 qPrintable(reply));
        QVERIFY2(!reply.contains(QStringLiteral("sorry")), qPrintable(reply));
        QVERIFY(!recordingIn(call.last()));
    }

    void no_toALaterQuestion_isNoDecline()
    {
        CallBench call(recordedClinic(RecordingMode::WithConsent));
        call.say("I need an appointment, my name is John Smith");
        call.say("No");
        QVERIFY(!recordingIn(call.last()));
    }

    void tape_ofADeclinedCall_replaysToTheBit()
    {
        CallTape tape{briefingOf(recordedClinic(RecordingMode::WithConsent)), {}, {}};
        CallerSpoke spoken;
        spoken.transcript.text = QStringLiteral("don't record me");
        tape.events = {{Milliseconds(0), CallStarted{}}, {Milliseconds(5000), spoken}};
        Conversation conversation(tape.briefing);
        ActionsDigest digest;
        for (const Event &event : tape.events) {
            digest.add(conversation.handle(event));
        }
        const auto back = CallTape::fromBytes(tape.toBytes());
        QVERIFY(back.ok());
        QCOMPARE(replayedActions(*back), digest.result());
    }

    void words_areSayable()
    {
        QStringList refused;
        for (const char *language : {"en", "es"}) {
            for (const char *id : {"consent.recording", "consent.is_recorded", "consent.not_recorded"}) {
                const QString text = PhraseBook::builtIn().text(QLatin1String(id), QLatin1String(language));
                for (const QString &sentence : text.split(QStringLiteral(". "))) {
                    const auto verdict = Safety::validateResponse(sentence, clinic());
                    if (!verdict.allowed) {
                        refused << sentence + QLatin1String(": ") + verdict.rule;
                    }
                }
            }
        }
        QVERIFY2(refused.isEmpty(), qPrintable(refused.join(QLatin1Char('\n'))));
    }

    void wish_words_areRead_data()
    {
        QTest::addColumn<bool>("justTold");
        QTest::addColumn<int>("wish");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char *words, bool justTold, RecordingWish wish, const char *rest = "") {
            QTest::newRow(words) << justTold << static_cast<int>(wish) << QString::fromUtf8(rest);
        };
        using enum RecordingWish;
        row("Don't record me.", false, Declines);
        row("please do not record this call", false, Declines);
        row("I don't want to be recorded", false, Declines);
        row("I don’t want this recorded", false, Declines);
        row("I'd rather not be recorded", false, Declines);
        row("can you turn off the recording please", false, Declines);
        row("turn the recording off", false, Declines);
        row("stop recording", false, Declines);
        row("could you stop taping me", false, Declines);
        row("I do not consent", false, Declines);
        row("I do not give you permission to record", false, Declines);
        row("you can't record me without asking", false, Declines, "you without asking");
        row("no recording please", false, Declines);
        row("I'm not comfortable being recorded", false, Declines);
        row("I object to being recorded", false, Declines);
        row("off the record please", false, Declines);
        row("no quiero que me graben", false, Declines);
        row("no grabe esta llamada por favor", false, Declines);
        row("no me grabe", false, Declines);
        row("stop recording, I have chest pain", false, Declines, "I have chest pain");
        row("no", true, Declines);
        row("Yes, that's fine.", true, Agrees);
        row("sí claro", true, Agrees);
        row("yes", false, None);
        row("yes I need an appointment", true, None);
        row("No, thank you.", true, Declines);
        row("nope", true, Declines);
        row("I'd rather you didn't", true, Declines);
        row("no I don't want that", true, Declines);
        row("no, I need a refill", true, Declines, "I need a refill");
        row("uh no no", true, Declines);
        row("I refuse", true, Declines);
        row("no", false, None);
        row("no it's not an emergency, I need an appointment", true, None);
        row("no problem", true, Agrees);
        row("no that's fine", true, None);
        row("I don't mind being recorded", true, None);
        row("no I don't mind", true, None);
        row("I need my medical records", true, None);
        row("I don't have a record of that visit", true, None);
        row("please don't send my records to the wrong office", true, None);
        row("can you not fax the records", true, None);
        row("I want to stop taking my pills", true, None);
        row("I don't want to wait two weeks", false, None);
        row("hi I need an appointment", true, None);
        row("is this call being recorded", false, Asks);
        row("are you recording this?", true, Asks);
        row("am I being recorded?", false, Asks);
        row("do you record calls", false, Asks);
    }
    void wish_words_areRead()
    {
        QFETCH(bool, justTold);
        const auto heard = recordingWish(QString::fromUtf8(QTest::currentDataTag()), justTold);
        QTEST(static_cast<int>(heard.wish), "wish");
        QTEST(heard.rest, "rest");
    }
};

QTEST_APPLESS_MAIN(TestRecordingConsent)
#include "tst_recordingconsent.moc"
