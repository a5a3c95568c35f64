#pragma once

#include <QQmlApplicationEngine>

namespace Frontdesk::Desktop {

class Desk;

/// Makes our QML modules, icons and fonts known to `engine`; call once, before anything is loaded.
void prepareEngine(QQmlEngine &engine);

/// Shows the main window of this desk; false when its QML cannot be loaded.
[[nodiscard]] bool showMainWindow(QQmlApplicationEngine &engine, Desk &desk);

/// Puts the translation for `language` ("en", "es"; empty: the system's) in place of the one before.
void useLanguage(QQmlEngine &engine, const QString &language);

} // namespace Frontdesk::Desktop
