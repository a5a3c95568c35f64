#include "service/app/speechfactory.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/fakes/fakeelevenlabs.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;

/// A clinic's own wishes among what the operator has set up, seen at the vendors.
class TestSpeechFactory : public QObject {
    Q_OBJECT

    struct Clinic {
        explicit Clinic(const char *id) { profile.id = ClinicId(QString::fromLatin1(id)); }
        [[nodiscard]] Reception::SpeechOrder order() const { return {profile, std::make_shared<Flow::UsageMeter>()}; }

        ClinicProfile profile;
    };

    const Clinic m_ours{"ours"};
    const Clinic m_other{"other"};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Fakes::FakeDeepgram> m_deepgram;
    std::unique_ptr<Fakes::FakeElevenLabs> m_elevenLabs;
    std::shared_ptr<App::ClinicChoices> m_choices;
    std::unique_ptr<App::SpeechFactory> m_factory;

    void givenWish(const SpeechChoices &wish) { m_choices->replace({{m_ours.profile.id, wish}}); }

    /// The model that Deepgram is asked for in a call of this clinic.
    QString modelFor(const Clinic &clinic)
    {
        const auto ears = m_factory->parts().recognizer(clinic.order());
        const qsizetype before = m_deepgram->requests().size();
        ears->start({});
        ears->write(std::vector<uint8_t>(160, 0x7f));
        if (!QTest::qWaitFor([&] { return m_deepgram->requests().size() > before; })) {
            return QStringLiteral("nobody was asked");
        }
        return m_deepgram->requests().constLast().query.queryItemValue(QStringLiteral("model"));
    }

    /// How many sentences ElevenLabs has to say when this clinic's voice says one.
    qsizetype askedElevenLabs(const Clinic &clinic)
    {
        const qsizetype before = m_elevenLabs->requests().size();
        const auto voice = m_factory->parts().voice(clinic.order());
        QSignalSpy said(voice.get(), &TextToSpeech::TextToSpeech::finished);
        voice->speak(1, {QStringLiteral("Thank you, Maria.")});
        return said.wait() ? m_elevenLabs->requests().size() - before : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_deepgram = std::make_unique<Fakes::FakeDeepgram>();
        m_elevenLabs = std::make_unique<Fakes::FakeElevenLabs>();
        QVERIFY(m_deepgram->listen() && m_elevenLabs->listen());
        m_choices = std::make_shared<App::ClinicChoices>();
        Settings settings;
        const auto set = [&settings](const char *name, const QString &value) {
            settings.set(QString::fromLatin1(name), value);
        };
        set("DATA_DIR", m_folder->path());
        set("STT", QStringLiteral("deepgram"));
        set("LLM", QStringLiteral("openai,rules"));
        set("TTS", QStringLiteral("elevenlabs,flite"));
        set("DEEPGRAM_URL", m_deepgram->url(QStringLiteral("ws")).toString());
        set("DEEPGRAM_API_KEY", QString::fromLatin1(Fakes::FakeDeepgram::Key));
        set("ELEVENLABS_URL", m_elevenLabs->url().toString());
        set("ELEVENLABS_API_KEY", QString::fromLatin1(Fakes::FakeElevenLabs::Key));
        set("ELEVENLABS_VOICE", QString::fromLatin1(Fakes::FakeElevenLabs::VoiceId));
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("deepgram"), true}, {QStringLiteral("elevenlabs"), true}}, {});
        auto factory = App::SpeechFactory::create(
            settings, std::make_shared<FaultPolicy::VendorBoard>(std::make_shared<SystemClock>()), agreements,
            std::make_shared<App::VendorKeys>(), m_choices);
        QVERIFY(factory.ok());
        m_factory = std::move(factory).value();
    }
    void cleanup() { m_factory.reset(); }

    void available_isWhatTheSettingsName()
    {
        Settings settings;
        settings.set(QStringLiteral("STT"), QStringLiteral("openai,pocketsphinx"));
        const SpeechChoices available = App::SpeechFactory::available(settings);
        QCOMPARE(available.speechToText, QStringList({QStringLiteral("openai"), QStringLiteral("pocketsphinx")}));
        QCOMPARE(available.languageModel, QStringList{QStringLiteral("rules")});
        QCOMPARE(available.textToSpeech, QStringList{QStringLiteral("flite")});
        QCOMPARE(available.deepgramModel, QStringLiteral("nova-3"));
    }

    void deepgramsModel_isTheClinics_andElseTheOperators()
    {
        SpeechChoices wish;
        wish.deepgramModel = QStringLiteral("nova-3-medical");
        givenWish(wish);
        QCOMPARE(modelFor(m_ours), QStringLiteral("nova-3-medical"));
        QCOMPARE(modelFor(m_other), QStringLiteral("nova-3"));
        givenWish({});
        QCOMPARE(modelFor(m_ours), QStringLiteral("nova-3"));
    }

    void voices_areAskedInTheClinicsOrder()
    {
        QCOMPARE(askedElevenLabs(m_ours), 1);
        SpeechChoices wish;
        wish.textToSpeech = {QStringLiteral("flite"), QStringLiteral("elevenlabs")};
        givenWish(wish);
        QCOMPARE(askedElevenLabs(m_ours), 0);
        QCOMPARE(askedElevenLabs(m_other), 1);
    }

    void model_leftOutByTheClinic_isNotAsked()
    {
        QVERIFY(m_factory->parts().languageModel(m_ours.order()) != nullptr);
        SpeechChoices wish;
        wish.languageModel = {QStringLiteral("rules")};
        givenWish(wish);
        QVERIFY(m_factory->parts().languageModel(m_ours.order()) == nullptr);
        QVERIFY(m_factory->parts().languageModel(m_other.order()) != nullptr);
    }

    void choiceThatIsSetUpNoMore_leavesTheOperatorsOrder()
    {
        SpeechChoices wish;
        wish.textToSpeech = {QStringLiteral("openai")};
        givenWish(wish);
        QCOMPARE(askedElevenLabs(m_ours), 1);
    }
};

QTEST_GUILESS_MAIN(TestSpeechFactory)
#include "tst_speechfactory.moc"
