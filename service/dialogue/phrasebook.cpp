#include "service/dialogue/phrasebook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

// A static library's resources are only linked in when somebody asks for them by name.
static void initPhraseResources()
{
    Q_INIT_RESOURCE(phrases);
}

namespace Frontdesk::Dialogue {

namespace {

const QString English = QStringLiteral("en");

Error unusable(const QString &id)
{
    return {ErrorCode::InvalidInput, QStringLiteral("Phrases: \"%1\" needs a non-empty list of texts.").arg(id)};
}

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &item : value.toArray()) {
        all << item.toString();
    }
    return all;
}

} // namespace

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{([a-z_]+)\\}"));
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        if (const QString name = matches.next().captured(1); !found.contains(name)) {
            found << name;
        }
    }
    return found;
}

Result<std::map<QString, Wording>> PhraseBook::parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("Phrases: not a JSON object.")};
    }
    std::map<QString, Wording> phrases;
    const QJsonObject all = document.object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QJsonObject fields = entry.value().toObject();
        Wording phrase;
        phrase.variants = texts(fields.value(QLatin1String("text")));
        phrase.simple = texts(fields.value(QLatin1String("simple")));
        phrase.mustBeHeard = fields.value(QLatin1String("must_be_heard")).toBool();
        phrase.givesWay = fields.value(QLatin1String("gives_way")).toBool();
        if (phrase.variants.isEmpty() || phrase.variants.contains(QString()) || phrase.simple.contains(QString())) {
            return unusable(entry.key());
        }
        phrases[entry.key()] = phrase;
    }
    return phrases;
}

PhraseBook::PhraseBook()
{
    initPhraseResources();
    for (const QString &language : {English, QStringLiteral("es")}) {
        QFile file(QStringLiteral(":/phrases/%1.json").arg(language));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto phrases = parse(opened ? file.readAll() : QByteArray());
        // Built in and held by a test, so it can only fail in a broken build.
        Q_ASSERT_X(phrases.ok(), "PhraseBook", "built-in phrases");
        m_languages[language] = std::move(phrases).valueOr({});
    }
}

const PhraseBook &PhraseBook::builtIn()
{
    static const PhraseBook book;
    return book;
}

bool PhraseBook::has(const QString &id) const
{
    return m_languages.at(English).contains(id);
}

const Wording &PhraseBook::phrase(const QString &id, const QString &language) const
{
    if (const auto known = m_languages.find(language); known != m_languages.end() && known->second.contains(id)) {
        return known->second.at(id);
    }
    return m_languages.at(English).at(id);
}

QString PhraseBook::text(const QString &id, const QString &language, const PhraseValues &values, int variant,
                         bool simple) const
{
    const Wording &found = phrase(id, language);
    const QStringList &wordings = simple && !found.simple.isEmpty() ? found.simple : found.variants;
    QString text = wordings[variant % wordings.size()];
    for (auto value = values.begin(); value != values.end(); ++value) {
        text.replace(QLatin1Char('{') + value.key() + QLatin1Char('}'), value.value());
    }
    return text;
}

QStringList PhraseBook::ids(const QString &language) const
{
    QStringList all;
    for (const auto &[id, phrase] : m_languages.at(language)) {
        all << id;
    }
    return all;
}

std::vector<FixedSentence> PhraseBook::fixedSentences(const ClinicProfile &clinic) const
{
    const PhraseValues known{{QStringLiteral("clinic"), clinic.name},
                             {QStringLiteral("address"), clinic.address},
                             {QStringLiteral("directions"), clinic.directions}};
    std::vector<FixedSentence> sentences;
    const auto add = [&](const QString &id, const QString &language, QString text, bool mustBeHeard) {
        for (auto value = known.begin(); value != known.end(); ++value) {
            if (!value.value().isEmpty()) {
                text.replace(QLatin1Char('{') + value.key() + QLatin1Char('}'), value.value());
            }
        }
        if (!text.trimmed().isEmpty() && placeholdersIn(text).isEmpty()) {
            sentences.push_back({id, language, text, mustBeHeard});
        }
    };
    add(QStringLiteral("greeting.custom"), clinic.language, clinic.greeting, false);
    if (clinic.recording != RecordingMode::Off) {
        add(QStringLiteral("consent.recording"), clinic.language, clinic.consent, true);
    }
    for (const ClinicFact &fact : clinic.facts) {
        add(QStringLiteral("answer.fact"), English, fact.answer, false);
    }
    for (const auto &[language, phrases] : m_languages) {
        for (const auto &[id, phrase] : phrases) {
            for (const QString &text : phrase.variants + phrase.simple) {
                add(id, language, text, phrase.mustBeHeard);
            }
        }
    }
    return sentences;
}

} // namespace Frontdesk::Dialogue
