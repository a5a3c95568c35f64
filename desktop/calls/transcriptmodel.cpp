#include "desktop/calls/transcriptmodel.h"

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

namespace {

/// Underlined where the recognizer was unsure of a caller's word.
QString markDoubts(const QString &text, const QJsonArray &words, bool &doubtful)
{
    QStringList marked;
    for (const auto &item : words) {
        const auto word = item.toObject();
        const auto plain = word.value("text"_L1).toString().toHtmlEscaped();
        const bool unsure = word.value("confidence"_L1).toDouble(1) < TranscriptModel::DoubtfulBelow;
        doubtful = doubtful || unsure;
        marked << (unsure ? "<u>"_L1 + plain + "</u>"_L1 : plain);
    }
    return marked.isEmpty() ? text.toHtmlEscaped() : marked.join(u' ');
}

/// Struck through where the caller talked over the assistant and never heard the rest.
QString markUnheard(const QString &text, const QString &heard)
{
    return heard.toHtmlEscaped() + "<s>"_L1 + text.mid(heard.size()).toHtmlEscaped() + "</s>"_L1;
}

} // namespace

TranscriptModel::Turn TranscriptModel::fromJson(const QJsonObject &json)
{
    Turn turn;
    turn.number = json.value("number"_L1).toInt();
    turn.caller = json.value("speaker"_L1).toString() == "caller"_L1;
    turn.text = json.value("text"_L1).toString();
    turn.confidence = json.value("confidence"_L1).toDouble(1);
    turn.startMs = json.value("start_ms"_L1).toInt();
    turn.endMs = json.value("end_ms"_L1).toInt();
    const auto heard = json.value("heard_text"_L1);
    // An assistant's turn is written down when it begins, and again when it is known how much was heard.
    turn.final = turn.caller || turn.endMs > turn.startMs;
    turn.cutOff = turn.final && !turn.caller && heard.isString() && heard.toString() != turn.text &&
                  turn.text.startsWith(heard.toString());
    turn.markedText = turn.cutOff ? markUnheard(turn.text, heard.toString())
                                  : markDoubts(turn.text, json.value("words"_L1).toArray(), turn.doubtful);
    if (turn.caller && turn.confidence < DoubtfulBelow)
        turn.doubtful = true;
    return turn;
}

void TranscriptModel::setCallId(const QString &id)
{
    if (id == m_callId)
        return;
    m_callId = id;
    m_problem.clear();
    take({});
    Q_EMIT callIdChanged();
    reload();
}

void TranscriptModel::begin(const QString &id)
{
    m_callId = id;
    m_problem.clear();
    m_loading = false;
    take({});
    Q_EMIT callIdChanged();
    Q_EMIT changed();
}

void TranscriptModel::reload()
{
    if (m_callId.isEmpty())
        return;
    m_loading = true;
    Q_EMIT changed();
    m_api->get("/calls/"_L1 + m_callId + "/turns"_L1, {}, this, [this, id = m_callId](const Client::ApiAnswer &answer) {
        if (id != m_callId)
            return;
        m_loading = false;
        m_problem = answer.sentence();
        if (answer.ok())
            take(answer.body.value("items"_L1).toArray());
        Q_EMIT changed();
    });
}

void TranscriptModel::take(const QJsonArray &turns)
{
    beginResetModel();
    m_turns.clear();
    for (const auto &turn : turns)
        m_turns.push_back(fromJson(turn.toObject()));
    endResetModel();
}

void TranscriptModel::onCallWords(const QVariantMap &words)
{
    if (words.value(u"call_id"_s).toString() != m_callId || m_callId.isEmpty())
        return;
    const int number = words.value(u"turn"_s).toInt();
    const bool caller = words.value(u"speaker"_s).toString() == "caller"_L1;
    const auto text = words.value(u"text"_s).toString();
    const auto same = [&](const Turn &turn) { return turn.number == number && turn.caller == caller; };
    auto place = std::find_if(m_turns.begin(), m_turns.end(), same);
    if (place == m_turns.end()) {
        beginInsertRows({}, count(), count());
        m_turns.emplace_back();
        endInsertRows();
        place = std::prev(m_turns.end());
    }
    if (const auto record = words.value(u"record"_s).toMap(); !record.isEmpty()) {
        *place = fromJson(QJsonObject::fromVariantMap(record));
    } else {
        place->number = number;
        place->caller = caller;
        place->text = text;
        place->markedText = text.toHtmlEscaped();
        place->final = words.value(u"final"_s).toBool();
    }
    const int at = int(place - m_turns.begin());
    Q_EMIT dataChanged(index(at), index(at));
    Q_EMIT changed();
}

int TranscriptModel::rowAt(int positionMs) const
{
    const auto later = [](int ms, const Turn &turn) { return ms < turn.startMs; };
    return int(std::upper_bound(m_turns.begin(), m_turns.end(), positionMs, later) - m_turns.begin()) - 1;
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &turn = m_turns[size_t(index.row())];
    switch (role) {
    case NumberRole:
        return turn.number;
    case CallerRole:
        return turn.caller;
    case TextRole:
        return turn.text;
    case MarkedTextRole:
        return turn.markedText;
    case DoubtfulRole:
        return turn.doubtful;
    case CutOffRole:
        return turn.cutOff;
    case ConfidenceRole:
        return turn.confidence;
    case StartMsRole:
        return turn.startMs;
    case EndMsRole:
        return turn.endMs;
    case FinalRole:
        return turn.final;
    default:
        return {};
    }
}

QHash<int, QByteArray> TranscriptModel::roleNames() const
{
    return {{NumberRole, "number"},         {CallerRole, "caller"},     {TextRole, "text"},
            {MarkedTextRole, "markedText"}, {DoubtfulRole, "doubtful"}, {CutOffRole, "cutOff"},
            {ConfidenceRole, "confidence"}, {StartMsRole, "startMs"},   {EndMsRole, "endMs"},
            {FinalRole, "settled"}};
}

} // namespace Frontdesk::Calls
