#include "service/sealing/blindindex.h"

#include <QTest>

#include <algorithm>

using namespace Frontdesk;
using namespace Frontdesk::Sealing;

class TestBlindIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nameWords_written_areCompared_data();
    void nameWords_written_areCompared();
    void name_typed_isFound_data();
    void name_typed_isFound();
    void name_tooLittleTyped_isInvalid();
    void number_typed_isFound_data();
    void number_typed_isFound();
    void number_tooLittleTyped_isInvalid();
    void tokens_otherKey_areOthers();

private:
    static bool holdsAll(const std::vector<QByteArray> &tokens, const std::vector<QByteArray> &wanted)
    {
        return std::all_of(wanted.begin(), wanted.end(), [&](const QByteArray &one) {
            return std::find(tokens.begin(), tokens.end(), one) != tokens.end();
        });
    }

    const BlindIndex m_index{SecretKey::random()};
};

void TestBlindIndex::nameWords_written_areCompared_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(words);
    };
    row("John Smith", "john smith");
    row("José María García-López", "jose maria garcia lopez");
    row("O'Brien", "obrien");
    row("Dr. J. Zoë", "dr zoe");
    row("李小龍", "李小龍");
    row("  ", "");
}

void TestBlindIndex::nameWords_written_areCompared()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    QCOMPARE(nameWords(name).join(QLatin1Char(' ')), words);
}

void TestBlindIndex::name_typed_isFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *typed, bool found) { QTest::newRow(typed) << QString::fromUtf8(typed) << found; };
    row("sm", true);
    row("SMITH", true);
    row("smith jo", true);
    row("john smith", true);
    row("jöhn", true);
    row("smi joh", true);
    row("christophers", true);
    row("mith", false);
    row("smithe", false);
    row("john doe", false);
}

void TestBlindIndex::name_typed_isFound()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    const auto tokens = m_index.tokensOfName(QStringLiteral("John Christopherson Smith"));
    QCOMPARE(holdsAll(tokens, m_index.wantedName(typed).value()), found);
}

void TestBlindIndex::name_tooLittleTyped_isInvalid()
{
    for (const char *typed : {"", "j", "1234", "ab cd ef gh ij"}) {
        QCOMPARE(m_index.wantedName(QString::fromLatin1(typed)).error().code, ErrorCode::InvalidInput);
    }
}

void TestBlindIndex::number_typed_isFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *typed, bool found) { QTest::newRow(typed) << QString::fromUtf8(typed) << found; };
    row("+15552345678", true);
    row("555-234-5678", true);
    row("(555) 234 5678", true);
    row("234-5678", true);
    row("5678", true);
    row("2345", false);
    row("556-234-5678", false);
}

void TestBlindIndex::number_typed_isFound()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    const auto tokens = m_index.tokensOfNumber(QStringLiteral("+15552345678;ext=99"));
    QCOMPARE(holdsAll(tokens, m_index.wantedNumber(typed).value()), found);
    // As the caller said it, without the area code.
    const auto local = m_index.tokensOfNumber(QStringLiteral("2345678"));
    QVERIFY(holdsAll(local, m_index.wantedNumber(QStringLiteral("2345678")).value()));
    QVERIFY(m_index.tokensOfNumber(QString()).empty());
}

void TestBlindIndex::number_tooLittleTyped_isInvalid()
{
    for (const char *typed : {"", "567", "12345", "abc"}) {
        QCOMPARE(m_index.wantedNumber(QString::fromLatin1(typed)).error().code, ErrorCode::InvalidInput);
    }
}

void TestBlindIndex::tokens_otherKey_areOthers()
{
    const BlindIndex other(SecretKey::random());
    const auto ours = m_index.tokensOfName(QStringLiteral("John"));
    const auto theirs = other.tokensOfName(QStringLiteral("John"));
    QCOMPARE(ours.size(), size_t{3});
    QVERIFY(!holdsAll(ours, {theirs.front()}));
    QCOMPARE(ours.front().size(), 16);
}

QTEST_GUILESS_MAIN(TestBlindIndex)
#include "tst_blindindex.moc"
