#include "tools/callsim/simulatedcall.h"

#include "service/audio/wavfile.h"
#include "tools/callsim/callidentity.h"
#include "tools/callsim/soundeffects.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace Frontdesk::CallSim {

namespace {

/// Twilio's basic voice; of flite's voices the fastest to synthesize and the least human.
const QString AnnouncementVoice = QStringLiteral("kal");

constexpr Milliseconds LongestRinging{60000};
constexpr QLatin1String TimingMark("timing:");

/// What a debug mark `<ticket>:<phrase> <text>` announces; nothing for any other mark.
std::optional<HeardPhrase> phraseIn(const QString &mark)
{
    static const QRegularExpression form(QStringLiteral("^\\d+:(\\S+) ?(.*)$"));
    const auto match = form.match(mark);
    return match.hasMatch() ? std::optional(HeardPhrase{match.captured(1), match.captured(2)}) : std::nullopt;
}

QString seconds(Milliseconds time)
{
    return QStringLiteral("%1 s").arg(double(time.count()) / 1000, 0, 'f', 2);
}

} // namespace

SimulatedCall::SimulatedCall(PhoneNetwork network, Script script, std::shared_ptr<const PreparedSounds> sounds,
                             PatientVoice &voice, Scheduler &scheduler, Metronome &metronome,
                             CallJournal::Listener listener, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
    , m_sounds(std::move(sounds))
    , m_voice(voice)
    , m_scheduler(scheduler)
    , m_journal(scheduler, std::move(listener))
    , m_webhooks(std::move(network), scheduler, m_journal)
    , m_line(metronome, Patient(m_script, m_sounds))
    , m_walker(*this)
    , m_random(m_script.seed)
{
    connectLine();
    connect(&m_walker, &TwimlWalker::answering, this, [this] {
        m_facts.pickedUpAt = m_journal.now();
        m_journal.add(Party::Phone, QStringLiteral("answered"));
        m_webhooks.setStatus(QStringLiteral("in-progress"));
        m_line.pickUp();
    });
    connect(&m_walker, &TwimlWalker::verbStarted, this,
            [this](const QString &verb) { m_journal.add(Party::Phone, QStringLiteral("<%1>").arg(verb)); });
    connect(&m_walker, &TwimlWalker::ended, this, &SimulatedCall::onWalkEnded);
}

void SimulatedCall::connectLine()
{
    connect(&m_line, &PhoneLine::callerFrame, this, [this](Milliseconds at, const Frame &frame) {
        const auto isLost = [this] { return std::uniform_real_distribution<double>()(m_random) < m_script.packetLoss; };
        if (m_socket && (m_script.packetLoss <= 0 || !isLost())) {
            m_socket->sendAudio(at - m_streamStart, frame);
        }
    });
    connect(&m_line, &PhoneLine::keyPressed, this, [this](QChar key) {
        m_journal.add(Party::Caller, QStringLiteral("[%1]").arg(key));
        if (m_socket) {
            m_socket->sendKey(key);
        }
    });
    connect(&m_line, &PhoneLine::callerBegan, this,
            [this](const QString &what) { m_journal.add(Party::Caller, what); });
    connect(&m_line, &PhoneLine::assistantBegan, this, [this] {
        const auto &turns = m_line.measurements().turns();
        const bool reply =
            !turns.empty() && turns.back().response && m_line.callTime() - turns.back().ended == *turns.back().response;
        m_journal.add(Party::Assistant,
                      reply ? QStringLiteral("speaks, %1 after the caller").arg(seconds(*turns.back().response))
                            : QStringLiteral("speaks"));
    });
    connect(&m_line, &PhoneLine::assistantPaused, this,
            [this] { m_journal.add(Party::Assistant, QStringLiteral("is silent")); });
    connect(&m_line, &PhoneLine::marksHeard, this, &SimulatedCall::onMarksHeard);
    connect(&m_line, &PhoneLine::marksDropped, this, [this](const QStringList &names) {
        for (const QString &name : names) {
            if (m_socket) {
                m_socket->returnMark(name);
            }
        }
    });
    connect(&m_line, &PhoneLine::remarked, this, [this](const QString &text) { m_journal.add(Party::Caller, text); });
    connect(&m_line, &PhoneLine::garbageWanted, this, [this](const QString &message) {
        m_journal.add(Party::Phone, QStringLiteral("garbage"));
        if (m_socket) {
            m_socket->sendGarbage(message);
        }
    });
    connect(&m_line, &PhoneLine::faultsWanted, this, [this](const QString &faults) {
        m_journal.add(Party::Phone, QStringLiteral("fault %1").arg(faults));
        Q_EMIT faultsWanted(faults);
    });
    connect(&m_line, &PhoneLine::callerHungUp, this, &SimulatedCall::hangUp, Qt::QueuedConnection);
}

void SimulatedCall::start()
{
    m_journal.add(Party::Phone,
                  QStringLiteral("%1 calls %2").arg(m_webhooks.network().from, m_webhooks.network().number));
    m_longestCall = m_scheduler.after(m_webhooks.network().longestCall, [this] {
        warn(QStringLiteral("the call lasted %1 and was ended").arg(seconds(m_webhooks.network().longestCall)));
        hangUp();
    });
    m_walker.start(QStringLiteral("POST"), m_webhooks.network().publicUrl(m_webhooks.network().voicePath));
}

void SimulatedCall::hangUp()
{
    finish(QStringLiteral("caller"), QStringLiteral("the caller hung up"));
}

CallFacts SimulatedCall::facts() const
{
    return m_facts;
}

void SimulatedCall::fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done)
{
    m_webhooks.fetch(method, url, extra, std::move(done));
}

void SimulatedCall::fetchFallback(const QUrl &failedUrl, const Error &failure, Document done)
{
    m_facts.usedFallback = true;
    m_webhooks.fetchFallback(failedUrl, failure, std::move(done));
}

void SimulatedCall::say(const QString &text, Done done)
{
    m_journal.add(Party::Phone, QStringLiteral("says: %1").arg(text));
    const auto sound = m_voice.speak(AnnouncementVoice, text);
    if (!sound) {
        warn(sound.error().message);
    }
    m_line.announce(sound.valueOr(Sound{}), std::move(done));
}

void SimulatedCall::play(const QUrl &url, Done done)
{
    m_journal.add(Party::Phone, QStringLiteral("plays %1").arg(url.path()));
    m_webhooks.fetchSound(url, [this, url, done = std::move(done)](const Result<QByteArray> &file) {
        const auto wav = file ? Audio::parseWav(*file) : Result<Audio::WavAudio>(file.error());
        if (!wav) {
            warn(QStringLiteral("%1 cannot be played: %2").arg(url.path(), wav.error().message));
        }
        m_line.announce(wav ? Audio::telephoneSamples(*wav) : Sound{}, done);
    });
}

void SimulatedCall::pause(Milliseconds length, Done done)
{
    m_line.announce(silence(length), std::move(done));
}

void SimulatedCall::gather(int, Milliseconds timeout, std::function<void(QString)> done)
{
    warn(QStringLiteral("the simulated caller presses no keys in <Gather>"));
    m_line.announce(silence(timeout), [done = std::move(done)] { done(QString()); });
}

void SimulatedCall::connectStream(const Verb &stream, const QUrl &base, Done closed)
{
    const QUrl url = base.resolved(QUrl(stream.attribute(QLatin1String("url")), QUrl::StrictMode));
    if (stream.name != QLatin1String("Stream") || url.hasQuery()) {
        warn(QStringLiteral("31920: <Connect> needs a <Stream> whose url has no query"));
        closed();
        return;
    }
    if (url.scheme() != QLatin1String("wss")) {
        warn(QStringLiteral("31922: Twilio takes only wss; %1 was accepted here").arg(url.scheme()));
    }
    MediaSocket::Identity identity{m_webhooks.accountSid(), m_webhooks.callSid(), newSid(QLatin1String("MZ")), {}};
    for (const Verb &parameter : stream.children) {
        identity.parameters.insert(parameter.attribute(QLatin1String("name")),
                                   parameter.attribute(QLatin1String("value")));
    }
    const QString streamSid = identity.streamSid;
    m_socket = new MediaSocket(std::move(identity), this);
    connect(m_socket, &MediaSocket::opened, this,
            [=, this] { m_webhooks.reportStream(stream, base, QStringLiteral("stream-started"), streamSid); });
    connectSocket([=, this, closed = std::move(closed)] {
        m_webhooks.reportStream(stream, base, QStringLiteral("stream-stopped"), streamSid);
        closed();
    });
    m_socket->open(m_webhooks.upgrade(url));
}

void SimulatedCall::connectSocket(const Done &closed)
{
    connect(m_socket, &MediaSocket::opened, this, [this] {
        m_journal.add(Party::Phone, QStringLiteral("stream open"));
        m_streamStart = m_line.callTime();
        if (!m_facts.streamed) {
            m_facts.streamed = true;
            m_facts.streamAt = m_streamStart;
        }
        m_line.startConversation();
    });
    connect(m_socket, &MediaSocket::mediaArrived, this, [this](const QByteArray &audio) {
        m_line.playout().append({reinterpret_cast<const uint8_t *>(audio.constData()), size_t(audio.size())});
    });
    connect(m_socket, &MediaSocket::markArrived, this, &SimulatedCall::onMarkArrived);
    connect(m_socket, &MediaSocket::clearArrived, &m_line, &PhoneLine::clearPlayout);
    connect(m_socket, &MediaSocket::warned, this, &SimulatedCall::warn);
    connect(m_socket, &MediaSocket::closed, this, [this, closed](const QString &problem) {
        m_journal.add(Party::Phone, QStringLiteral("stream closed"));
        m_socket->deleteLater();
        m_socket.clear();
        m_line.endConversation();
        if (!problem.isEmpty()) {
            warn(problem);
        }
        if (!m_ended) {
            closed();
        }
    });
}

void SimulatedCall::onMarkArrived(const QString &name)
{
    if (name.startsWith(TimingMark)) {
        const QJsonObject timing = QJsonDocument::fromJson(name.mid(TimingMark.size()).toUtf8()).object();
        m_line.measurements().serviceTiming({Milliseconds(timing.value(QLatin1String("endpoint_wait_ms")).toInteger()),
                                             Milliseconds(timing.value(QLatin1String("recognizer_ms")).toInteger())});
    }
    if (!m_line.playout().queueMark(name)) {
        onMarksHeard({name});
    }
}

void SimulatedCall::onMarksHeard(const QStringList &names)
{
    for (const QString &name : names) {
        if (m_socket) {
            m_socket->returnMark(name);
        }
        if (const auto phrase = phraseIn(name)) {
            m_line.patient().phraseHeard(*phrase);
            m_journal.add(Party::Assistant, QStringLiteral("says <%1> %2").arg(phrase->id, phrase->text).trimmed());
        }
    }
}

void SimulatedCall::dial(const Verb &dial, const QUrl &base, std::function<void(DialResult)> done)
{
    QStringList numbers;
    QUrl whisper;
    QString whisperMethod = QStringLiteral("POST");
    for (const Verb &child : dial.children) {
        if (child.name == QLatin1String("Conference") && m_rooms != nullptr) {
            enterRoom(child, base, done);
            return;
        }
        if (child.name != QLatin1String("Number")) {
            warn(QStringLiteral("<%1> in <Dial> is not played by callsim").arg(child.name));
            continue;
        }
        numbers.append(child.text);
        if (const QString url = child.attribute(QLatin1String("url")); !url.isEmpty()) {
            whisper = base.resolved(QUrl(url));
            whisperMethod = child.attribute(QLatin1String("method"), whisperMethod);
        }
    }
    if (!dial.text.isEmpty()) {
        numbers.append(dial.text);
    }
    if (numbers.isEmpty()) {
        done({QStringLiteral("failed"), {}, {}, false});
        return;
    }
    m_facts.dialled += numbers;
    m_journal.add(Party::Phone, QStringLiteral("dials %1").arg(numbers.join(QStringLiteral(", "))));
    const QString callSid = newSid(QLatin1String("CA"));
    const QString number = numbers.constFirst();
    auto *callee = new Callee(
        m_scheduler, m_webhooks.network().calleeFor(number, m_script.callee),
        [this, callSid, number](const QString &method, const QUrl &url, const Parameters &extra, Document fetched) {
            m_webhooks.fetchForCallee(callSid, number, method, url, extra, std::move(fetched));
        },
        this);
    followDial(*callee, callSid, done);
    m_line.announce(ringback(LongestRinging), {});
    callee->ring(std::chrono::seconds(dial.number(QLatin1String("timeout"), 30)), whisper, whisperMethod);
}

void SimulatedCall::enterRoom(const Verb &room, const QUrl &base, const std::function<void(DialResult)> &done)
{
    const auto leaveWaiting = [this] {
        if (m_waiting) {
            m_waiting->stop();
            m_waiting->deleteLater();
        }
        m_line.stopAnnouncements();
    };
    ConferenceRooms::Guest guest;
    guest.endsForAll = room.attribute(QLatin1String("endConferenceOnExit")) == QLatin1String("true");
    guest.talking = [this, leaveWaiting] {
        leaveWaiting();
        talksToClinic();
    };
    guest.over = [this, leaveWaiting, done] {
        leaveWaiting();
        if (!m_ended) {
            done({QStringLiteral("completed"), {}, {}, false});
        }
    };
    if (const QString callback = room.attribute(QLatin1String("statusCallback")); !callback.isEmpty()) {
        guest.tell = [this, name = room.text, url = base.resolved(QUrl(callback))](const QString &event) {
            fetch(QStringLiteral("POST"), url,
                  {{QStringLiteral("StatusCallbackEvent"), event}, {QStringLiteral("FriendlyName"), name}},
                  [](const auto &) {});
        };
    }
    if (const QString wait = room.attribute(QLatin1String("waitUrl")); !wait.isEmpty()) {
        m_waiting = new TwimlWalker(*this, this);
        m_waiting->start(room.attribute(QLatin1String("waitMethod"), QStringLiteral("POST")),
                         base.resolved(QUrl(wait)));
    }
    m_rooms->enter(room.text, callSid(), std::move(guest));
}

void SimulatedCall::talksToClinic()
{
    m_talkedToClinic = true;
    m_line.meetPeople();
    m_line.stopAnnouncements();
    m_line.announce(m_sounds->callee, {});
}

void SimulatedCall::redirect(const QUrl &url)
{
    m_journal.add(Party::Phone, QStringLiteral("is sent to %1").arg(url.path()));
    if (m_rooms != nullptr) {
        m_rooms->leave(callSid());
    }
    if (m_waiting) {
        m_waiting->stop();
        m_waiting->deleteLater();
    }
    // The walker leaves its document first: whatever ends now must not go on with it.
    m_walker.start(QStringLiteral("POST"), url);
    m_line.stopAnnouncements();
    if (m_socket) {
        m_socket->hangUp();
    }
}

void SimulatedCall::staffIsRung(const QString &number)
{
    m_facts.dialled += number;
}

void SimulatedCall::followDial(Callee &callee, const QString &callSid, const std::function<void(DialResult)> &done)
{
    connect(&callee, &Callee::answered, this, [this] { m_journal.add(Party::Callee, QStringLiteral("answers")); });
    connect(&callee, &Callee::told, this,
            [this](const QString &text) { m_journal.add(Party::Callee, QStringLiteral("hears: %1").arg(text)); });
    connect(&callee, &Callee::warned, this, &SimulatedCall::warn);
    connect(&callee, &Callee::bridged, this, [this] {
        m_journal.add(Party::Callee, QStringLiteral("talks with the caller"));
        talksToClinic();
    });
    connect(&callee, &Callee::ended, this, [this, &callee, callSid, done](DialResult result) {
        callee.deleteLater();
        if (m_ended) {
            return;
        }
        m_journal.add(Party::Callee, result.status);
        m_line.stopAnnouncements();
        result.callSid = callSid;
        done(result);
    });
}

void SimulatedCall::warn(const QString &text)
{
    m_facts.warnings.append(text);
    m_journal.add(Party::Phone, QStringLiteral("WARNING %1").arg(text));
}

void SimulatedCall::onWalkEnded(WalkEnd end)
{
    switch (end) {
    case WalkEnd::DocumentEnded:
    case WalkEnd::HungUp:
        finish(m_talkedToClinic ? QStringLiteral("clinic") : QStringLiteral("assistant"),
               end == WalkEnd::HungUp ? QStringLiteral("<Hangup>") : QStringLiteral("end of the TwiML"));
        return;
    case WalkEnd::Rejected:
        finish(QStringLiteral("assistant"), QStringLiteral("<Reject>"));
        return;
    case WalkEnd::Failed:
        finish(QStringLiteral("phone"), QStringLiteral("an application error has occurred"));
        return;
    }
}

void SimulatedCall::finish(const QString &endedBy, const QString &ending)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_longestCall.reset();
    m_walker.stop();
    if (m_waiting) {
        m_waiting->stop();
    }
    if (m_rooms != nullptr) {
        m_rooms->leave(callSid());
    }
    Q_EMIT over();
    if (m_socket) {
        m_socket->hangUp();
    }
    m_line.hangUp();
    m_facts.script = m_script.name;
    m_facts.callSid = m_webhooks.callSid();
    m_facts.endedBy = endedBy;
    m_facts.ending = ending;
    m_facts.length = m_line.callTime();
    m_facts.linesLeft = m_line.patient().linesLeft();
    m_facts.measurements = m_line.measurements();
    m_facts.lateness = m_line.lateness();
    m_facts.recording = m_line.recording();
    m_journal.add(Party::Phone, QStringLiteral("call ended: %1").arg(ending));
    m_webhooks.setStatus(QStringLiteral("completed"));
    m_webhooks.postStatus(m_facts.length, [this](const Result<void> &answer) {
        if (!answer) {
            warn(QStringLiteral("%1: %2").arg(m_webhooks.network().statusPath, answer.error().message));
        }
        m_facts.journal = m_journal.entries();
        Q_EMIT finished();
    });
}

} // namespace Frontdesk::CallSim
