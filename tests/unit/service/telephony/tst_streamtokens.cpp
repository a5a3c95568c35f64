#include "service/telephony/streamtokens.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

class TestStreamTokens : public QObject {
    Q_OBJECT

private:
    const QString m_call = QStringLiteral("CA0123456789abcdef0123456789abcdef");
    Tests::VirtualScheduler m_time;
    StreamTokens m_tokens{QByteArray(32, 's'), m_time};

private Q_SLOTS:
    void redeem_fresh_worksOnce()
    {
        const QString token = m_tokens.issue(m_call);
        QVERIFY(token.size() < 100); // A stream parameter has to stay below 500 characters.
        QVERIFY(m_tokens.redeem(token, m_call));
        QCOMPARE(m_tokens.redeem(token, m_call).error().code, ErrorCode::Refused);
    }

    void redeem_otherCall_isRefusedAndNotUsedUp()
    {
        const QString token = m_tokens.issue(m_call);
        QVERIFY(!m_tokens.redeem(token, QStringLiteral("CAffffffffffffffffffffffffffffffff")));
        QVERIFY(m_tokens.redeem(token, m_call));
    }

    void redeem_afterAMinute_isRefused()
    {
        const QString token = m_tokens.issue(m_call);
        m_time.advance(Milliseconds(59'999));
        const QString second = m_tokens.issue(m_call);
        QVERIFY(m_tokens.redeem(token, m_call));
        m_time.advance(StreamTokens::Lifetime);
        QVERIFY(!m_tokens.redeem(second, m_call));
        QVERIFY(!m_tokens.redeem(token, m_call)); // Forgotten as used, but too old by now.
    }

    void redeem_forged_isRefused()
    {
        QString token = m_tokens.issue(m_call);
        StreamTokens other(QByteArray(32, 'x'), m_time);
        QVERIFY(!other.redeem(token, m_call));
        for (qsizetype i = 0; i < token.size() - 1; ++i) {
            QString changed = token;
            changed[i] = changed[i] == u'A' ? u'B' : u'A';
            QVERIFY(!m_tokens.redeem(changed, m_call));
        }
        QVERIFY(!m_tokens.redeem({}, m_call));
        QVERIFY(!m_tokens.redeem(QStringLiteral("no token!"), m_call));
    }

    void redeem_manyThreadsAtOnce_onlyOneWins()
    {
        const QString token = m_tokens.issue(m_call);
        std::atomic<int> accepted = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] { accepted += m_tokens.redeem(token, m_call) ? 1 : 0; });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(accepted.load(), 1);
    }
};

QTEST_APPLESS_MAIN(TestStreamTokens)
#include "tst_streamtokens.moc"
