#include "service/api/internal/operations.h"

#include <QFile>

static void initApiResources()
{
    Q_INIT_RESOURCE(api);
}

namespace Frontdesk::Api {

namespace {

QByteArray document()
{
    initApiResources();
    QFile file(QStringLiteral(":/api/openapi.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::vector<Operation> documentOperations()
{
    const QByteArray openApi = document();
    return {{Http::Method::Get,
             QStringLiteral("/api/v1/openapi.json"),
             {},
             {},
             [openApi](const Http::HttpRequest &, const Http::HttpResponder &reply) {
                 reply.send(Http::HttpResponse::json(200, openApi));
             }}};
}

} // namespace Frontdesk::Api
