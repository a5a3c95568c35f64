#pragma once

#include "service/dialogue/slots/internal/calendar.h"

namespace Frontdesk::Dialogue {

/// One mention of a day, week or month.
struct DatePiece {
    WordSpan words;
    DateSpan dates;
    int weekday = 0;           ///< Said as a weekday without a day number.
    QDate week;                ///< Monday of the week that was said with, or as, it; invalid: none was.
    bool weekly = false;       ///< "Tuesdays", "any Tuesday", "weekends": days rather than a date.
    std::vector<int> weekdays; ///< Of a weekly mention.
    bool endOf = false;        ///< "The end of ...": what comes before it reaches to its end.
};

/// Reads single mentions, one after the other, each in the light of those before ("March ninth or the tenth").
class DatePieces {
public:
    /// `asked`: our question was for a day, so a bare "twentieth" or "March" is one.
    DatePieces(const SpokenText &text, QDate today, bool asked)
        : m_text(text)
        , m_today(today)
        , m_asked(asked)
    {}

    /// The mention that begins exactly at word `at`.
    [[nodiscard]] std::optional<DatePiece> readAt(int at);

private:
    using Found = std::optional<DatePiece>;

    static DatePiece piece(int first, int last, DateSpan dates);
    static DatePiece day(int first, int last, QDate date);

    [[nodiscard]] Found mention(int at) const;
    [[nodiscard]] Found nearDay(int at) const;
    [[nodiscard]] Found distance(int at) const;
    [[nodiscard]] Found distanceFrom(int start, int at, int count, bool led) const;
    [[nodiscard]] Found week(int at) const;
    [[nodiscard]] Found weekBeside(int at) const;
    [[nodiscard]] Found weekAfterAnchor(int at) const;
    [[nodiscard]] Found weekend(int at) const;
    [[nodiscard]] Found month(int at) const;
    [[nodiscard]] Found weekOfMonth(int at) const;
    [[nodiscard]] Found weekday(int at) const;
    [[nodiscard]] Found weekdayDetail(DatePiece piece, bool bare) const;
    [[nodiscard]] Found monthDay(int at) const;
    [[nodiscard]] Found dayOfMonth(int at) const;
    [[nodiscard]] Found written(int at) const;
    [[nodiscard]] Found dayBeside(int at) const;

    struct NamedMonth {
        DateSpan dates;
        int words = 0;
    };
    [[nodiscard]] std::optional<NamedMonth> monthAt(int at) const;
    /// True where a mention may end: nothing follows, or another clause.
    [[nodiscard]] bool endsHere(int at) const
    {
        return at >= m_text.size() ||
               m_text.isAny(at, {"is", "'s", "works", "would", "if", "please", "my", "at", "in", "or", "and", "instead",
                                 "for", "that", "because", "so", "then", "i", "same"});
    }
    [[nodiscard]] int afterThe(int at) const { return m_text.is(at, "the") ? at + 1 : at; }

    const SpokenText &m_text;
    QDate m_today;
    bool m_asked;
    QDate m_lastMonth;  ///< First day of the month named last.
    QDate m_anchor;     ///< The day named last.
    QDate m_anchorWeek; ///< Monday of the week named last, where it was a week rather than a day.
};

} // namespace Frontdesk::Dialogue
