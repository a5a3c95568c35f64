#include "tools/callsim/twiml.h"

#include <QXmlStreamReader>

namespace Frontdesk::CallSim {

namespace {

constexpr qsizetype LargestDocument = 64 * 1024;

Error notTwiml(const QString &why)
{
    return Error{ErrorCode::InvalidInput, why};
}

Verb readVerb(QXmlStreamReader &xml)
{
    Verb verb;
    verb.name = xml.name().toString();
    const auto attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        verb.attributes.insert(attribute.name().toString(), attribute.value().toString());
    }
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            verb.children.push_back(readVerb(xml));
            break;
        case QXmlStreamReader::Characters:
            verb.text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            verb.text = verb.text.trimmed();
            return verb;
        default:
            break;
        }
    }
    return verb;
}

} // namespace

QString Verb::attribute(QLatin1String key, const QString &otherwise) const
{
    return attributes.value(QString(key), otherwise);
}

int Verb::number(QLatin1String key, int otherwise) const
{
    bool ok = false;
    const int value = attribute(key).toInt(&ok);
    return ok ? value : otherwise;
}

Result<std::vector<Verb>> parseTwiml(const QByteArray &document)
{
    if (document.size() > LargestDocument) {
        return notTwiml(QStringLiteral("11750: the TwiML is larger than 64 kB"));
    }
    if (!document.startsWith('<')) {
        return notTwiml(QStringLiteral("12100: the document does not start with XML"));
    }
    QXmlStreamReader xml(document);
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("Response")) {
        return notTwiml(QStringLiteral("12100: the document's root is not <Response>"));
    }
    Verb root = readVerb(xml);
    if (xml.hasError()) {
        return notTwiml(QStringLiteral("12100: %1").arg(xml.errorString()));
    }
    return std::move(root.children);
}

} // namespace Frontdesk::CallSim
