import QtQuick

/// One of our line icons in one colour. Decoration: what it means stands beside it or in its control's name.
Image {
    property string name
    property color color: Theme.muted
    property int size: Theme.icon

    width: size
    height: size
    sourceSize.width: size * Screen.devicePixelRatio
    sourceSize.height: size * Screen.devicePixelRatio
    source: name === "" ? "" : "image://icons/" + name + "/" + hex(color)
    Accessible.ignored: true

    function hex(c: color): string {
        const two = v => ("0" + Math.round(v * 255).toString(16)).slice(-2);
        return two(c.a) + two(c.r) + two(c.g) + two(c.b);
    }
}
