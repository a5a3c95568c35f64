/// The small size: ages, hints, labels of fields.
Label {
    secondary: true
    font.pixelSize: Theme.small
}
