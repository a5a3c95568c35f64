#include "service/dialogue/internal/recordingwish.h"

#include <QRegularExpression>
#include <QStringList>

namespace Frontdesk::Dialogue {

namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption |
                                        QRegularExpression::UseUnicodePropertiesOption);
}

/// Recording a person or a call: a clinic also has records, and people ask for theirs.
QString recordingWords()
{
    return QStringLiteral(
        "(record(ing)? (me|us|this|that|it|my|our|the (call|conversation)|any(thing)?|what|calls?|"
        "phone)\\b|(be|being|get|getting|me|us|this|it|call|conversation|line|rather not|prefer not) "
        "(record|tap)ed\\b|recording( off)?\\b|recorder\\b|tap(e|ing) (me|us|this|it)\\b|to record\\b|"
        "me record\\b)");
}

const QRegularExpression &declining()
{
    static const QRegularExpression found = pattern(
        QStringLiteral("\\b(please )?((i|we) )?(really )?"
                       "(do(n't| not)|dont|stop|quit|never|not|without|no|can(not|'t)|won't|shouldn't|"
                       "(turn|switch|shut)( off)?|cancel|disable|delete|erase|opt out|decline|refuse|object|against|"
                       "uncomfortable|rather not|prefer not)\\b[^.?!;]{0,40}?\\b") +
        recordingWords() +
        QStringLiteral("( (please|okay|ok))?"
                       "|\\b(i )?(do(n't| not)|dont) (consent|give (my |you )?(my )?(consent|permission))"
                       "( to (this|that|it|be|being|the)( recorded| recording)?)?"
                       "|\\b(keep (this|it) )?off the record\\b"
                       "|\\bno (quiero que |deseo que |autorizo que |autorizo |consiento )?((me|se|la|lo|nos) )*"
                       "grab\\w+( (esta|la) llamada)?|\\bsin grabar\\b|\\b(dejen?|pare) de grabar(me)?\\b"));
    return found;
}

/// "I don't mind being recorded."
const QRegularExpression &agreeing()
{
    static const QRegularExpression found =
        pattern(QStringLiteral("\\b(do(n't| not)|dont|wouldn't) (mind|care|object)|no (objection|problem|issue)|"
                               "(that's|that is|it's|it is) (fine|okay|ok|all right|alright)|not a problem|"
                               "no (me importa|hay problema)"));
    return found;
}

const QRegularExpression &asking()
{
    static const QRegularExpression found =
        pattern(QStringLiteral("\\b(are|is|am|will|was|do|does|can)( \\w+){0,4}? ((being )?recorded|recording|"
                               "(record|tape) (me|us|this|it|calls?|the call|my calls?)|taped|taping)\\b[^.?!]*\\??"
                               "|\\b(se|me|est[aá]n?) (est[aá] )?graba\\w*( (esta|la) llamada)?\\??"));
    return found;
}

/// A refusal that only what was said before makes clear.
const QRegularExpression &plainNo()
{
    static const QRegularExpression found = pattern(QStringLiteral(
        "^\\W*((uh|um|oh|well|hi|hello|actually|sorry)\\W+)*"
        "((no|nope|nah)\\b(\\W+(no|nope|thanks?|thank you|sir|ma'am|gracias|please))*"
        "(\\W+i (don't|do not) (want|like|agree)( (to|that|it|this))*\\b)?(?=\\W|$)|absolutely not|"
        "i (refuse|decline)|"
        "((i'd|i would|i'll) (rather|prefer)( you)? (not|didn't|don't)( to)?|please don't( do that)?|"
        "(i )?(don't|do not) (want|like|agree)( (to|with))?( (that|it|this))?|(please )?stop( (it|that))?)"
        "(?=\\W*$|[,.;]))"));
    return found;
}

/// Nothing but agreement.
const QRegularExpression &plainYes()
{
    static const QRegularExpression found = pattern(QStringLiteral(
        "^\\W*((yes|yeah|yep|yup|sure|okay|ok|fine|alright|all right|of course|go ahead|no problem|please|"
        "thanks|thank you|(that's|that is|it's|it is|i'm|i am) (fine|okay|ok|good|all right|alright)"
        "( with (me|that|it))?|i (agree|consent|don't mind|do not mind)|(i have )?no objections?|"
        "s[ií]|claro|vale|de acuerdo|est[aá] bien|por supuesto|no me importa|gracias)(\\W+|$))+$"));
    return found;
}

/// The first thing a caller hears is the emergency sentence; "no" may be about that, too.
const QRegularExpression &aboutSomethingElse()
{
    static const QRegularExpression found = pattern(QStringLiteral(
        "\\b(emergency|urgent|emergencia|no (one|body|longer|idea|problem|worries)|stop (taking|my))\\b"));
    return found;
}

/// What is left once the wish is taken out, unless it is only the mortar between the words.
QString whatElse(const QString &utterance, const QRegularExpressionMatch &wish)
{
    static const QRegularExpression mortar = pattern(
        QStringLiteral("\\b(no|nope|please|and|but|so|okay|ok|hi|hello|hey|yeah|yes|um|uh|well|actually|me|this|"
                       "that|it|call|conversation|i'(d|m|ll|ve)|i|you|just|thanks?|thank|the|sir|ma'am|want|to|"
                       "be|being|would|like|rather|now|sorry|first|can|could|if|possible|my|anything|say|off|"
                       "for|of|all|there|por|favor|gracias|hola)\\b"));
    static const QRegularExpression edges = pattern(QStringLiteral("^\\W*((and|but|so|please|okay|ok)\\b\\W*)*"));
    QString rest = utterance;
    rest.replace(wish.capturedStart(), wish.capturedLength(), QStringLiteral(" "));
    const bool saysMore = QString(rest).remove(mortar).contains(pattern(QStringLiteral("\\w")));
    return saysMore ? rest.remove(edges).simplified() : QString();
}

} // namespace

HeardRecordingWish recordingWish(const QString &utterance, bool justTold)
{
    const QString words = QString(utterance).replace(QChar(0x2019), QLatin1Char('\'')).simplified();
    const bool agrees = words.contains(agreeing());
    if (const auto declines = declining().match(words); declines.hasMatch() && !agrees) {
        return {RecordingWish::Declines, whatElse(words, declines)};
    }
    if (const auto asks = asking().match(words); asks.hasMatch()) {
        return {RecordingWish::Asks, whatElse(words, asks)};
    }
    const auto no = plainNo().match(words);
    if (justTold && no.hasMatch() && !agrees && !words.contains(aboutSomethingElse())) {
        return {RecordingWish::Declines, whatElse(words, no)};
    }
    return {justTold && words.contains(plainYes()) ? RecordingWish::Agrees : RecordingWish::None, {}};
}

} // namespace Frontdesk::Dialogue
