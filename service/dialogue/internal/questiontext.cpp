#include "service/dialogue/internal/questiontext.h"

#include <QRegularExpression>
#include <QStringList>

namespace Frontdesk::Dialogue {

namespace {

const char *keywordsOf(RequestType type)
{
    switch (type) {
    case RequestType::InsuranceQuestion:
        return "insur|take|accept|cover|plan|network|copay|deductible|medicare|medicaid|aetna|cigna|blue|humana|united";
    case RequestType::BillingQuestion:
        return "bill|charge|pay|paid|balance|statement|owe|invoice|refund|cost";
    case RequestType::MedicalRecords:
        return "record|form|note|letter|paper|fax|copy|chart|document|certificate";
    case RequestType::ReferralRequest:
        return "refer";
    case RequestType::CallbackRequest:
        return "call|about|regarding";
    default:
        return ".";
    }
}

/// What is left when the words that only name a kind of request are taken away.
bool saysSomething(const QString &clause)
{
    static const QRegularExpression empty(
        QStringLiteral("\\b(i|i'm|i've|i'd|got|have|had|need|want|wanted|would|like|to|a|an|the|some|of|for|with|about|"
                       "and|also|plus|then|my|your|our|me|you|"
                       "is|it|it's|that|this|there|please|hi|hello|hey|yes|yeah|um|uh|ask|asking|can|could|may|be|do|"
                       "get|make|leave|just|few|couple|"
                       "question|questions|insurance|billing|bill|referral|referred|records?|medical|callback|call|"
                       "back|calling|someone|somebody|"
                       "appointment|appointments|schedule|refill|talk|speak|another|thing|things|one|two|three|too|as|"
                       "well|in|on|concerning|regarding)\\b|[^a-z0-9 ]"));
    return !QString(clause.toLower()).remove(empty).simplified().isEmpty();
}

} // namespace

QString questionIn(const QString &utterance, RequestType type, bool onlyRequest)
{
    if (onlyRequest) {
        return saysSomething(utterance) ? utterance.simplified() : QString();
    }
    static const QRegularExpression between(QStringLiteral("\\b(?:and|also|plus|then)\\b|[,.;?]"));
    const QRegularExpression keywords(QLatin1String(keywordsOf(type)));
    for (const QString &clause : utterance.split(between, Qt::SkipEmptyParts)) {
        if (keywords.match(clause.toLower()).hasMatch() && saysSomething(clause)) {
            return clause.simplified();
        }
    }
    return {};
}

QString paperIn(const QString &utterance)
{
    static const QRegularExpression paper(QStringLiteral(
        "\\b((?:(?!needs?\\b|get|want|wants|of\\b|for\\b|and\\b|to\\b|send|fax|copy\\b|an?\\b|the\\b|my\\b|his\\b|"
        "her\\b|"
        "your\\b|our\\b|some\\b|is\\b|it\\b|also\\b|about\\b|have|medical\\b|sign|fill|out\\b|pick|up\\b|on\\b|s\\b)[a-"
        "z]+ "
        ")"
        "{1,3}(?:records?|notes?|forms?|papers?|paperwork|letters?|certificates?|films?|slips?|plan)|(?:notes?|"
        "forms?|papers?|letters?|paperwork) for (?:my |the |his |her |a )?(?!me\\b|him\\b|us\\b)[a-z]+)\\b"));
    return paper.match(utterance.toLower()).captured(1);
}

} // namespace Frontdesk::Dialogue
