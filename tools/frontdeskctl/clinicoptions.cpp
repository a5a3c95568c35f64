#include "tools/frontdeskctl/clinicoptions.h"

namespace Frontdesk::Ctl {

namespace {

Error wrong(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

struct TextOption {
    const char *option;
    QString ClinicProfile::*field;
};

constexpr TextOption TextOptions[] = {
    {"name", &ClinicProfile::name},
    {"number", &ClinicProfile::number},
    {"line", &ClinicProfile::line},
    {"on-call-line", &ClinicProfile::onCallLine},
    {"language", &ClinicProfile::language},
    {"address", &ClinicProfile::address},
    {"directions", &ClinicProfile::directions},
    {"greeting", &ClinicProfile::greeting},
    {"consent", &ClinicProfile::consent},
    {"state", &ClinicProfile::state},
    {"callback-promise", &ClinicProfile::callbackPromise},
};

/// All values, each of which may hold several separated by commas.
QStringList commaList(const QStringList &values)
{
    QStringList items;
    for (const QString &item : values.join(QLatin1Char(',')).split(QLatin1Char(','))) {
        if (!item.trimmed().isEmpty()) {
            items << item.trimmed();
        }
    }
    return items;
}

/// Takes apart `left=right`.
std::optional<std::pair<QString, QString>> splitPair(const QString &value)
{
    const qsizetype equals = value.indexOf(QLatin1Char('='));
    if (equals < 1) {
        return std::nullopt;
    }
    return std::pair(value.left(equals).trimmed(), value.mid(equals + 1).trimmed());
}

Result<Provider> readProvider(const QString &value)
{
    const QStringList parts = value.split(QLatin1Char('|'));
    const QString sex = parts.value(2).trimmed().toLower();
    const bool known = sex.isEmpty() || sex == QLatin1String("female") || sex == QLatin1String("male");
    if (parts.size() > 3 || parts[0].trimmed().isEmpty() || !known) {
        return wrong(
            QStringLiteral("--provider looks like \"Dr. Maria Lopez|family medicine|female\", not \"%1\".").arg(value));
    }
    return Provider{parts[0].trimmed(), parts.value(1).trimmed(), sex == QLatin1String("female")};
}

Result<ClinicFact> readFact(const QString &value)
{
    const auto pair = splitPair(value);
    const QStringList topics = pair ? commaList({pair->first}) : QStringList();
    if (topics.isEmpty() || pair->second.isEmpty()) {
        return wrong(QStringLiteral("--fact looks like \"parking,where do i park=Behind the building.\", not \"%1\".")
                         .arg(value));
    }
    return ClinicFact{topics, pair->second};
}

Result<std::pair<QDate, Holiday>> readHoliday(const QString &value)
{
    const auto pair = splitPair(value);
    const QDate date = pair ? QDate::fromString(pair->first, Qt::ISODate) : QDate();
    const QStringList parts = pair ? pair->second.split(QLatin1Char('|')) : QStringList();
    if (!date.isValid() || parts.size() > 2 || parts[0].trimmed().isEmpty()) {
        return wrong(QStringLiteral("--holiday looks like \"2026-12-25=Christmas Day\" or \"2026-12-24=Christmas "
                                    "Eve|08:00-12:00\", not \"%1\".")
                         .arg(value));
    }
    Holiday holiday{parts[0].trimmed(), {}};
    if (parts.size() == 2) {
        const auto hours = OpeningHours::parse(QStringLiteral("mon ") + parts[1].trimmed());
        if (!hours) {
            return wrong(QStringLiteral("--holiday: cannot read the hours \"%1\"; write for example 08:00-12:00.")
                             .arg(parts[1]));
        }
        holiday.hours = hours->weekly[0];
    }
    return std::pair(date, holiday);
}

/// Reads every non-empty value of an option and hands it to `keep`.
template <typename Read, typename Keep>
Result<void> forEachValue(const CommandLine &line, const QString &option, Read read, Keep keep)
{
    for (const QString &value : line.values(option)) {
        if (value.isEmpty()) {
            continue;
        }
        const auto item = read(value);
        if (!item) {
            return item.error();
        }
        keep(*item);
    }
    return {};
}

Result<void> applyHours(const CommandLine &line, ClinicProfile &profile)
{
    if (line.has(QStringLiteral("hours"))) {
        const auto hours = OpeningHours::parse(line.value(QStringLiteral("hours")));
        if (!hours) {
            return hours.error();
        }
        profile.hours.weekly = hours->weekly;
    }
    if (line.has(QStringLiteral("holiday"))) {
        profile.hours.holidays.clear();
    }
    return forEachValue(line, QStringLiteral("holiday"), readHoliday,
                        [&](const std::pair<QDate, Holiday> &item) { profile.hours.holidays.insert(item); });
}

Result<void> applyPeopleAndFacts(const CommandLine &line, ClinicProfile &profile)
{
    if (line.has(QStringLiteral("provider"))) {
        profile.providers.clear();
    }
    if (line.has(QStringLiteral("fact"))) {
        profile.facts.clear();
    }
    if (auto read = forEachValue(line, QStringLiteral("provider"), readProvider,
                                 [&](const Provider &item) { profile.providers.push_back(item); });
        !read) {
        return read;
    }
    return forEachValue(line, QStringLiteral("fact"), readFact,
                        [&](const ClinicFact &item) { profile.facts.push_back(item); });
}

/// Thresholds go through the profile's JSON, so that their names are those of the stored profile.
Result<void> applyThresholds(const CommandLine &line, ClinicProfile &profile)
{
    QJsonObject json = profile.toJson();
    QJsonObject thresholds = json.value(QLatin1String("thresholds")).toObject();
    for (const QString &value : line.values(QStringLiteral("threshold"))) {
        const auto pair = splitPair(value);
        bool isNumber = false;
        const double number = pair ? pair->second.toDouble(&isNumber) : 0;
        if (!isNumber || pair->first == QLatin1String("version") || !thresholds.contains(pair->first)) {
            QStringList names = thresholds.keys();
            names.removeAll(QStringLiteral("version"));
            return wrong(QStringLiteral("--threshold looks like \"audio_quality=0.6\", not \"%1\"; there are %2.")
                             .arg(value, names.join(QStringLiteral(", "))));
        }
        thresholds.insert(pair->first, number);
    }
    json.insert(QStringLiteral("thresholds"), thresholds);
    const auto read = ClinicProfile::fromJson(json);
    if (!read) {
        return read.error();
    }
    profile.thresholds = read->thresholds;
    return {};
}

} // namespace

std::vector<Option> clinicOptions()
{
    std::vector<Option> options{{QStringLiteral("timezone")},
                                {QStringLiteral("recording")},
                                {QStringLiteral("recorded-by")},
                                {QStringLiteral("hours")},
                                {QStringLiteral("insurance"), Option::Kind::Values},
                                {QStringLiteral("service"), Option::Kind::Values},
                                {QStringLiteral("holiday"), Option::Kind::Values},
                                {QStringLiteral("provider"), Option::Kind::Values},
                                {QStringLiteral("fact"), Option::Kind::Values},
                                {QStringLiteral("threshold"), Option::Kind::Values},
                                {QStringLiteral("json"), Option::Kind::Flag}};
    for (const TextOption &text : TextOptions) {
        options.push_back({QString::fromLatin1(text.option)});
    }
    return options;
}

QString clinicOptionsUsage()
{
    return QStringLiteral(
        "  --name NAME                  what the clinic is called\n"
        "  --number +15550100000        the number patients call\n"
        "  --line +15550199999          the clinic's own line, where people answer\n"
        "  --on-call-line +15550199998  rung for emergencies after hours\n"
        "  --timezone America/New_York  where the clinic's clocks are\n"
        "  --hours \"mon-fri 08:00-17:00; sat 09:00-12:00\"\n"
        "  --holiday \"2026-12-25=Christmas Day\", \"2026-12-24=Christmas Eve|08:00-12:00\" (repeatable)\n"
        "  --address TEXT, --directions TEXT\n"
        "  --insurance NAME, --service NAME (repeatable, or separated by commas)\n"
        "  --provider \"Dr. Maria Lopez|family medicine|female\" (repeatable)\n"
        "  --fact \"parking,where do i park=Behind the building.\" (repeatable)\n"
        "  --greeting TEXT, --consent TEXT, --callback-promise \"within 2 hours\"\n"
        "  --language en|es\n"
        "  --recording off|on|with_consent, --state CA (whose law says who must consent)\n"
        "  --recorded-by assistant|network (whoever makes the recording)\n"
        "  --threshold audio_quality=0.6 (repeatable)\n"
        "  --json                       answer with the whole profile\n");
}

Result<void> applyClinicOptions(const CommandLine &line, ClinicProfile &profile)
{
    for (const TextOption &text : TextOptions) {
        if (const QString option = QString::fromLatin1(text.option); line.has(option)) {
            profile.*text.field = line.value(option).trimmed();
        }
    }
    if (line.has(QStringLiteral("recording"))) {
        const auto mode = recordingModeFromName(line.value(QStringLiteral("recording")));
        if (!mode) {
            return wrong(QStringLiteral("--recording is off, on or with_consent."));
        }
        profile.recording = *mode;
    }
    if (line.has(QStringLiteral("recorded-by"))) {
        const auto who = recordedByFromName(line.value(QStringLiteral("recorded-by")));
        if (!who) {
            return wrong(QStringLiteral("--recorded-by is assistant or network."));
        }
        profile.recordedBy = *who;
    }
    if (line.has(QStringLiteral("timezone"))) {
        profile.timeZone = QTimeZone(line.value(QStringLiteral("timezone")).toLatin1());
    }
    if (line.has(QStringLiteral("insurance"))) {
        profile.insurances = commaList(line.values(QStringLiteral("insurance")));
    }
    if (line.has(QStringLiteral("service"))) {
        profile.services = commaList(line.values(QStringLiteral("service")));
    }
    for (const auto apply : {applyHours, applyPeopleAndFacts, applyThresholds}) {
        if (auto applied = apply(line, profile); !applied) {
            return applied;
        }
    }
    return {};
}

} // namespace Frontdesk::Ctl
