import QtQuick

/// The large size: what this page or card is about.
Label {
    font.pixelSize: Theme.title
    strong: true
    Accessible.role: Accessible.Heading
}
