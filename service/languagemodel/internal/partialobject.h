#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Frontdesk::LanguageModel {

/// What is known of a JSON object of which only the beginning has arrived.
struct PartialObject {
    QJsonObject whole; ///< The members whose values are complete, by the comma behind them or the object's end.
    QString openName;  ///< The member whose text is still coming; empty: none.
    QString openText;  ///< What there is of it.
};

/// Whatever stands before the first brace is skipped. A beginning that is no JSON gives nothing.
[[nodiscard]] PartialObject readPartialObject(const QByteArray &beginning);

/// The sentences of a text that goes on: up to the last full stop, question or exclamation mark that has more text behind
/// it and does not end a title or an abbreviation.
[[nodiscard]] QString wholeSentences(const QString &text);

} // namespace Frontdesk::LanguageModel
