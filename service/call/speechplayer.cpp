#include "service/call/speechplayer.h"

#include "service/telephony/outboundpacer.h"

#include <algorithm>

namespace Frontdesk::Call {

namespace {

/// A mark about every quarter of a second: fine enough to resume at the right word, coarse enough to cost nothing.
constexpr qsizetype MarkDistanceBytes = 250 * static_cast<qsizetype>(Flow::BytesPerMillisecond);
/// The phone network takes marks of at most 256 characters.
constexpr qsizetype MarkText = 180;
/// Rough speed of speech, to place words in audio whose length is not known yet.
constexpr qsizetype BytesPerCharacter = 65 * static_cast<qsizetype>(Flow::BytesPerMillisecond);
/// A mark that is this late will not come: the line is dead or the network lost it.
constexpr Milliseconds MarkPatience{3000};

bool holdsTheFloor(const Dialogue::Say &say)
{
    return say.mustBeHeard && !say.givesWay;
}

Flow::MuLawBytes bytesOf(const QByteArray &audio, qsizetype from, qsizetype size)
{
    return {reinterpret_cast<const uint8_t *>(audio.constData()) + from, static_cast<size_t>(size)};
}

} // namespace

SpeechPlayer::SpeechPlayer(TextToSpeech::TextToSpeech &voice, Telephony::OutboundPacer &pacer, Scheduler &scheduler,
                           Filter filter)
    : m_voice(voice)
    , m_pacer(pacer)
    , m_scheduler(scheduler)
    , m_filter(std::move(filter))
{
    connect(&m_voice, &TextToSpeech::TextToSpeech::audio, this, &SpeechPlayer::onAudio);
    connect(&m_voice, &TextToSpeech::TextToSpeech::finished, this, &SpeechPlayer::onVoiceFinished);
    connect(&m_voice, &TextToSpeech::TextToSpeech::failed, this, &SpeechPlayer::onVoiceFailed);
}

SpeechPlayer::~SpeechPlayer() = default;

void SpeechPlayer::say(const Dialogue::Say &say)
{
    if (say.replacesSpeech) {
        dropInterruptible();
    }
    Item item;
    item.say = say;
    for (Sentence &sentence : splitSentences(say.text)) {
        sentence.text = m_filter(sentence.text);
        item.parts.push_back({std::move(sentence), m_nextVoiceTicket++, {}, false, 0, 0});
    }
    if (item.parts.empty()) {
        return;
    }
    m_queue.push_back(std::move(item));
    // A voice may answer from its cache before `speak` returns, and what it answers may end the item.
    std::vector<std::pair<quint64, QString>> orders;
    for (const Part &part : m_queue.back().parts) {
        orders.emplace_back(part.voiceTicket, part.sentence.text);
    }
    const auto pace = say.slow ? TextToSpeech::Pace::Slow : TextToSpeech::Pace::Normal;
    for (const auto &[ticket, text] : orders) {
        m_voice.speak(ticket, {text, say.language, pace});
    }
}

bool SpeechPlayer::interruptible() const
{
    return m_queue.empty() || !holdsTheFloor(m_queue.front().say);
}

void SpeechPlayer::yield()
{
    if (m_queue.empty() || !interruptible()) {
        return;
    }
    m_yielded = true;
    silenceLine();
}

void SpeechPlayer::resume()
{
    m_yielded = false;
    pump();
}

void SpeechPlayer::drop()
{
    if (!interruptible()) {
        return;
    }
    dropInterruptible();
    if (m_queue.empty()) {
        Q_EMIT drained();
    }
}

void SpeechPlayer::dropInterruptible()
{
    if (!m_queue.empty() && interruptible() && !m_yielded) {
        silenceLine();
    }
    m_yielded = false;
    std::vector<Dialogue::SpeechPlayed> cut;
    for (auto item = m_queue.begin(); item != m_queue.end();) {
        if (holdsTheFloor(item->say)) {
            ++item;
            continue;
        }
        for (const Part &part : item->parts) {
            m_voice.cancel(part.voiceTicket);
        }
        cut.push_back({item->say.ticket, wholeWords(item->say.text, item->charactersHeard), false});
        item = m_queue.erase(item);
    }
    for (const Dialogue::SpeechPlayed &speech : cut) {
        Q_EMIT played(speech);
    }
    pump();
}

void SpeechPlayer::silenceLine()
{
    m_pacer.clear();
    m_ledger.cutOff();
    m_stallWatch.reset();
    for (Item &item : m_queue) {
        item.current = item.parts.size();
        for (size_t i = item.parts.size(); i-- > 0;) {
            Part &part = item.parts[i];
            part.sent = part.heard;
            if (!part.complete || part.heard < part.audio.size()) {
                item.current = i;
            }
        }
    }
    setAudible(false);
}

void SpeechPlayer::pump()
{
    if (m_yielded) {
        return;
    }
    for (Item &item : m_queue) {
        while (item.current < item.parts.size() && sendNextPiece(item)) {
        }
        if (item.current < item.parts.size()) {
            return; // Its voice is still at work; later texts wait behind it.
        }
    }
}

bool SpeechPlayer::sendNextPiece(Item &item)
{
    Part &part = item.parts[item.current];
    const qsizetype available = part.audio.size() - part.sent;
    if (available == 0 && !part.complete) {
        return false;
    }
    if (!item.announced) {
        item.announced = true;
        if (m_debugMarks) {
            m_pacer.mark(
                QStringLiteral("%1:%2 %3").arg(item.say.ticket).arg(item.say.phraseId, item.say.text.left(MarkText)));
        }
        Q_EMIT started(item.say.ticket);
    }
    const qsizetype piece = std::min(available, MarkDistanceBytes);
    if (piece > 0) {
        m_pacer.append(bytesOf(part.audio, part.sent, piece));
        part.sent += piece;
        setAudible(true);
    }
    const bool partDone = part.complete && part.sent == part.audio.size();
    const bool last = partDone && item.current + 1 == item.parts.size();
    m_pacer.mark(m_ledger.expect(
        {item.say.ticket, static_cast<qsizetype>(item.current), part.sent, charactersAt(item, part, part.sent), last}));
    armStallWatch();
    if (partDone) {
        ++item.current;
    }
    return true;
}

qsizetype SpeechPlayer::charactersAt(const Item &item, const Part &part, qsizetype bytes) const
{
    const qsizetype length = part.sentence.end - part.sentence.begin;
    if (part.complete && bytes >= part.audio.size()) {
        return std::min(part.sentence.end, item.say.text.size());
    }
    const qsizetype total = part.complete ? part.audio.size() : std::max(part.audio.size(), length * BytesPerCharacter);
    return part.sentence.begin + (total > 0 ? length * bytes / total : 0);
}

void SpeechPlayer::markReturned(const QString &mark)
{
    const auto position = m_ledger.confirm(mark);
    if (!position) {
        return;
    }
    const auto item = std::find_if(m_queue.begin(), m_queue.end(),
                                   [&](const Item &candidate) { return candidate.say.ticket == position->ticket; });
    if (item == m_queue.end()) {
        return;
    }
    item->charactersHeard = position->characters;
    for (qsizetype i = 0; i <= position->sentence; ++i) {
        Part &part = item->parts[static_cast<size_t>(i)];
        part.heard = i < position->sentence ? part.audio.size() : position->bytes;
    }
    if (position->endsTicket) {
        finishItem(item, true);
    } else {
        armStallWatch();
    }
}

void SpeechPlayer::finishItem(std::deque<Item>::iterator item, bool complete)
{
    const QString heard = complete ? item->say.text : wholeWords(item->say.text, item->charactersHeard);
    const Dialogue::SpeechPlayed speech{item->say.ticket, heard, complete};
    m_queue.erase(item);
    if (!m_ledger.waiting()) {
        m_stallWatch.reset();
        setAudible(false);
    }
    Q_EMIT played(speech);
    pump();
    if (m_queue.empty()) {
        Q_EMIT drained();
    }
}

void SpeechPlayer::setAudible(bool audible)
{
    if (m_audible != audible) {
        m_audible = audible;
        Q_EMIT audibleChanged(audible);
    }
}

void SpeechPlayer::armStallWatch()
{
    qsizetype unheard = 0;
    for (const Item &item : m_queue) {
        for (const Part &part : item.parts) {
            unheard += part.sent - part.heard;
        }
    }
    const Milliseconds playing{unheard / static_cast<qsizetype>(Flow::BytesPerMillisecond)};
    m_stallWatch = m_scheduler.after(playing + MarkPatience, [this] {
        // Nobody can tell what was heard; the conversation must not wait for ever.
        m_ledger.cutOff();
        while (!m_queue.empty() && m_queue.front().current == m_queue.front().parts.size()) {
            const size_t before = m_queue.size();
            finishItem(m_queue.begin(), false);
            if (m_queue.size() >= before) {
                break;
            }
        }
    });
}

std::pair<SpeechPlayer::Item *, SpeechPlayer::Part *> SpeechPlayer::find(quint64 voiceTicket)
{
    for (Item &item : m_queue) {
        for (Part &part : item.parts) {
            if (part.voiceTicket == voiceTicket) {
                return {&item, &part};
            }
        }
    }
    return {nullptr, nullptr};
}

void SpeechPlayer::onAudio(quint64 voiceTicket, const QByteArray &muLaw)
{
    const auto [item, part] = find(voiceTicket);
    if (part != nullptr) {
        part->audio += muLaw;
        if (!std::exchange(item->voiced, true)) {
            Q_EMIT voiced(item->say.ticket);
        }
        pump();
    }
}

void SpeechPlayer::onVoiceFinished(quint64 voiceTicket)
{
    if (Part *part = find(voiceTicket).second) {
        part->complete = true;
        pump();
    }
}

void SpeechPlayer::onVoiceFailed(quint64 voiceTicket, const Error &error)
{
    const auto [item, part] = find(voiceTicket);
    if (!item) {
        return;
    }
    for (const Part &other : item->parts) {
        m_voice.cancel(other.voiceTicket);
    }
    const quint64 ticket = item->say.ticket;
    m_queue.erase(std::find_if(m_queue.begin(), m_queue.end(),
                               [ticket](const Item &candidate) { return candidate.say.ticket == ticket; }));
    Q_EMIT failed(error);
}

} // namespace Frontdesk::Call
