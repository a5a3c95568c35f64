#include "service/texttospeech/phrasecache.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::TextToSpeech;

namespace {

/// Says the text itself as audio, when told to; text that begins with "!" fails, "?" gives no audio.
class EchoVoice final : public TextToSpeech::TextToSpeech {
public:
    explicit EchoVoice(int *spoken)
        : m_spoken(spoken)
    {}

    void speak(quint64 ticket, const SpeechText &text) override
    {
        ++*m_spoken;
        QMetaObject::invokeMethod(
            this,
            [this, ticket, text] {
                if (text.text.startsWith(QLatin1Char('!'))) {
                    Q_EMIT failed(ticket, Error{ErrorCode::Unavailable, QStringLiteral("away")});
                    return;
                }
                if (!text.text.startsWith(QLatin1Char('?')))
                    Q_EMIT audio(ticket, text.text.toUtf8());
                Q_EMIT finished(ticket);
            },
            Qt::QueuedConnection);
    }
    void cancel(quint64 ticket) override { cancelled.append(ticket); }

    QList<quint64> cancelled;

private:
    int *m_spoken;
};

SpeechText text(const char *words)
{
    return {.text = QString::fromLatin1(words)};
}

/// The store of a process and the voice of one of its calls.
struct Desk {
    std::shared_ptr<PhraseStore> store;
    std::unique_ptr<PhraseCache> voice;

    [[nodiscard]] bool knows(const SpeechText &sentence) const { return !store->find(sentence).isEmpty(); }
};

} // namespace

class TestPhraseCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void speak_prepared_startsAtOnceWithoutTheVoice();
    void speak_other_goesToTheVoiceAndIsNotKept();
    void prepare_secondProcess_readsTheFolder();
    void prepare_otherVoiceOrPace_isAnotherRecording();
    void prepare_failingAndSilent_areMissing();
    void prepare_whilePreparing_doesAll();
    void speak_receiverDeletesCache_isSafe();
    void prepare_unwritableFolder_keepsInMemory();

private:
    Desk desk(const char *voice = "echo");
    static int prepare(const Desk &desk, const std::vector<SpeechText> &sentences);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_spoken = 0;
};

void TestPhraseCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_spoken = 0;
}

Desk TestPhraseCache::desk(const char *voice)
{
    auto store = std::make_shared<PhraseStore>(std::make_unique<EchoVoice>(&m_spoken), QString::fromLatin1(voice),
                                               m_folder->filePath(QStringLiteral("phrases")));
    return {store, std::make_unique<PhraseCache>(store, std::make_unique<EchoVoice>(&m_spoken))};
}

int TestPhraseCache::prepare(const Desk &desk, const std::vector<SpeechText> &sentences)
{
    QSignalSpy prepared(desk.store.get(), &PhraseStore::prepared);
    desk.store->prepare(sentences);
    return prepared.wait() ? prepared.first().first().toInt() : -1;
}

void TestPhraseCache::speak_prepared_startsAtOnceWithoutTheVoice()
{
    const Desk phrases = desk();
    QCOMPARE(prepare(phrases, {text("Call nine one one."), text("Goodbye.")}), 0);
    QVERIFY(phrases.knows(text("Goodbye.")));
    QCOMPARE(m_spoken, 2);
    QSignalSpy audio(phrases.voice.get(), &PhraseCache::audio);
    QSignalSpy finished(phrases.voice.get(), &PhraseCache::finished);
    phrases.voice->speak(5, text("Goodbye."));
    QCOMPARE(audio.count(), 1); // no event loop ran
    QCOMPARE(audio.first().at(0).toULongLong(), 5ULL);
    QCOMPARE(audio.first().at(1).toByteArray(), QByteArray("Goodbye."));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_spoken, 2);
}

void TestPhraseCache::speak_other_goesToTheVoiceAndIsNotKept()
{
    const Desk phrases = desk();
    QSignalSpy finished(phrases.voice.get(), &PhraseCache::finished);
    QSignalSpy audio(phrases.voice.get(), &PhraseCache::audio);
    for (int i = 0; i < 2; ++i) {
        phrases.voice->speak(3, text("Thank you, John."));
        QCOMPARE(audio.count(), i);
        QVERIFY(finished.wait());
    }
    QCOMPARE(m_spoken, 2);
    QVERIFY(!phrases.knows(text("Thank you, John.")));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestPhraseCache::prepare_secondProcess_readsTheFolder()
{
    QCOMPARE(prepare(desk(), {text("Goodbye.")}), 0);
    const Desk later = desk();
    QCOMPARE(prepare(later, {text("Goodbye.")}), 0);
    QCOMPARE(m_spoken, 1);
    QSignalSpy audio(later.voice.get(), &PhraseCache::audio);
    later.voice->speak(1, text("Goodbye."));
    QCOMPARE(audio.first().at(1).toByteArray(), QByteArray("Goodbye."));
}

void TestPhraseCache::prepare_otherVoiceOrPace_isAnotherRecording()
{
    QCOMPARE(prepare(desk("one"), {text("Goodbye.")}), 0);
    const Desk other = desk("two");
    QCOMPARE(prepare(other, {text("Goodbye.")}), 0);
    QCOMPARE(m_spoken, 2);
    SpeechText slow = text("Goodbye.");
    slow.pace = Pace::Slow;
    QVERIFY(!other.knows(slow));
}

void TestPhraseCache::prepare_failingAndSilent_areMissing()
{
    const Desk phrases = desk();
    QCOMPARE(prepare(phrases, {text("!fails"), text("?silent"), text("Goodbye.")}), 2);
    QVERIFY(!phrases.knows(text("?silent")));
    QVERIFY(phrases.knows(text("Goodbye.")));
    QSignalSpy failed(phrases.voice.get(), &PhraseCache::failed);
    phrases.voice->speak(9, text("!fails"));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().toULongLong(), 9ULL);
}

void TestPhraseCache::prepare_whilePreparing_doesAll()
{
    const Desk phrases = desk();
    QSignalSpy prepared(phrases.store.get(), &PhraseStore::prepared);
    phrases.store->prepare({text("One."), text("Two.")});
    phrases.store->prepare({text("Three.")});
    QVERIFY(prepared.wait());
    QCOMPARE(prepared.count(), 1);
    for (const char *words : {"One.", "Two.", "Three."})
        QVERIFY(phrases.knows(text(words)));
}

void TestPhraseCache::speak_receiverDeletesCache_isSafe()
{
    Desk phrases = desk();
    QCOMPARE(prepare(phrases, {text("Goodbye.")}), 0);
    PhraseCache *doomed = phrases.voice.release();
    connect(doomed, &PhraseCache::audio, this, [doomed] { delete doomed; });
    doomed->speak(1, text("Goodbye."));
}

void TestPhraseCache::prepare_unwritableFolder_keepsInMemory()
{
    QFile file(m_folder->filePath(QStringLiteral("phrases")));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    const Desk phrases = desk();
    QCOMPARE(prepare(phrases, {text("Goodbye.")}), 0);
    QVERIFY(phrases.knows(text("Goodbye.")));
}

QTEST_GUILESS_MAIN(TestPhraseCache)
#include "tst_phrasecache.moc"
