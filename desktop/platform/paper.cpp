#include "desktop/platform/paper.h"

#include <QPrinter>
#include <QPrinterInfo>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Frontdesk::Platform {

QString Paper::printPage(const QString &title, const QString &text)
{
    const auto chosen = QPrinterInfo::defaultPrinter();
    if (chosen.isNull())
        return tr("This computer has no printer. Set one up in the system's settings.");
    QPrinter printer(chosen, QPrinter::HighResolution);
    draw(title, text, printer);
    return printer.printerState() == QPrinter::Error ? tr("The printer did not take the page.") : QString();
}

void Paper::draw(const QString &title, const QString &text, QPagedPaintDevice &device)
{
    QTextDocument page;
    page.setDefaultFont(QFont(u"Inter"_s, 11));
    page.setHtml("<h2>"_L1 + title.toHtmlEscaped() + "</h2>"_L1 + "<div style='white-space: pre-wrap'>"_L1 +
                 text.toHtmlEscaped() + "</div>"_L1);
    page.print(&device);
}

} // namespace Frontdesk::Platform
