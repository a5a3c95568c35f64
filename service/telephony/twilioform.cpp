#include "service/telephony/twilioform.h"

#include "service/http/percentencoding.h"

#include <QString>
#include <QStringDecoder>

namespace Frontdesk::Telephony {

namespace {

Error notAForm(const QString &why)
{
    return {ErrorCode::InvalidInput, QStringLiteral("The webhook's form cannot be read: %1.").arg(why)};
}

Result<QByteArray> decode(QByteArrayView text)
{
    auto decoded = Http::percentDecoded(text, true);
    if (!decoded) {
        return notAForm(QStringLiteral("an escape is broken"));
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text16 = utf8.decode(*decoded);
    if (utf8.hasError() || text16.contains(QChar::Null)) {
        return notAForm(QStringLiteral("it is not UTF-8 text"));
    }
    return std::move(*decoded);
}

} // namespace

Result<TwilioForm> TwilioForm::parse(QByteArrayView body)
{
    std::vector<Parameter> parameters;
    while (!body.isEmpty()) {
        const qsizetype end = body.indexOf('&');
        const QByteArrayView item = end < 0 ? body : body.first(end);
        body = end < 0 ? QByteArrayView() : body.sliced(end + 1);
        const qsizetype equals = item.indexOf('=');
        if (equals <= 0) {
            return notAForm(QStringLiteral("a parameter has no name or no value"));
        }
        if (parameters.size() == size_t{MaximumParameters}) {
            return notAForm(QStringLiteral("it has too many parameters"));
        }
        auto name = decode(item.first(equals));
        if (!name) {
            return name.error();
        }
        auto value = decode(item.sliced(equals + 1));
        if (!value) {
            return value.error();
        }
        parameters.push_back({std::move(name).value(), std::move(value).value()});
    }
    return TwilioForm(std::move(parameters));
}

bool TwilioForm::contains(QByteArrayView name) const
{
    return std::any_of(m_parameters.begin(), m_parameters.end(),
                       [name](const Parameter &parameter) { return parameter.name == name; });
}

QString TwilioForm::text(QByteArrayView name) const
{
    for (const Parameter &parameter : m_parameters) {
        if (parameter.name == name) {
            return QString::fromUtf8(parameter.value);
        }
    }
    return {};
}

} // namespace Frontdesk::Telephony
