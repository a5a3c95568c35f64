#include "desktop/account/qrcode.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Account::QrCode;

namespace {

/// Reads a code as a scanner does, from its modules alone: ISO/IEC 18004, clause 12. One block (versions 1 to 3) only.
class Reader {
public:
    explicit Reader(const QrCode &code)
        : m_code(code)
        , m_size(code.size())
    {}

    [[nodiscard]] bool isFinderAt(int left, int top) const
    {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) {
                const bool isRing = x == 0 || x == 6 || y == 0 || y == 6;
                const bool isCore = x >= 2 && x <= 4 && y >= 2 && y <= 4;
                if (m_code.isDark(left + x, top + y) != (isRing || isCore))
                    return false;
            }
        }
        return true;
    }

    /// The format's five bits (level and mask) where both copies agree and their protection is right; else -1.
    [[nodiscard]] int format() const
    {
        int first = 0;
        int second = 0;
        for (int bit = 14; bit >= 0; --bit) {
            const auto [x, y] = firstPlace(bit);
            first = first << 1 | int(m_code.isDark(x, y));
            const bool dark = bit < 8 ? m_code.isDark(m_size - 1 - bit, 8) : m_code.isDark(8, m_size - 15 + bit);
            second = second << 1 | int(dark);
        }
        const int unmasked = first ^ 0b101010000010010;
        int remainder = unmasked;
        for (int bit = 14; bit >= 10; --bit) {
            if (remainder >> bit & 1)
                remainder ^= 0b10100110111 << (bit - 10);
        }
        return first == second && remainder == 0 ? unmasked >> 10 : -1;
    }

    [[nodiscard]] QByteArray codewords() const
    {
        QByteArray words;
        int bits = 0;
        int count = 0;
        bool isUpward = true;
        for (int right = m_size - 1; right > 0; right -= 2, isUpward = !isUpward) {
            if (right == 6)
                --right;
            for (int step = 0; step < m_size; ++step) {
                const int y = isUpward ? m_size - 1 - step : step;
                for (const int x : {right, right - 1}) {
                    if (isReserved(x, y))
                        continue;
                    bits = bits << 1 | int(m_code.isDark(x, y) != mask(format() & 7, x, y));
                    if (++count % 8 == 0)
                        words.append(char(bits & 0xff));
                }
            }
        }
        return words;
    }

    /// Whether a block with this many correction words has no error: its syndromes are all zero.
    [[nodiscard]] static bool isWhole(const QByteArray &block, int correction)
    {
        for (int power = 0, root = 1; power < correction; ++power, root = times(root, 2)) {
            int sum = 0;
            for (const char byte : block)
                sum = times(sum, root) ^ quint8(byte);
            if (sum != 0)
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] static std::pair<int, int> firstPlace(int bit)
    {
        if (bit < 6)
            return {8, bit};
        if (bit < 8)
            return {8, bit + 1};
        return bit == 8 ? std::pair{7, 8} : std::pair{14 - bit, 8};
    }
    [[nodiscard]] bool isReserved(int x, int y) const
    {
        const bool isCorner = (x < 9 && y < 9) || (x >= m_size - 8 && y < 9) || (x < 9 && y >= m_size - 8);
        const bool isAligned = m_size > 21 && std::abs(x - (m_size - 7)) <= 2 && std::abs(y - (m_size - 7)) <= 2;
        return isCorner || isAligned || x == 6 || y == 6;
    }
    [[nodiscard]] static bool mask(int number, int j, int i)
    {
        const std::array<int, 8> rules{(i + j) % 2,
                                       i % 2,
                                       j % 3,
                                       (i + j) % 3,
                                       (i / 2 + j / 3) % 2,
                                       (i * j) % 2 + (i * j) % 3,
                                       ((i * j) % 2 + (i * j) % 3) % 2,
                                       ((i + j) % 2 + (i * j) % 3) % 2};
        return rules[size_t(number)] == 0;
    }
    [[nodiscard]] static int times(int a, int b)
    {
        int product = 0;
        for (; b > 0; b >>= 1) {
            product ^= b & 1 ? a : 0;
            a = a << 1 ^ (a & 0x80 ? 0x11d : 0);
        }
        return product;
    }

    const QrCode &m_code;
    int m_size;
};

} // namespace

class TestQrCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void code_ofAText_isReadAgain_data();
    void code_ofAText_isReadAgain();
    void code_ofAnAuthenticatorsLink_hasItsFrame();
    void code_ofTooMuch_isNone();
};

void TestQrCode::code_ofAText_isReadAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("correction");
    QTest::newRow("version 1") << QByteArray("otpauth://a") << 21 << 10;
    QTest::newRow("version 2") << QByteArray("otpauth://totp/abcdefgh") << 25 << 16;
    QTest::newRow("version 3") << QByteArray("otpauth://totp/abcdefgh?secret=JBSWY3") << 29 << 26;
    QTest::newRow("empty") << QByteArray() << 21 << 10;
}

void TestQrCode::code_ofAText_isReadAgain()
{
    QFETCH(QByteArray, text);
    QFETCH(int, size);
    QFETCH(int, correction);
    const auto code = QrCode::encode(text);
    QVERIFY(code);
    QCOMPARE(code->size(), size);
    const Reader reader(*code);
    QVERIFY(reader.format() >= 0);
    QCOMPARE(reader.format() >> 3, 0); // Medium error correction.
    const auto words = reader.codewords();
    QVERIFY(Reader::isWhole(words, correction));
    // Four bits of mode, eight of length, then the text.
    QCOMPARE(quint8(words[0]) >> 4, 4);
    QCOMPARE((quint8(words[0]) & 15) << 4 | quint8(words[1]) >> 4, text.size());
    QByteArray read;
    for (int at = 0; at < text.size(); ++at)
        read.append(char((quint8(words[at + 1]) & 15) << 4 | quint8(words[at + 2]) >> 4));
    QCOMPARE(read, text);
}

void TestQrCode::code_ofAnAuthenticatorsLink_hasItsFrame()
{
    const auto code = QrCode::encode("otpauth://totp/Frontdesk:ana@oakstreet.example?secret=" + QByteArray(32, 'A') +
                                     "&issuer=Frontdesk");
    QVERIFY(code);
    const Reader reader(*code);
    QVERIFY(reader.isFinderAt(0, 0));
    QVERIFY(reader.isFinderAt(code->size() - 7, 0));
    QVERIFY(reader.isFinderAt(0, code->size() - 7));
    QVERIFY(reader.format() >= 0);
}

void TestQrCode::code_ofTooMuch_isNone()
{
    QVERIFY(QrCode::encode(QByteArray(213, 'a')));
    QVERIFY(!QrCode::encode(QByteArray(214, 'a')));
}

QTEST_APPLESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
