#pragma once

#include <QQuickItem>

#include <algorithm>

namespace Frontdesk::Tests {

/// `root` and everything that is drawn in it, whoever made it: what a Repeater makes is nobody's child.
[[nodiscard]] inline QList<QQuickItem *> itemsBelow(QQuickItem *root)
{
    QList<QQuickItem *> items{root};
    const auto children = root->childItems();
    for (auto *const child : children)
        items += itemsBelow(child);
    return items;
}

/// The first of them that has this name; null: none has.
[[nodiscard]] inline QQuickItem *itemBelow(QQuickItem *root, const QString &name)
{
    const auto items = itemsBelow(root);
    const auto found = std::find_if(items.begin(), items.end(), [&](auto *one) { return one->objectName() == name; });
    return found == items.end() ? nullptr : *found;
}

} // namespace Frontdesk::Tests
