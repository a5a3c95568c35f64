#include "service/reception/transcripttext.h"

#include <QTest>

using namespace Frontdesk;

class TestTranscriptText : public QObject {
    Q_OBJECT

    static TurnRecord turn(Speaker speaker, const char *text, const char *heard)
    {
        TurnRecord record;
        record.speaker = speaker;
        record.text = QString::fromLatin1(text);
        record.heardText = QString::fromLatin1(heard);
        return record;
    }

private Q_SLOTS:
    void transcript_tellsWhoSaidWhatAndWhatWasHeard()
    {
        const QString text = Reception::transcriptText({
            turn(Speaker::Assistant, "May I have your full name please?", "May I have"),
            turn(Speaker::Caller, "john smith", "john smith"),
            turn(Speaker::Assistant, "Thank you.", "Thank you."),
            turn(Speaker::Assistant, "Goodbye.", ""),
        });
        QCOMPARE(text, QStringLiteral("Assistant: May I have ... [interrupted]\nCaller: john smith\n"
                                      "Assistant: Thank you.\nAssistant: [not heard]"));
    }
};

QTEST_APPLESS_MAIN(TestTranscriptText)
#include "tst_transcripttext.moc"
