#include "tools/callsim/patient.h"

#include "tools/callsim/soundeffects.h"

#include <algorithm>

namespace Frontdesk::CallSim {

namespace {

using What = ScriptLine::What;
using When = ScriptLine::When;

/// After a filler ("one moment") the turn is not over unless nothing follows for this long.
constexpr Milliseconds FillerWait{5000};

/// Silence that convinces a patient out of patience that nobody is about to speak.
constexpr Milliseconds LongSilence{2000};
/// How long a patient who coughed or hummed over the assistant waits for it to go on.
constexpr Milliseconds AfterOwnNoise{2200};

/// The answer to a read-back of what is true; what is not is answered with `wrong.name` and so on.
constexpr QLatin1String ConfirmAnswer("confirm");

/// Whether a phrase such as `ask.name` or `done.anything_else` asks for what the answer `name` answers.
bool asksFor(QString phrase, QString answer)
{
    phrase.replace(QLatin1Char('.'), QLatin1Char('_'));
    answer.replace(QLatin1Char('.'), QLatin1Char('_'));
    return phrase.startsWith(answer) || phrase.startsWith(QLatin1String("ask_") + answer) ||
           phrase.startsWith(QLatin1String("done_") + answer);
}

} // namespace

Patient::Patient(Script script, std::shared_ptr<const PreparedSounds> sounds)
    : m_script(std::move(script))
    , m_sounds(std::move(sounds))
    , m_random(m_script.seed)
{}

Patient::Act Patient::live(Milliseconds at, const AssistantEar &ear, bool nothingComes)
{
    Act act;
    if (m_uttered >= m_utterance.size() && m_conversing) {
        decide(at, ear, nothingComes, act);
    }
    continueUtterance(at, act);
    addBackground(act.frame);
    return act;
}

int Patient::linesLeft() const
{
    const auto counts = [](const ScriptLine &line) {
        return line.what != What::Answer && line.what != What::WaitForEnd && line.what != What::Fault &&
               line.what != What::Garbage;
    };
    return static_cast<int>(
        std::count_if(m_script.lines.begin() + static_cast<std::ptrdiff_t>(m_line), m_script.lines.end(), counts));
}

bool Patient::keepsSilent() const
{
    return m_line < m_script.lines.size() && m_script.lines[m_line].what == What::Silence;
}

void Patient::decide(Milliseconds at, const AssistantEar &ear, bool nothingComes, Act &act)
{
    const bool waits = m_line < m_script.lines.size() && m_script.lines[m_line].what == What::Silence;
    if (!waits && turnEnded(m_script.reaction, ear, nothingComes)) {
        if (const auto question = askedFor()) {
            answer(at, *question, act);
            return;
        }
    }
    while (m_line < m_script.lines.size() && m_uttered >= m_utterance.size()) {
        const Readiness ready = readiness(m_script.lines[m_line], at, ear, nothingComes);
        if (ready == Readiness::Wait) {
            return;
        }
        if (ready == Readiness::OutOfPatience) {
            act.remark = QStringLiteral("waited %1 s in vain").arg(double(m_script.patience.count()) / 1000);
        }
        const ScriptLine line = m_script.lines[m_line]; // A copy: an answer may take its line from the script.
        perform(at, line, act);
        if (act.hangsUp) {
            return;
        }
    }
}

Patient::Readiness Patient::readiness(const ScriptLine &line, Milliseconds at, const AssistantEar &ear,
                                      bool nothingComes) const
{
    const auto since = at - m_lineSince;
    switch (line.what) {
    case What::Silence:
        return since >= line.length ? Readiness::Ready : Readiness::Wait;
    case What::WaitForEnd:
        return Readiness::Wait;
    default:
        break;
    }
    bool due = false;
    switch (line.when) {
    case When::Now:
        return since >= line.after.value_or(Milliseconds(0)) ? Readiness::Ready : Readiness::Wait;
    case When::TurnEnd:
        due = turnEnded(line.after.value_or(m_script.reaction), ear, nothingComes);
        break;
    case When::AssistantSpeaking: {
        const auto onset = ear.lastOnset();
        due = onset && *onset >= m_lineSince && ear.speaking() && at - *onset >= line.after.value_or(Milliseconds(0));
        break;
    }
    }
    if (due) {
        return Readiness::Ready;
    }
    const bool inVain = since >= m_script.patience && ear.silentFor() >= LongSilence && nothingComes;
    return inVain ? Readiness::OutOfPatience : Readiness::Wait;
}

bool Patient::turnEnded(Milliseconds wait, const AssistantEar &ear, bool nothingComes) const
{
    const auto onset = ear.lastOnset();
    if (!onset || *onset < m_spokeAt || !nothingComes) {
        return false;
    }
    if (m_noiseAt > *onset && ear.silentFor() < AfterOwnNoise) {
        return false; // Whoever coughs over somebody lets them finish.
    }
    const bool onlyFiller = !m_phrases.empty() && m_phrases.back().id.startsWith(QLatin1String("filler"));
    return ear.silentFor() >= (onlyFiller ? FillerWait : wait);
}

std::optional<QString> Patient::askedFor() const
{
    for (auto phrase = m_phrases.crbegin(); phrase != m_phrases.crend(); ++phrase) {
        std::optional<QString> best;
        for (auto entry = m_script.answers.keyBegin(); entry != m_script.answers.keyEnd(); ++entry) {
            if (asksFor(phrase->id, *entry) && (!best || entry->size() > best->size())) {
                best = *entry;
            }
        }
        if (best) {
            const auto wrong = *best == ConfirmAnswer ? wrongPart(phrase->text, m_script.truth) : std::nullopt;
            return wrong ? QStringLiteral("wrong.") + *wrong : *best;
        }
    }
    return std::nullopt;
}

void Patient::perform(Milliseconds at, const ScriptLine &line, Act &act)
{
    m_utteringLine = true;
    switch (line.what) {
    case What::Say:
        utter(at, m_sounds->speech.value(line.text), {line.text, true}, act);
        return;
    case What::Answer:
        answer(at, line.text, act);
        return;
    case What::Play:
        utter(at, m_sounds->files.value(line.text), {line.text, true}, act);
        return;
    case What::Cough:
        m_noiseAt = at;
        utter(at, m_sounds->cough, {QStringLiteral("(cough)"), false}, act);
        return;
    case What::MmHm:
        m_noiseAt = at;
        utter(at, m_sounds->mmHm, {QStringLiteral("(mm-hmm)"), false}, act);
        return;
    case What::Keys:
        act.keys = line.text;
        m_spokeAt = at;
        m_phrases.clear();
        break;
    case What::Fault:
        act.faults = act.faults.isEmpty() ? line.text : act.faults + QLatin1Char(' ') + line.text;
        break;
    case What::Garbage:
        act.garbage = line.text;
        break;
    case What::Noise: {
        const auto found = m_sounds->backgrounds.find(line.number);
        m_background = found == m_sounds->backgrounds.end() || found->second.empty() ? nullptr : &found->second;
        break;
    }
    case What::HangUp:
        act.hangsUp = true;
        break;
    case What::Silence:
    case What::WaitForEnd:
        break;
    }
    lineDone(at);
}

void Patient::answer(Milliseconds at, const QString &question, Act &act)
{
    const QStringList texts = m_script.answers.value(question);
    const int time = m_answersGiven[question]++;
    const QString text = texts.at(std::min<qsizetype>(time, texts.size() - 1));
    const auto pending =
        std::find_if(m_script.lines.begin() + static_cast<std::ptrdiff_t>(m_line), m_script.lines.end(),
                     [&](const ScriptLine &line) { return line.what == What::Answer && line.text == question; });
    m_utteringLine =
        pending == m_script.lines.begin() + static_cast<std::ptrdiff_t>(m_line) && pending != m_script.lines.end();
    if (!m_utteringLine && pending != m_script.lines.end()) {
        m_script.lines.erase(pending);
    }
    if (isKeys(text)) {
        act.keys = text;
        utter(at, {}, {QStringLiteral("(keys)"), true}, act);
        return;
    }
    utter(at, m_sounds->speech.value(text), {text, true}, act);
}

void Patient::utter(Milliseconds at, const Sound &sound, Utterance utterance, Act &act)
{
    m_utterance = sound;
    m_uttered = 0;
    if (utterance.isTurn) {
        m_spokeAt = at;
        m_phrases.clear();
    }
    act.began = std::move(utterance);
    if (sound.empty()) {
        finishUtterance(at, act);
    }
}

void Patient::continueUtterance(Milliseconds at, Act &act)
{
    if (m_uttered >= m_utterance.size()) {
        return;
    }
    const size_t length = std::min(act.frame.size(), m_utterance.size() - m_uttered);
    std::copy_n(m_utterance.begin() + static_cast<std::ptrdiff_t>(m_uttered), length, act.frame.begin());
    m_uttered += length;
    if (m_uttered >= m_utterance.size()) {
        finishUtterance(at, act);
    }
}

void Patient::finishUtterance(Milliseconds at, Act &act)
{
    act.ended = true;
    if (m_utteringLine) {
        lineDone(at);
    } else {
        m_lineSince = at;
    }
}

void Patient::addBackground(Frame &frame)
{
    const bool marked = m_script.voice == PatientVoice::Marked;
    if (!marked) {
        addComfortNoise(frame, m_random);
    }
    // Noise over marked words would make other words of them.
    if (m_background == nullptr || (marked && m_uttered < m_utterance.size())) {
        return;
    }
    for (int16_t &sample : frame) {
        sample = mixed(sample, (*m_background)[m_backgroundAt++ % m_background->size()]);
    }
}

void Patient::lineDone(Milliseconds at)
{
    ++m_line;
    m_lineSince = at;
}

} // namespace Frontdesk::CallSim
