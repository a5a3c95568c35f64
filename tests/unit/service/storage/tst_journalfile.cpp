#include "service/storage/internal/journalfile.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

class TestJournalFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void append_closed_isThereAgain();
    void append_secret_isSealedAndForItsOwnerOnly();
    void clear_appendAgain_holdsTheNewOnly();
    void open_tornTail_leavesOutTheLastOnly();
    void open_damagedOrOtherKey_isPutAside();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("data/calls.journal")); }
    void givenEntries(int count)
    {
        JournalFile file(path(), m_key);
        QVERIFY(file.open().ok());
        for (int i = 0; i < count; ++i) {
            QVERIFY(file.append("entry " + QByteArray::number(i)).ok());
        }
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Sealing::SecretKey m_key = Sealing::SecretKey::random();
};

void TestJournalFile::append_closed_isThereAgain()
{
    givenEntries(3);
    {
        JournalFile file(path(), m_key);
        QCOMPARE(file.open().value(), (std::vector<QByteArray>{"entry 0", "entry 1", "entry 2"}));
        QVERIFY(file.append("more").ok());
        JournalFile another(path(), m_key);
        QCOMPARE(another.open().error().code, ErrorCode::Conflict);
    }
    JournalFile again(path(), m_key);
    QCOMPARE(again.open()->size(), size_t{4});
}

void TestJournalFile::append_secret_isSealedAndForItsOwnerOnly()
{
    givenEntries(3);
    QVERIFY(content().size() > 100);
    QVERIFY(!content().contains("entry"));
    QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestJournalFile::clear_appendAgain_holdsTheNewOnly()
{
    {
        JournalFile file(path(), m_key);
        QVERIFY(file.open().ok());
        QVERIFY(file.append("old").ok());
        QVERIFY(file.clear().ok());
        QVERIFY(content().isEmpty());
        QVERIFY(file.append("new").ok());
    }
    JournalFile again(path(), m_key);
    QCOMPARE(again.open().value(), std::vector<QByteArray>{"new"});
}

void TestJournalFile::open_tornTail_leavesOutTheLastOnly()
{
    givenEntries(3);
    const QByteArray whole = content();
    for (qsizetype missing = 1; missing < whole.size() / 3; ++missing) {
        write(whole.left(whole.size() - missing));
        {
            JournalFile file(path(), m_key);
            const auto entries = file.open();
            QVERIFY(entries.ok());
            QCOMPARE(entries->size(), size_t{2});
            QVERIFY(file.append("after the crash").ok());
        }
        JournalFile again(path(), m_key);
        QCOMPARE(again.open()->back(), QByteArray("after the crash"));
    }
}

void TestJournalFile::open_damagedOrOtherKey_isPutAside()
{
    givenEntries(3);
    QByteArray damaged = content();
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    write(damaged);
    {
        JournalFile file(path(), m_key);
        QCOMPARE(file.open().error().code, ErrorCode::Corrupt);
        QVERIFY(QFileInfo::exists(path() + QStringLiteral(".damaged")));
        QVERIFY(file.append("from then on").ok());
    }
    JournalFile other(path(), Sealing::SecretKey::random());
    QCOMPARE(other.open().error().code, ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
