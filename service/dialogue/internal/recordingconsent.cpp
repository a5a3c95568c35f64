#include "service/dialogue/internal/recordingconsent.h"

#include "service/dialogue/internal/moves.h"
#include "service/dialogue/internal/recordingwish.h"
#include "service/dialogue/internal/specialturns.h"

#include <QRegularExpression>

namespace Frontdesk::Dialogue {

namespace {

const QString Telling = QStringLiteral("consent.recording");

void tell(Talk &talk)
{
    const QString own = talk.briefing.clinic.consent.trimmed();
    if (own.isEmpty()) {
        talk.out.say(Telling);
    } else {
        talk.out.sayText(Telling, own, true, true);
    }
    talk.recording.toldAtTurn = talk.turn;
}

} // namespace

void openRecording(Talk &talk)
{
    const ClinicProfile &clinic = talk.briefing.clinic;
    if (clinic.recording == RecordingMode::Off) {
        return;
    }
    const bool asks = needsConsent(clinic.recording, clinic.state);
    talk.recording.stage = asks ? CallBeingRecorded::Stage::Asked : CallBeingRecorded::Stage::Recorded;
    if (!asks) {
        talk.out.add(SetRecording{RecordingConsent::NotNeeded, {}});
    }
    if (asks || !clinic.consent.trimmed().isEmpty()) {
        tell(talk);
    }
}

void noteRecordingHeard(Talk &talk, const Say &heard)
{
    if (heard.phraseId == Telling && talk.recording.stage == CallBeingRecorded::Stage::Asked) {
        talk.recording.stage = CallBeingRecorded::Stage::Recorded;
        talk.out.add(SetRecording{RecordingConsent::Heard, heard.text});
    }
}

bool heedRecordingWish(Talk &talk, CallerSpoke &spoken)
{
    using Stage = CallBeingRecorded::Stage;
    const bool justTold = talk.recording.toldAtTurn && talk.turn == *talk.recording.toldAtTurn + 1;
    const HeardRecordingWish heard = recordingWish(spoken.transcript.text, justTold);
    // "Is this a recording or a real person" asks who is speaking; "are you recording this" does not.
    static const QRegularExpression speaker(
        QStringLiteral("\\b(an? recording|person|robot|machine|human|computer)\\b"));
    const bool asksWho = specialTurn(spoken.transcript.text, talk.pending.expectation) == SpecialTurn::Robot &&
                         speaker.match(spoken.transcript.text.toLower()).hasMatch();
    if (heard.wish == RecordingWish::None || asksWho) {
        return false;
    }
    if (heard.wish == RecordingWish::Agrees) {
        if (talk.phase != TalkPhase::Conversing) {
            return false;
        }
        askPendingAgain(talk, false);
        return true;
    }
    const bool wasOn = talk.recording.stage == Stage::Asked || talk.recording.stage == Stage::Recorded;
    const bool declines = heard.wish == RecordingWish::Declines;
    if (declines && wasOn) {
        talk.recording.stage = Stage::Declined;
        talk.out.waive(Telling);
        talk.out.add(SetRecording{RecordingConsent::Declined, spoken.transcript.text});
    }
    if (talk.phase != TalkPhase::Conversing) {
        return false; // Nothing is said any more that could be left out.
    }
    talk.out.say(declines || !wasOn ? QStringLiteral("consent.not_recorded") : QStringLiteral("consent.is_recorded"));
    if (!heard.rest.isEmpty()) {
        spoken.transcript.text = heard.rest;
        return false;
    }
    askPendingAgain(talk, false);
    return true;
}

} // namespace Frontdesk::Dialogue
