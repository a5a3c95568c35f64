#include "service/dialogue/slots/internal/namewords.h"

#include "service/dialogue/slots/internal/wordset.h"

namespace Frontdesk::Dialogue {

bool isNeverName(const QString &word)
{
    static const WordSet words(
        "a about above absolutely accept accident ache aches across actually address affirmative afraid after "
        "afternoon again against ago ahead all allergic allergy almost alone already alright also always am an and "
        "ankle annual another answer any anybody anymore anyone anything anyway apologize appointment appointments "
        "appreciate are area arm around as asap ask asked asking asthma at available away awful awesome baby back bad "
        "balance be because become been before behalf behind being believe best better between bill billing birth bit "
        "bleeding block blood book booked booking both bother boy boyfriend brother bring bringing broke broken but by "
        "call called caller calling calls came can cancel cancelled card care cell certainly change changed charge "
        "chart check checking checkup child children clinic close closed cold come comes coming confirm confirming "
        "copy cortisone correct cough could couple cousin covered currently cut dad date daughter day days dentist did "
        "different discuss do doctor does doing done dont down due during each ear earlier early either else email "
        "emergency end enough er even evening ever every everybody everyone everything exactly exam excuse extension "
        "eye eyes family far fast father fax feel feeling feels fell fever few figure fill find fine finger first five "
        "flu follow following foot for forgot form four friday friend from full general get gets getting girl "
        "girlfriend give given go goes going gone good got gotten grandma grandpa grandson granddaughter great guess "
        "guys had half hand hang happen happened happy has have having he head headache hear heard hello help her here "
        "hers herself hey hi high him himself his hold home hospital hour hours house how however hung hurt hurting "
        "hurts husband i if immediately important in incorrect information inside instead insurance into is issue it "
        "itchy its itself just keep kid kids kind knee know knows lab last late lately later least left leg less let "
        "letter like line listen live location long look looking lost lot lots low ma'am made mail main make making "
        "many married matter maybe me mean means medication medications medicine message middle might mind mine minute "
        "missed mom monday money month months more morning most mother mouth move much must my myself name named names "
        "near neck need needed needs neighbor neither never new next nice night no nobody none noon nope nor normal "
        "nose not note nothing november now nowhere number nurse o'clock of off office often oh okay old on once one "
        "ones only open or order other our ours out over own pain paperwork parents part past patient patients pay "
        "people person pharmacy phone physical pick place plan please possible prefer prescription pretty primary "
        "probably problem problems provider put question questions quick quickly quite rash rather ready real really "
        "reason receptionist records refer referral refill regarding regular relationship remember repeat request "
        "reschedule rescheduling results return right running said same saturday saw say saying says schedule "
        "scheduled scheduling second see seeing seem seems seen self send sent september set seven several she shot "
        "shots should shoulder sick side since sinus sir sister six skin sleep so some somebody someone something "
        "sometime sometimes son soon sore sorry sort speak speaking specialist spell spelled spelling spelt spouse "
        "start started still stitches stomach stop stuff such sunday supposed sure surgery swollen symptoms take taken "
        "taking talk talking tell ten tenth test tests text than thank thanks that the their them themselves then "
        "there these they thing things think third this those thought three throat through thursday time times to "
        "today together told tomorrow tonight too took tooth toward tried trouble try trying tuesday two um under "
        "unfortunately until up update upset urgent us use used usually vaccine very visit vision voice wait waiting "
        "walk walking want wanted wanting wants was way we wednesday week weekend weeks well went were what whatever "
        "when whenever where whether which while who whoever whole whom whose why wife with within without woman "
        "wondering word work working works worried worse would wrong yeah year years yep yes yesterday yet yup you "
        "your yours yourself 's nah sleepy zero four eight nine eleven twelve twenty thirty forty fifty sixty seventy "
        "eighty ninety hundred thousand fourth fifth sixth seventh eighth ninth january february july october december "
        "clinic's daughters sons wife's uh-huh hyphenated apostrophe hyphen dash capital letter letters lowercase "
        "uppercase cancellation referral's medicare medicaid spanish english para necesito cita hola si por quiero con "
        "mi que privacy private personal business none's itches vomiting pregnant pregnancy surgery's experiencing "
        "need's vaccination immunization mammogram colonoscopy diabetes cholesterol pressure heart chest breathing "
        "nauseous dizzy tired weak asking's somebody's interested wondering's hoping looked confirmation confused "
        "sounds recently previous previously originally instead's upcoming existing established moved signed school "
        "college university court disability camp daycare employer lawyer attorney registered joined transferred "
        "returning requesting needing scheduling's rebook available's possible's whichever mainly hopefully honestly "
        "basically technically supposedly anyhow meantime moment ok sec seconds minutes hang's rather's nevermind "
        "guardian caregiver parent grandmother grandfather mommy daddy aunt uncle niece nephew sibling partner fiance "
        "fiancee roommate coworker client legal foster step stepson stepdaughter stepmom stepdad twin twins nickname "
        "maiden initial suffix surname alive twisted sprained threw caught felt scraped");
    return words.has(word);
}

bool isSeldomName(const QString &word)
{
    static const WordSet words(
        "will may mark bill art pat rich drew chase grant dean grace hope faith joy rose dawn april june august summer "
        "autumn sunny young long little green brown white black gray king price day best banks wall hill rice stone "
        "wood woods fields wells rose cook baker fisher hunter mason porter carpenter weaver gardner turner walker "
        "parker bishop knight ward park lane bell fox love law rusty sandy guy gene frank earnest miles christian "
        "angel jean jack nick rob sue robin iris ivy pearl ruby daisy violet ginger olive sky river savannah georgia "
        "virginia carolina dakota austin dallas jackson chelsea brooklyn paris london an so do le ho hung you to van "
        "duke major mercy trinity destiny crystal amber jade eve star norm don ray bob jay kay lee oscar humana chance "
        "chance cole page sage bridge case cash cross church nurse judge chase lucky sterling noble royal");
    return words.has(word);
}

bool isParticle(const QString &word)
{
    static const WordSet words("de la del der den van von di da dos das du le las los el al bin ibn ben abu st saint "
                               "san santa mac ter ten della");
    return words.has(word);
}

bool isTitle(const QString &word)
{
    static const WordSet words(
        "mister missus miss mr mrs ms madam sir reverend father sister pastor sergeant captain officer nurse");
    return words.has(word);
}

QString nameSuffix(const QString &word)
{
    if (word == QLatin1String("junior") || word == QLatin1String("jr")) {
        return QStringLiteral("Jr");
    }
    if (word == QLatin1String("senior") || word == QLatin1String("sr")) {
        return QStringLiteral("Sr");
    }
    if (word == QLatin1String("ii") || word == QLatin1String("iii") || word == QLatin1String("iv")) {
        return word.toUpper();
    }
    return {};
}

} // namespace Frontdesk::Dialogue
