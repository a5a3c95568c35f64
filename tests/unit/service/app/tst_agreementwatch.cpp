#include "service/app/agreementwatch.h"
#include "service/app/speechfactory.h"
#include "service/app/vendorhealth.h"
#include "shared/model/vendoragreement.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/fakes/fakeelevenlabs.h"
#include "tests/fakes/fakeopenai.h"
#include "tests/support/storefixture.h"
#include "tests/support/virtualscheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace std::chrono_literals;
using App::AgreementWatch;

class TestAgreementWatch : public QObject {
    Q_OBJECT

    [[nodiscard]] static ClinicProfile profileOf(const ClinicId &clinic)
    {
        ClinicProfile profile;
        profile.id = clinic;
        return profile;
    }

    const ClinicId m_clinic{QStringLiteral("c1")};
    const ClinicProfile m_profile = profileOf(m_clinic);
    const Reception::SpeechOrder m_order{m_profile, std::make_shared<Flow::UsageMeter>()};
    const QString m_deepgram = QStringLiteral("deepgram");
    std::unique_ptr<Storage::Tests::TestDatabase> m_file;
    std::unique_ptr<Storage::Database> m_database;
    Tests::VirtualScheduler m_scheduler;

    Result<Storage::ClinicSetting> sign(Storage::Database &database, bool covers)
    {
        return database
            .run([covers, name = m_deepgram](Storage::Store &store) -> Result<Storage::ClinicSetting> {
                const QString setting = QString::fromLatin1(VendorAgreementsSetting);
                const auto present = store.clinicSettings().findOfPlatform(setting);
                if (!present) {
                    return present.error();
                }
                const VendorAgreement agreement{covers ? QDate(2026, 1, 15) : QDate(), covers, {}};
                return store.clinicSettings().replaceOfPlatform(setting, {{name, agreement.toJson()}}, present->version,
                                                                Storage::Tests::someTime());
            })
            .result();
    }

    Result<ClinicProfile> givenClinic()
    {
        return m_database
            ->run([](Storage::Store &store) {
                return store.clinics().create(Storage::Tests::someClinic(), Storage::Tests::someTime());
            })
            .result();
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<Storage::Tests::TestDatabase>(QStringLiteral("sqlite"));
        m_database = std::make_unique<Storage::Database>(m_file->settings());
    }
    void cleanup()
    {
        m_database.reset();
        m_file.reset();
    }

    void start_knowsWhatWasAgreedBefore()
    {
        QVERIFY(sign(*m_database, true).ok());
        AgreementWatch watch(*m_database, m_scheduler);
        QVERIFY(!watch.agreements()->cover(m_clinic, m_deepgram));
        watch.start();
        QVERIFY(watch.agreements()->cover(m_clinic, m_deepgram));
    }

    void change_inThisProgram_isNoticedAtOnce()
    {
        AgreementWatch watch(*m_database, m_scheduler);
        watch.start();
        QSignalSpy changed(&watch, &AgreementWatch::changed);
        QVERIFY(sign(*m_database, true).ok());
        QVERIFY(!changed.isEmpty() || changed.wait());
        QVERIFY(watch.agreements()->cover(m_clinic, m_deepgram));
    }

    void change_inAnotherProgram_isNoticedSoon()
    {
        AgreementWatch watch(*m_database, m_scheduler);
        watch.start();
        Storage::Database another(m_file->settings());
        QVERIFY(sign(another, true).ok());
        QSignalSpy changed(&watch, &AgreementWatch::changed);
        m_scheduler.advance(5s);
        QVERIFY(!changed.isEmpty() || changed.wait());
        QVERIFY(watch.agreements()->cover(m_clinic, m_deepgram));
    }

    void health_namesWhoHasNoAgreement()
    {
        Settings settings;
        settings.set(QStringLiteral("STT"), QStringLiteral("deepgram,pocketsphinx"));
        settings.set(QStringLiteral("LLM"), QStringLiteral("openai,rules"));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        const auto board = std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>());
        App::VendorHealth health(settings, board, agreements);
        health.setClinics({m_clinic, ClinicId(QStringLiteral("c2"))});
        agreements->replace({}, {{m_clinic, {{m_deepgram, true}}}});
        QCOMPARE(health.gaps().size(), 2);
        QVERIFY(health.gaps()[0].contains(QLatin1String("deepgram")));
        QVERIFY(health.gaps()[0].contains(QLatin1String("1 of 2 clinics")));
        QVERIFY(health.gaps()[1].contains(QLatin1String("taken out")));
        agreements->replace({{m_deepgram, true}, {QStringLiteral("openai"), true}}, {});
        QVERIFY(health.gaps().isEmpty());
        QVERIFY(health.components()[0].isWell);
        for (int i = 0; i < 3; ++i) {
            board->vendor(m_deepgram, FaultPolicy::Service::SpeechToText)
                ->begin()
                .failed({FaultPolicy::FaultKind::Timeout, {}, {}});
        }
        QVERIFY(!health.components()[0].isWell);
        QVERIFY(health.components()[1].isWell);
    }

    void health_ofAVendorThatClinicsLeaveOut_countsThoseThatUseIt()
    {
        Settings settings;
        settings.set(QStringLiteral("STT"), QStringLiteral("deepgram,pocketsphinx"));
        settings.set(QStringLiteral("LLM"), QStringLiteral("openai,rules"));
        settings.set(QStringLiteral("TTS"), QStringLiteral("openai,flite"));
        const auto choices = std::make_shared<App::ClinicChoices>();
        App::VendorHealth health(settings, std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>()),
                                 std::make_shared<Outgoing::Agreements>(), choices);
        const ClinicId other(QStringLiteral("c2"));
        health.setClinics({m_clinic, other});
        const SpeechChoices without{{QStringLiteral("pocketsphinx")}, {}, {QStringLiteral("flite")}, {}};
        choices->replace({{m_clinic, without}});
        QCOMPARE(health.gaps().size(), 2);
        QVERIFY(health.gaps()[0].contains(QLatin1String("deepgram have patient data of 1 of 2 clinics")));
        QVERIFY(health.gaps()[1].contains(QLatin1String("openai have patient data of 2 of 2 clinics")));
        choices->replace({{m_clinic, without}, {other, without}});
        QCOMPARE(health.gaps().size(), 1);
        QVERIFY(health.gaps()[0].contains(QLatin1String("language model")));
        QVERIFY(!health.gaps()[0].contains(QLatin1String("voice"))); // Nobody lets it speak.
        QVERIFY(health.components()[0].isWell);
    }

    void health_ofAVendor_saysWhichOfItsServicesFails()
    {
        Settings settings;
        settings.set(QStringLiteral("LLM"), QStringLiteral("openai,rules"));
        settings.set(QStringLiteral("TTS"), QStringLiteral("openai,flite"));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        const auto board = std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>());
        App::VendorHealth health(settings, board, agreements);
        health.setClinics({m_clinic});
        QCOMPARE(health.gaps().size(), 1);
        QVERIFY(health.gaps()[0].contains(QLatin1String("language model gets, its voice gets nothing")));
        agreements->replace({{QStringLiteral("openai"), true}}, {});
        QVERIFY(health.components()[0].isWell);
        board->vendor(QStringLiteral("openai"), FaultPolicy::Service::TextToSpeech)
            ->begin()
            .failed({FaultPolicy::FaultKind::OutOfCredit, {}, {}});
        QCOMPARE(health.components().size(), size_t(1));
        QVERIFY(health.components()[0].detail.startsWith(QLatin1String("It fails as voice and")));
    }

    void voiceThatFails_leavesTheSameVendorsModelAlone()
    {
        QTemporaryDir folder;
        Settings settings;
        settings.set(QStringLiteral("DATA_DIR"), folder.path());
        settings.set(QStringLiteral("STT"), QStringLiteral("openai"));
        settings.set(QStringLiteral("LLM"), QStringLiteral("openai,rules"));
        settings.set(QStringLiteral("TTS"), QStringLiteral("openai,flite"));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("openai"), true}}, {});
        const auto keys = std::make_shared<App::VendorKeys>();
        const auto board = std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>());
        const auto factory = App::SpeechFactory::create(settings, board, agreements, keys);
        QVERIFY(factory.ok());
        const auto rest = [&](FaultPolicy::Service service) {
            board->vendor(QStringLiteral("openai"), service)
                ->begin()
                .failed({FaultPolicy::FaultKind::OutOfCredit, {}, {}});
        };
        rest(FaultPolicy::Service::TextToSpeech);
        rest(FaultPolicy::Service::SpeechToText);
        QVERIFY((*factory)->parts().languageModel(m_order) != nullptr);
        rest(FaultPolicy::Service::LanguageModel);
        QVERIFY((*factory)->parts().languageModel(m_order) == nullptr);
    }

    void clinicsOwnKey_isUsedForItsCallsAlone()
    {
        Fakes::FakeElevenLabs elevenLabs;
        QVERIFY(elevenLabs.listen());
        QTemporaryDir folder;
        Settings settings;
        settings.set(QStringLiteral("DATA_DIR"), folder.path());
        settings.set(QStringLiteral("TTS"), QStringLiteral("elevenlabs,flite"));
        settings.set(QStringLiteral("ELEVENLABS_URL"), elevenLabs.url().toString());
        settings.set(QStringLiteral("ELEVENLABS_API_KEY"), QStringLiteral("the-operators"));
        settings.set(QStringLiteral("ELEVENLABS_VOICE"), QString::fromLatin1(Fakes::FakeElevenLabs::VoiceId));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("elevenlabs"), true}}, {});
        const auto keys = std::make_shared<App::VendorKeys>();
        const auto board = std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>());
        const auto factory = App::SpeechFactory::create(settings, board, agreements, keys);
        QVERIFY(factory.ok());
        const auto say = [&](const ClinicId &clinic, quint64 ticket) {
            const ClinicProfile profile = profileOf(clinic);
            const auto voice = (*factory)->parts().voice({profile, std::make_shared<Flow::UsageMeter>()});
            QSignalSpy said(voice.get(), &TextToSpeech::TextToSpeech::finished);
            voice->speak(ticket, {QStringLiteral("Thank you, Maria.")});
            return said.wait() ? elevenLabs.requests().constLast().headers.value("xi-api-key") : QByteArray("silence");
        };
        const ClinicId other{QStringLiteral("c2")};

        keys->replace({{m_clinic, QStringLiteral("elevenlabs"), Fakes::FakeElevenLabs::Key}});
        QCOMPARE(say(m_clinic, 1), QByteArray(Fakes::FakeElevenLabs::Key));
        QCOMPARE(say(other, 2), "the-operators"); // Refused there; flite says it.

        // A wrong key is its clinic's trouble: the operator's account is asked as before.
        const auto operators = board->vendor(QStringLiteral("elevenlabs"), FaultPolicy::Service::TextToSpeech);
        const auto before = operators->counts().failures.size();
        keys->replace({{m_clinic, QStringLiteral("elevenlabs"), "wrong"}});
        QCOMPARE(say(m_clinic, 3), "wrong");
        QCOMPARE(operators->counts().failures.size(), before);
    }

    void clinicsOwnKey_setInTheDatabase_isNoticed()
    {
        const auto clinic = givenClinic();
        QVERIFY(clinic.ok());
        AgreementWatch watch(*m_database, m_scheduler);
        watch.start();
        QSignalSpy changed(&watch, &AgreementWatch::changed);
        QVERIFY(m_database
                    ->run([&](Storage::Store &store) {
                        return store.vendorKeys().put({clinic->id, m_deepgram, "dg"}, Storage::Tests::someTime());
                    })
                    .result()
                    .ok());
        QVERIFY(!changed.isEmpty() || changed.wait());
        QCOMPARE(watch.keys()->of(clinic->id, m_deepgram), "dg");
        QCOMPARE(watch.keys()->of(m_clinic, m_deepgram), QByteArray());
    }

    void clinicsChoices_setInTheDatabase_areNoticed()
    {
        const auto clinic = givenClinic();
        QVERIFY(clinic.ok());
        AgreementWatch watch(*m_database, m_scheduler);
        watch.start();
        QSignalSpy changed(&watch, &AgreementWatch::changed);
        SpeechChoices wished;
        wished.textToSpeech = {QStringLiteral("flite")};
        QVERIFY(m_database
                    ->run([&](Storage::Store &store) {
                        return store.clinicSettings().replace(clinic->id, QString::fromLatin1(SpeechChoicesSetting),
                                                              wished.toJson(), 0, Storage::Tests::someTime());
                    })
                    .result()
                    .ok());
        QVERIFY(!changed.isEmpty() || changed.wait());
        QCOMPARE(watch.choices()->of(clinic->id), wished);
        QCOMPARE(watch.choices()->of(m_clinic), SpeechChoices());
    }

    void call_withoutAgreements_leavesNothingWithVendors()
    {
        Fakes::FakeDeepgram deepgram;
        Fakes::FakeElevenLabs elevenLabs;
        QVERIFY(deepgram.listen() && elevenLabs.listen());
        QTemporaryDir folder;
        Settings settings;
        settings.set(QStringLiteral("DATA_DIR"), folder.path());
        settings.set(QStringLiteral("STT"), m_deepgram);
        settings.set(QStringLiteral("TTS"), QStringLiteral("elevenlabs,flite"));
        settings.set(QStringLiteral("DEEPGRAM_URL"), deepgram.url(QStringLiteral("ws")).toString());
        settings.set(QStringLiteral("DEEPGRAM_API_KEY"), QString::fromLatin1(Fakes::FakeDeepgram::Key));
        settings.set(QStringLiteral("ELEVENLABS_URL"), elevenLabs.url().toString());
        settings.set(QStringLiteral("ELEVENLABS_API_KEY"), QString::fromLatin1(Fakes::FakeElevenLabs::Key));
        settings.set(QStringLiteral("ELEVENLABS_VOICE"), QString::fromLatin1(Fakes::FakeElevenLabs::VoiceId));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        const auto factory = App::SpeechFactory::create(
            settings, std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>()), agreements);
        QVERIFY(factory.ok());
        const auto parts = (*factory)->parts();

        // No other recognizer was chosen: it fails, and so the call goes to people.
        const auto ears = parts.recognizer(m_order);
        QSignalSpy deaf(ears.get(), &SpeechToText::SpeechToText::failed);
        ears->start({});
        const std::vector<uint8_t> sound(160, 0x7f);
        ears->write(sound);
        QVERIFY(deaf.wait());
        QCOMPARE(deaf.first().first().value<Error>().code, ErrorCode::Refused);

        const auto voice = parts.voice(m_order);
        QSignalSpy said(voice.get(), &TextToSpeech::TextToSpeech::finished);
        voice->speak(1, {QStringLiteral("Thank you, Maria.")});
        QVERIFY(said.wait());
        QVERIFY(deepgram.requests().isEmpty());
        QVERIFY(elevenLabs.requests().isEmpty());

        agreements->replace({{QStringLiteral("elevenlabs"), true}}, {});
        const auto agreed = parts.voice(m_order);
        QSignalSpy saidAgain(agreed.get(), &TextToSpeech::TextToSpeech::finished);
        agreed->speak(1, {QStringLiteral("Thank you, Maria.")});
        QVERIFY(saidAgain.wait());
        QCOMPARE(elevenLabs.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAgreementWatch)
#include "tst_agreementwatch.moc"
