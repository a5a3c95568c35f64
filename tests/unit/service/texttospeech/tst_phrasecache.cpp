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
    std::unique_ptr<PhraseCache> cache(const char *voice = "echo");
    static int prepare(PhraseCache &cache, const std::vector<SpeechText> &sentences);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_spoken = 0;
};

void TestPhraseCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_spoken = 0;
}

std::unique_ptr<PhraseCache> TestPhraseCache::cache(const char *voice)
{
    return std::make_unique<PhraseCache>(std::make_unique<EchoVoice>(&m_spoken), QString::fromLatin1(voice),
                                         m_folder->filePath(QStringLiteral("phrases")));
}

int TestPhraseCache::prepare(PhraseCache &cache, const std::vector<SpeechText> &sentences)
{
    QSignalSpy prepared(&cache, &PhraseCache::prepared);
    cache.prepare(sentences);
    return prepared.wait() ? prepared.first().first().toInt() : -1;
}

void TestPhraseCache::speak_prepared_startsAtOnceWithoutTheVoice()
{
    const auto phrases = cache();
    QCOMPARE(prepare(*phrases, {text("Call nine one one."), text("Goodbye.")}), 0);
    QVERIFY(phrases->knows(text("Goodbye.")));
    QCOMPARE(m_spoken, 2);
    QSignalSpy audio(phrases.get(), &PhraseCache::audio);
    QSignalSpy finished(phrases.get(), &PhraseCache::finished);
    phrases->speak(5, text("Goodbye."));
    QCOMPARE(audio.count(), 1); // no event loop ran
    QCOMPARE(audio.first().at(0).toULongLong(), 5ULL);
    QCOMPARE(audio.first().at(1).toByteArray(), QByteArray("Goodbye."));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_spoken, 2);
}

void TestPhraseCache::speak_other_goesToTheVoiceAndIsNotKept()
{
    const auto phrases = cache();
    QSignalSpy finished(phrases.get(), &PhraseCache::finished);
    QSignalSpy audio(phrases.get(), &PhraseCache::audio);
    for (int i = 0; i < 2; ++i) {
        phrases->speak(3, text("Thank you, John."));
        QCOMPARE(audio.count(), i);
        QVERIFY(finished.wait());
    }
    QCOMPARE(m_spoken, 2);
    QVERIFY(!phrases->knows(text("Thank you, John.")));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestPhraseCache::prepare_secondProcess_readsTheFolder()
{
    QCOMPARE(prepare(*cache(), {text("Goodbye.")}), 0);
    const auto later = cache();
    QCOMPARE(prepare(*later, {text("Goodbye.")}), 0);
    QCOMPARE(m_spoken, 1);
    QSignalSpy audio(later.get(), &PhraseCache::audio);
    later->speak(1, text("Goodbye."));
    QCOMPARE(audio.first().at(1).toByteArray(), QByteArray("Goodbye."));
}

void TestPhraseCache::prepare_otherVoiceOrPace_isAnotherRecording()
{
    QCOMPARE(prepare(*cache("one"), {text("Goodbye.")}), 0);
    const auto other = cache("two");
    QCOMPARE(prepare(*other, {text("Goodbye.")}), 0);
    QCOMPARE(m_spoken, 2);
    SpeechText slow = text("Goodbye.");
    slow.pace = Pace::Slow;
    QVERIFY(!other->knows(slow));
}

void TestPhraseCache::prepare_failingAndSilent_areMissing()
{
    const auto phrases = cache();
    QCOMPARE(prepare(*phrases, {text("!fails"), text("?silent"), text("Goodbye.")}), 2);
    QVERIFY(!phrases->knows(text("?silent")));
    QVERIFY(phrases->knows(text("Goodbye.")));
    QSignalSpy failed(phrases.get(), &PhraseCache::failed);
    phrases->speak(9, text("!fails"));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().toULongLong(), 9ULL);
}

void TestPhraseCache::prepare_whilePreparing_doesAll()
{
    const auto phrases = cache();
    QSignalSpy prepared(phrases.get(), &PhraseCache::prepared);
    phrases->prepare({text("One."), text("Two.")});
    phrases->prepare({text("Three.")});
    QVERIFY(prepared.wait());
    QCOMPARE(prepared.count(), 1);
    for (const char *words : {"One.", "Two.", "Three."})
        QVERIFY(phrases->knows(text(words)));
}

void TestPhraseCache::speak_receiverDeletesCache_isSafe()
{
    auto phrases = cache();
    QCOMPARE(prepare(*phrases, {text("Goodbye.")}), 0);
    PhraseCache *doomed = phrases.release();
    connect(doomed, &PhraseCache::audio, this, [doomed] { delete doomed; });
    doomed->speak(1, text("Goodbye."));
}

void TestPhraseCache::prepare_unwritableFolder_keepsInMemory()
{
    QFile file(m_folder->filePath(QStringLiteral("phrases")));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    const auto phrases = cache();
    QCOMPARE(prepare(*phrases, {text("Goodbye.")}), 0);
    QVERIFY(phrases->knows(text("Goodbye.")));
}

QTEST_GUILESS_MAIN(TestPhraseCache)
#include "tst_phrasecache.moc"
