#include "service/telephony/twiliorequestcheck.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

class TestTwilioRequestCheck : public QObject {
    Q_OBJECT

private:
    const TwilioRequestCheck m_check{"0123456789abcdef0123456789abcdef", "https://calls.example.com"};

    static Http::HttpRequest request(const QByteArray &target, const QByteArray &signature)
    {
        Http::HttpRequest made;
        made.method = Http::Method::Post;
        made.target = target;
        made.query = Http::parseTarget(target)->query;
        made.headers = {{"x-twilio-signature", signature}};
        return made;
    }
    static Http::HttpRequest formRequest()
    {
        auto made = request("/voice/incoming?tenant=7", "TP1nbkcTH7vXmROMkPm//O/QdqA=");
        made.headers.push_back({"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"});
        made.body = "To=%2B15550100001&From=%2B15550100002&CallSid=CA00000000000000000000000000000001"
                    "&CallStatus=ringing&callerX=%C3%A9+b";
        return made;
    }
    static Http::HttpRequest jsonRequest()
    {
        auto made = request("/hook?bodySHA256=ebc2c4ea03938ee05e18c1a712d9fa02de923d6f2db34b68fe1f8dcf651e479d",
                            "j9KwfGg301ndiFjMN3oqkaVjzd8=");
        made.headers.push_back({"Content-Type", "application/json"});
        made.body = R"({"event":"x"})";
        return made;
    }

private Q_SLOTS:
    void webhook_signedForm_isGiven()
    {
        const auto form = m_check.webhook(formRequest());
        QVERIFY(form);
        QCOMPARE(form->text("CallStatus"), QStringLiteral("ringing"));
    }

    void webhook_formChanged_isRefused()
    {
        auto changed = formRequest();
        changed.body += "&Extra=";
        QCOMPARE(m_check.webhook(changed).error().code, ErrorCode::Refused);
        auto otherTarget = formRequest();
        otherTarget.target = "/voice/incoming?tenant=8";
        QCOMPARE(m_check.webhook(otherTarget).error().code, ErrorCode::Refused);
    }

    void webhook_noSignature_isRefused()
    {
        auto bare = formRequest();
        bare.headers.erase(bare.headers.begin());
        QCOMPARE(m_check.webhook(bare).error().code, ErrorCode::Refused);
    }

    void webhook_brokenForm_isInvalid()
    {
        auto broken = formRequest();
        broken.body = "a=%";
        QCOMPARE(m_check.webhook(broken).error().code, ErrorCode::InvalidInput);
    }

    void webhook_signedJson_needsItsOwnBody()
    {
        QVERIFY(m_check.webhook(jsonRequest()));
        auto changed = jsonRequest();
        changed.body = R"({"event":"y"})";
        QCOMPARE(m_check.webhook(changed).error().code, ErrorCode::Refused);
    }

    void webhook_bodyOfAnotherType_cannotHideBehindASignedUrl()
    {
        auto smuggled = request(
            "/voice", TwilioSignature("0123456789abcdef0123456789abcdef").sign("https://calls.example.com/voice"));
        QVERIFY(m_check.webhook(smuggled));
        smuggled.headers.push_back({"Content-Type", "text/plain"});
        smuggled.body = "CallSid=CA1";
        QCOMPARE(m_check.webhook(smuggled).error().code, ErrorCode::Refused);
    }

    void upgrade_signedSocket_isAccepted()
    {
        QVERIFY(m_check.upgrade(request("/media", "+hZtjuszk4p55GTrG+C13QHWpko=")));
        QVERIFY(m_check.upgrade(request("/media", "bcVmdUHX4/CvRtz8cxui2A40nPQ=")));
        QVERIFY(!m_check.upgrade(request("/media2", "+hZtjuszk4p55GTrG+C13QHWpko=")));
        QVERIFY(!m_check.upgrade(request("/media", "")));
    }
};

QTEST_APPLESS_MAIN(TestTwilioRequestCheck)
#include "tst_twiliorequestcheck.moc"
