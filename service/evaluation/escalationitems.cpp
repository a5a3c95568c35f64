#include "service/evaluation/escalationitems.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <array>
#include <utility>

namespace Frontdesk::Evaluation {

namespace {

using Safety::Distress;
using Safety::Emergency;
using Safety::MedicalRequest;
using Safety::RequiredAction;

template <typename T, size_t N>
using Names = std::array<std::pair<const char *, T>, N>;

constexpr Names<Emergency, 4> Emergencies{{{"none", Emergency::None},
                                           {"medical", Emergency::Medical},
                                           {"self_harm", Emergency::SelfHarm},
                                           {"violence", Emergency::Violence}}};
constexpr Names<MedicalRequest, 5> MedicalRequests{{{"none", MedicalRequest::None},
                                                    {"medication", MedicalRequest::Medication},
                                                    {"refill", MedicalRequest::Refill},
                                                    {"test_results", MedicalRequest::TestResults},
                                                    {"medical_advice", MedicalRequest::MedicalAdvice}}};
constexpr Names<Distress, 3> Distresses{
    {{"none", Distress::None}, {"mild", Distress::Mild}, {"strong", Distress::Strong}}};
constexpr Names<bool, 2> Truths{{{"true", true}, {"false", false}}};
constexpr Names<RequiredAction, 3> Actions{{{"continue", RequiredAction::Continue},
                                            {"escalate", RequiredAction::Escalate},
                                            {"emergency_escalate", RequiredAction::EmergencyEscalate}}};

/// Takes one line's cells by column name and remembers the first label it does not know.
class LineReader {
public:
    LineReader(const QHash<QString, qsizetype> &columns, QStringList cells)
        : m_columns(columns)
        , m_cells(std::move(cells))
    {}

    QString text(const char *column) const { return m_cells.value(m_columns.value(QLatin1String(column), -1)); }

    template <typename T, size_t N>
    std::optional<T> label(const char *column, const Names<T, N> &names)
    {
        return known(column, text(column).trimmed(), names);
    }

    template <typename T, size_t N>
    std::optional<T> known(const char *column, const QString &word, const Names<T, N> &names)
    {
        for (const auto &[name, value] : names)
            if (word == QLatin1String(name))
                return value;
        if (!word.isEmpty() && m_problem.isEmpty())
            m_problem = QStringLiteral("%1 cannot be \"%2\"").arg(QLatin1String(column), word);
        return std::nullopt;
    }

    const QString &problem() const { return m_problem; }

private:
    const QHash<QString, qsizetype> &m_columns;
    QStringList m_cells;
    QString m_problem;
};

Result<EscalationItem> readItem(LineReader line)
{
    EscalationItem item;
    item.id = line.text("id");
    item.previousAssistant = line.text("prev_assistant");
    item.utterance = line.text("utterance");
    item.emergency = line.label("emergency", Emergencies);
    item.medicalRequest = line.label("medical_request", MedicalRequests);
    item.wantsHuman = line.label("wants_human", Truths);
    item.distress = line.label("distress", Distresses);
    const auto expected = line.label("expected_action", Actions);
    for (const QString &word : line.text("also_ok").split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const auto action = line.known("also_ok", word.trimmed(), Actions))
            item.alsoOk.insert(*action);
    item.category = line.text("category");
    item.tier = line.text("tier");
    if (!line.problem().isEmpty())
        return Error{ErrorCode::InvalidInput, line.problem()};
    if (!expected)
        return Error{ErrorCode::InvalidInput, QStringLiteral("expected_action is missing")};
    item.expected = *expected;
    return item;
}

} // namespace

Result<std::vector<EscalationItem>> parseEscalationItems(const QString &text, const QString &name)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    QHash<QString, qsizetype> columns;
    const QStringList heads = lines.front().trimmed().split(QLatin1Char('\t'));
    for (qsizetype column = 0; column < heads.size(); ++column)
        columns.insert(heads[column].trimmed(), column);
    if (!columns.contains(QStringLiteral("utterance")) || !columns.contains(QStringLiteral("expected_action")))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("%1 has no utterance or expected_action column").arg(name)};
    std::vector<EscalationItem> items;
    for (qsizetype number = 1; number < lines.size(); ++number) {
        QString line = lines[number];
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        if (line.trimmed().isEmpty())
            continue;
        auto item = readItem(LineReader(columns, line.split(QLatin1Char('\t'))));
        if (!item)
            return Error{ErrorCode::InvalidInput,
                         QStringLiteral("%1, line %2: %3").arg(name).arg(number + 1).arg(item.error().message)};
        items.push_back(std::move(item.value()));
    }
    if (items.empty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("%1 holds no items").arg(name)};
    return items;
}

Result<std::vector<EscalationItem>> readEscalationItems(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, QStringLiteral("%1 cannot be read").arg(path)};
    return parseEscalationItems(QString::fromUtf8(file.readAll()), path);
}

QString actionName(RequiredAction action)
{
    for (const auto &[name, value] : Actions)
        if (value == action)
            return QLatin1String(name);
    return {};
}

} // namespace Frontdesk::Evaluation
