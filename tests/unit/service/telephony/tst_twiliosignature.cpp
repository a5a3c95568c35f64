#include "service/telephony/twiliosignature.h"

#include <QTest>

using namespace Frontdesk::Telephony;

/// The vectors were computed with Twilio's own SDK.
class TestTwilioSignature : public QObject {
    Q_OBJECT

private:
    const TwilioSignature m_signature{"0123456789abcdef0123456789abcdef"};
    const QByteArray m_formUrl = "https://calls.example.com/voice/incoming?tenant=7";
    const QByteArray m_formSignature = "TP1nbkcTH7vXmROMkPm//O/QdqA=";

    static TwilioForm form()
    {
        return TwilioForm({{"To", "+15550100001"},
                           {"From", "+15550100002"},
                           {"CallSid", "CA00000000000000000000000000000001"},
                           {"CallStatus", "ringing"},
                           {"callerX", "é b"}});
    }

private Q_SLOTS:
    void sign_form_isTwilios() { QCOMPARE(m_signature.sign(m_formUrl, form()), m_formSignature); }

    void sign_jsonUrl_isTwilios()
    {
        QCOMPARE(m_signature.sign("https://calls.example.com/hook?bodySHA256="
                                  "ebc2c4ea03938ee05e18c1a712d9fa02de923d6f2db34b68fe1f8dcf651e479d"),
                 QByteArray("j9KwfGg301ndiFjMN3oqkaVjzd8="));
    }

    void sign_mediaSocket_isTwilios()
    {
        QCOMPARE(m_signature.sign("wss://calls.example.com/media"), QByteArray("+hZtjuszk4p55GTrG+C13QHWpko="));
        QCOMPARE(m_signature.sign("wss://calls.example.com/media/"), QByteArray("bcVmdUHX4/CvRtz8cxui2A40nPQ="));
    }

    void sign_repeatedName_countsDistinctValuesSorted()
    {
        const QByteArray repeated = m_signature.sign("https://a/b", TwilioForm({{"x", "2"}, {"x", "1"}, {"x", "2"}}));
        QCOMPARE(repeated, m_signature.sign("https://a/bx1x2"));
    }

    void sign_emptyValue_counts()
    {
        QCOMPARE(m_signature.sign("https://a/b", TwilioForm({TwilioForm::Parameter{"CallerName", ""}})),
                 m_signature.sign("https://a/bCallerName"));
    }

    void sign_names_areSortedByBytes()
    {
        QCOMPARE(m_signature.sign("https://a/b",
                                  TwilioForm({TwilioForm::Parameter{"a", "1"}, TwilioForm::Parameter{"B", "2"}})),
                 m_signature.sign("https://a/bB2a1"));
    }

    void matches_anythingChanged_isFalse()
    {
        QVERIFY(m_signature.matches(m_formSignature, m_formUrl, form()));
        QVERIFY(!m_signature.matches(m_formSignature, m_formUrl + "1", form()));
        QVERIFY(!m_signature.matches(m_formSignature, m_formUrl));
        QVERIFY(!m_signature.matches(m_formSignature.chopped(1), m_formUrl, form()));
        QVERIFY(!m_signature.matches(QByteArray(m_formSignature).replace("TP", "TQ"), m_formUrl, form()));
        QVERIFY(!m_signature.matches({}, m_formUrl, form()));
        QVERIFY(!TwilioSignature("another token").matches(m_formSignature, m_formUrl, form()));
    }

    void matches_defaultPort_mayBeThereOrNot()
    {
        const QByteArray plain = m_signature.sign("https://a.example/b?c=d");
        const QByteArray withPort = m_signature.sign("https://a.example:443/b?c=d");
        for (const char *url : {"https://a.example/b?c=d", "https://a.example:443/b?c=d"}) {
            QVERIFY(m_signature.matches(plain, url));
            QVERIFY(m_signature.matches(withPort, url));
        }
        QVERIFY(m_signature.matches(plain, "https://a.example:8443/b?c=d")); // Twilio drops any port of https.
        QVERIFY(!m_signature.matches(m_signature.sign("http://a.example:443/b"), "http://a.example/b"));
        QVERIFY(m_signature.matches(m_signature.sign("http://a.example:80/b"), "http://a.example/b"));
        QVERIFY(m_signature.matches(m_signature.sign("https://[2001:db8::1]:443/b"), "https://[2001:db8::1]/b"));
    }

    void matchesUpgrade_everyVariant_isAccepted_data()
    {
        QTest::addColumn<QByteArray>("signedUrl");
        for (const char *url : {"wss://calls.example.com/media", "wss://calls.example.com/media/",
                                "https://calls.example.com/media", "https://calls.example.com/media/",
                                "wss://calls.example.com:443/media", "https://calls.example.com:443/media/"}) {
            QTest::newRow(url) << QByteArray(url);
        }
    }
    void matchesUpgrade_everyVariant_isAccepted()
    {
        QFETCH(QByteArray, signedUrl);
        QVERIFY(m_signature.matchesUpgrade(m_signature.sign(signedUrl), "https://calls.example.com/media"));
        QVERIFY(!m_signature.matchesUpgrade(m_signature.sign(signedUrl), "https://calls.example.com/other"));
    }

    void matchesUpgrade_plainSchemes_areNotMixedWithSecureOnes()
    {
        QVERIFY(!m_signature.matchesUpgrade(m_signature.sign("ws://a/media"), "https://a/media"));
        QVERIFY(m_signature.matchesUpgrade(m_signature.sign("ws://a:8080/media"), "http://a:8080/media"));
    }
};

QTEST_APPLESS_MAIN(TestTwilioSignature)
#include "tst_twiliosignature.moc"
