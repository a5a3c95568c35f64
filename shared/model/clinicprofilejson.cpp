#include "shared/model/clinicprofile.h"

#include <QJsonArray>

namespace Frontdesk {

namespace {

QString isoTime(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

QJsonArray rangesToJson(const std::vector<TimeRange> &ranges)
{
    QJsonArray array;
    for (const TimeRange &range : ranges) {
        array.append(QString(isoTime(range.from) + QLatin1Char('-') + isoTime(range.to)));
    }
    return array;
}

/// Reads fields and keeps the first complaint, so that the reading code stays a plain list.
class Reader {
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {}

    void text(const char *key, QString &into)
    {
        if (const QJsonValue value = take(key, QJsonValue::String); !value.isUndefined()) {
            into = value.toString();
        }
    }
    void number(const char *key, double &into)
    {
        if (const QJsonValue value = take(key, QJsonValue::Double); !value.isUndefined()) {
            into = value.toDouble();
        }
    }
    void integer(const char *key, int &into)
    {
        if (const QJsonValue value = take(key, QJsonValue::Double); !value.isUndefined()) {
            into = value.toInt(into);
        }
    }
    void flag(const char *key, bool &into)
    {
        if (const QJsonValue value = take(key, QJsonValue::Bool); !value.isUndefined()) {
            into = value.toBool();
        }
    }
    void texts(const char *key, QStringList &into)
    {
        if (const QJsonValue value = take(key, QJsonValue::Array); !value.isUndefined()) {
            into.clear();
            for (const QJsonValue &item : value.toArray()) {
                if (!item.isString()) {
                    complain(key, "a list of texts");
                }
                into << item.toString();
            }
        }
    }
    [[nodiscard]] QJsonArray objects(const char *key) { return take(key, QJsonValue::Array).toArray(); }
    [[nodiscard]] QJsonObject object(const char *key) { return take(key, QJsonValue::Object).toObject(); }

    void complain(const char *key, const char *wanted)
    {
        if (m_complaint.isEmpty()) {
            m_complaint =
                QStringLiteral("Clinic profile: \"%1\" must be %2.").arg(QLatin1String(key), QLatin1String(wanted));
        }
    }
    void adopt(const Reader &inner)
    {
        if (m_complaint.isEmpty()) {
            m_complaint = inner.m_complaint;
        }
    }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    QJsonValue take(const char *key, QJsonValue::Type type)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() || value.type() == type) {
            return value;
        }
        switch (type) {
        case QJsonValue::String:
            complain(key, "a text");
            break;
        case QJsonValue::Double:
            complain(key, "a number");
            break;
        case QJsonValue::Bool:
            complain(key, "true or false");
            break;
        case QJsonValue::Array:
            complain(key, "a list");
            break;
        default:
            complain(key, "an object");
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonObject m_object;
    QString m_complaint;
};

void readHolidays(Reader &reader, OpeningHours &hours)
{
    for (const QJsonValue &item : reader.objects("holidays")) {
        Reader holidayReader(item.toObject());
        QString date;
        Holiday holiday;
        QStringList ranges;
        holidayReader.text("date", date);
        holidayReader.text("name", holiday.name);
        holidayReader.texts("hours", ranges);
        reader.adopt(holidayReader);
        const QDate day = QDate::fromString(date, Qt::ISODate);
        if (!day.isValid()) {
            reader.complain("holidays", "a list of objects with a \"date\" such as 2026-12-25");
            continue;
        }
        if (!ranges.isEmpty()) {
            const auto parsed = OpeningHours::parse(QStringLiteral("mon ") + ranges.join(QLatin1Char(',')));
            if (!parsed) {
                reader.complain("holidays", "a list of objects whose \"hours\" look like \"09:00-12:00\"");
                continue;
            }
            holiday.hours = parsed->weekly[0];
        }
        hours.holidays[day] = holiday;
    }
}

void readRecording(Reader &reader, RecordingMode &into)
{
    QString name = recordingModeName(into);
    reader.text("recording", name);
    if (const auto mode = recordingModeFromName(name)) {
        into = *mode;
    } else {
        reader.complain("recording", "off, on or with_consent");
    }
}

void readRecordedBy(Reader &reader, RecordedBy &into)
{
    QString name = recordedByName(into);
    reader.text("recorded_by", name);
    if (const auto who = recordedByFromName(name)) {
        into = *who;
    } else {
        reader.complain("recorded_by", "assistant or network");
    }
}

void readThresholds(Reader &reader, EscalationThresholds &thresholds)
{
    Reader inner(reader.object("thresholds"));
    inner.integer("version", thresholds.version);
    inner.number("transcript_confidence", thresholds.transcriptConfidence);
    inner.number("audio_quality", thresholds.audioQuality);
    inner.number("sentiment", thresholds.sentiment);
    inner.integer("clarifying_questions", thresholds.clarifyingQuestions);
    inner.integer("call_seconds", thresholds.callSeconds);
    inner.integer("confused_seconds", thresholds.confusedSeconds);
    inner.number("flags_to_escalate", thresholds.flagsToEscalate);
    reader.adopt(inner);
}

void readPeopleAndFacts(Reader &reader, ClinicProfile &profile)
{
    for (const QJsonValue &item : reader.objects("providers")) {
        Reader inner(item.toObject());
        Provider provider;
        inner.text("name", provider.name);
        inner.text("specialty", provider.specialty);
        inner.flag("female", provider.female);
        reader.adopt(inner);
        profile.providers.push_back(provider);
    }
    for (const QJsonValue &item : reader.objects("facts")) {
        Reader inner(item.toObject());
        ClinicFact fact;
        inner.texts("topics", fact.topics);
        inner.text("answer", fact.answer);
        reader.adopt(inner);
        profile.facts.push_back(fact);
    }
}

} // namespace

QJsonObject ClinicProfile::toJson() const
{
    QJsonArray holidays;
    for (const auto &[date, holiday] : hours.holidays) {
        holidays.append(QJsonObject{{QStringLiteral("date"), date.toString(Qt::ISODate)},
                                    {QStringLiteral("name"), holiday.name},
                                    {QStringLiteral("hours"), rangesToJson(holiday.hours)}});
    }
    QJsonArray providersJson;
    for (const Provider &provider : providers) {
        providersJson.append(QJsonObject{{QStringLiteral("name"), provider.name},
                                         {QStringLiteral("specialty"), provider.specialty},
                                         {QStringLiteral("female"), provider.female}});
    }
    QJsonArray factsJson;
    for (const ClinicFact &fact : facts) {
        factsJson.append(QJsonObject{{QStringLiteral("topics"), QJsonArray::fromStringList(fact.topics)},
                                     {QStringLiteral("answer"), fact.answer}});
    }
    const QJsonObject thresholdsJson{{QStringLiteral("version"), thresholds.version},
                                     {QStringLiteral("transcript_confidence"), thresholds.transcriptConfidence},
                                     {QStringLiteral("audio_quality"), thresholds.audioQuality},
                                     {QStringLiteral("sentiment"), thresholds.sentiment},
                                     {QStringLiteral("clarifying_questions"), thresholds.clarifyingQuestions},
                                     {QStringLiteral("call_seconds"), thresholds.callSeconds},
                                     {QStringLiteral("confused_seconds"), thresholds.confusedSeconds},
                                     {QStringLiteral("flags_to_escalate"), thresholds.flagsToEscalate}};
    return {{QStringLiteral("id"), id.text()},
            {QStringLiteral("name"), name},
            {QStringLiteral("number"), number},
            {QStringLiteral("line"), line},
            {QStringLiteral("on_call_line"), onCallLine},
            {QStringLiteral("time_zone"), QString::fromLatin1(timeZone.id())},
            {QStringLiteral("language"), language},
            {QStringLiteral("hours"), hours.toText()},
            {QStringLiteral("holidays"), holidays},
            {QStringLiteral("address"), address},
            {QStringLiteral("directions"), directions},
            {QStringLiteral("insurances"), QJsonArray::fromStringList(insurances)},
            {QStringLiteral("services"), QJsonArray::fromStringList(services)},
            {QStringLiteral("providers"), providersJson},
            {QStringLiteral("facts"), factsJson},
            {QStringLiteral("greeting"), greeting},
            {QStringLiteral("consent"), consent},
            {QStringLiteral("state"), state},
            {QStringLiteral("recording"), recordingModeName(recording)},
            {QStringLiteral("recorded_by"), recordedByName(recordedBy)},
            {QStringLiteral("callback_promise"), callbackPromise},
            {QStringLiteral("thresholds"), thresholdsJson}};
}

Result<ClinicProfile> ClinicProfile::fromJson(const QJsonObject &json)
{
    ClinicProfile profile;
    Reader reader(json);
    QString idText = profile.id.text();
    QString zone = QString::fromLatin1(profile.timeZone.id());
    QString hoursText;
    reader.text("id", idText);
    reader.text("name", profile.name);
    reader.text("number", profile.number);
    reader.text("line", profile.line);
    reader.text("on_call_line", profile.onCallLine);
    reader.text("time_zone", zone);
    reader.text("language", profile.language);
    reader.text("hours", hoursText);
    reader.text("address", profile.address);
    reader.text("directions", profile.directions);
    reader.texts("insurances", profile.insurances);
    reader.texts("services", profile.services);
    reader.text("greeting", profile.greeting);
    reader.text("consent", profile.consent);
    reader.text("state", profile.state);
    readRecording(reader, profile.recording);
    readRecordedBy(reader, profile.recordedBy);
    reader.text("callback_promise", profile.callbackPromise);
    profile.id = ClinicId(idText);
    profile.timeZone = QTimeZone(zone.toLatin1());
    const auto hours = OpeningHours::parse(hoursText);
    if (!hours) {
        return hours.error();
    }
    profile.hours = *hours;
    readHolidays(reader, profile.hours);
    readThresholds(reader, profile.thresholds);
    readPeopleAndFacts(reader, profile);
    if (!reader.complaint().isEmpty()) {
        return Error{ErrorCode::InvalidInput, reader.complaint()};
    }
    return profile;
}

} // namespace Frontdesk
