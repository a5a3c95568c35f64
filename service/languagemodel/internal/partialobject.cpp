#include "service/languagemodel/internal/partialobject.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace Frontdesk::LanguageModel {

namespace {

/// Where the parts of an object's beginning are; positions within it.
struct Outline {
    qsizetype memberBegin = -1; ///< Of the member that is not complete.
    qsizetype end = -1;         ///< Behind the object's last brace; -1: it has not come.
    bool inText = false;        ///< The beginning ends within a text of the object itself.
};

Outline outlineOf(const QByteArray &object)
{
    Outline outline;
    int depth = 0;
    bool escaped = false;
    for (qsizetype at = 0; at < object.size(); ++at) {
        const char byte = object[at];
        if (outline.inText) {
            outline.inText = escaped || byte != '"';
            escaped = !escaped && byte == '\\';
        } else if (byte == '"') {
            outline.inText = true;
        } else if (byte == '{' || byte == '[') {
            outline.memberBegin = ++depth == 1 ? at + 1 : outline.memberBegin;
        } else if (byte == '}' || byte == ']') {
            if (--depth == 0) {
                outline.end = at + 1;
                return outline;
            }
        } else if (byte == ',' && depth == 1) {
            outline.memberBegin = at + 1;
        }
    }
    outline.inText = outline.inText && depth == 1;
    return outline;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// An escape that is not complete, at the end of a text.
QByteArray withoutOpenEscape(QByteArray text)
{
    static const QRegularExpression open(QStringLiteral("(?<!\\\\)(?:\\\\\\\\)*\\K\\\\(?:u[0-9a-fA-F]{0,3})?$"));
    const auto match = open.match(QString::fromLatin1(text));
    if (match.hasMatch()) {
        text.truncate(match.capturedStart());
    }
    return text;
}

} // namespace

PartialObject readPartialObject(const QByteArray &beginning)
{
    PartialObject partial;
    const qsizetype brace = beginning.indexOf('{');
    if (brace < 0) {
        return partial;
    }
    const QByteArray object = beginning.mid(brace);
    const Outline outline = outlineOf(object);
    if (outline.end > 0) {
        partial.whole = objectOf(object.left(outline.end));
        return partial;
    }
    QByteArray known = object.left(outline.memberBegin);
    if (known.endsWith(',')) {
        known.chop(1);
    }
    partial.whole = objectOf(known + '}');
    if (outline.inText) {
        const QJsonObject open = objectOf('{' + withoutOpenEscape(object.mid(outline.memberBegin)) + "\"}");
        if (!open.isEmpty()) { // Else it was the beginning of a name.
            partial.openName = open.begin().key();
            partial.openText = open.begin().value().toString();
        }
    }
    return partial;
}

QString wholeSentences(const QString &text)
{
    // A short word with a full stop is more often a title than the end of a sentence; then the next end is waited for.
    static const QRegularExpression end(
        QStringLiteral("(?:(?<!\\b\\p{L})(?<!\\b\\p{L}{2})(?<!\\bMrs)\\.|[!?])(?=\\s+\\S)"));
    qsizetype length = 0;
    for (auto found = end.globalMatch(text); found.hasNext();) {
        length = found.next().capturedEnd();
    }
    return text.left(length).trimmed();
}

} // namespace Frontdesk::LanguageModel
