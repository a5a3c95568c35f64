pragma Singleton
import QtQuick

/// Every colour, size and time our controls use. Pages name these and nothing else.
QtObject {
    id: root

    /// system, light, dark or contrast
    property string mode: "system"
    /// 1 to 2; follows the person's wish, on top of what the screen does.
    property real scale: 1
    /// The whole computer is set to high contrast; told by the window.
    property bool systemContrast: false
    readonly property bool contrast: mode === "contrast" || (mode === "system" && systemContrast)
    readonly property bool dark: mode === "dark" || contrast || (mode === "system" && systemPalette.window.hslLightness < 0.5)

    readonly property SystemPalette systemPalette: SystemPalette {}

    // Surfaces
    readonly property color base: contrast ? "#000000" : dark ? "#0f141a" : "#ffffff"
    readonly property color panel: contrast ? "#000000" : dark ? "#161c24" : "#f6f8fa"
    readonly property color raised: contrast ? "#101010" : dark ? "#1b222c" : "#ffffff"
    readonly property color hover: contrast ? "#262626" : dark ? "#1d2530" : "#eef1f5"
    readonly property color pressed: contrast ? "#333333" : dark ? "#252f3c" : "#e3e8ee"
    readonly property color selection: contrast ? "#1a3350" : dark ? "#17294a" : "#e6effd"
    readonly property color line: contrast ? "#ffffff" : dark ? "#2a323d" : "#dfe4ea"
    readonly property color fieldLine: contrast ? "#ffffff" : dark ? "#5b6775" : "#8a94a0"

    // Words
    readonly property color text: contrast ? "#ffffff" : dark ? "#e6edf3" : "#1b1f24"
    readonly property color muted: contrast ? "#f0f0f0" : dark ? "#9aa7b4" : "#56606c"
    readonly property color disabled: contrast ? "#b0b0b0" : dark ? "#66727f" : "#8d96a0"

    // The one accent
    readonly property color accent: contrast ? "#7cc0ff" : dark ? "#6ca6ff" : "#1f6feb"
    readonly property color accentHover: contrast ? "#a6d4ff" : dark ? "#8ab8ff" : "#1a60cf"
    readonly property color accentInk: dark ? "#08111f" : "#ffffff"
    /// The lesser share of a bar, on top of the accent.
    readonly property color accentDeep: contrast ? "#ffffff" : dark ? "#dbe8ff" : "#12366f"
    readonly property color accentText: contrast ? "#7cc0ff" : dark ? "#82b4ff" : "#1756bd"

    // Alarm: red for emergencies only, amber for urgent only
    readonly property color emergency: contrast ? "#ff8a8a" : dark ? "#ff6b6b" : "#c62828"
    /// A whole bar of red, with its ink.
    readonly property color emergencyFill: contrast ? "#ff8a8a" : dark ? "#b3261e" : "#c62828"
    readonly property color emergencyInk: contrast ? "#1a0000" : "#ffffff"
    readonly property color emergencySoft: contrast ? "#330000" : dark ? "#33171b" : "#fdecec"
    readonly property color urgent: contrast ? "#ffc266" : dark ? "#ffb74d" : "#8f5500"
    readonly property color urgentInk: dark ? "#231500" : "#ffffff"
    readonly property color urgentSoft: contrast ? "#2b1d00" : dark ? "#2e2413" : "#fdf1dc"
    readonly property color good: contrast ? "#98e09c" : dark ? "#81c784" : "#2a722e"
    readonly property color goodSoft: contrast ? "#00260a" : dark ? "#15291b" : "#e7f3e8"
    readonly property color neutralSoft: contrast ? "#262626" : dark ? "#232c37" : "#edf0f4"
    /// What was entered cannot be, or could not be done: amber, because red means an emergency and nothing else.
    readonly property color problem: urgent

    // Type: three sizes
    readonly property string family: {
        const wanted = Qt.platform.os === "linux" ? ["Inter", "Cantarell", "Noto Sans", "DejaVu Sans"] : [];
        const there = Qt.fontFamilies();
        for (const name of wanted) {
            if (there.indexOf(name) >= 0)
                return name;
        }
        return Qt.application.font.family;
    }
    readonly property int small: px(12)
    readonly property int body: px(14)
    readonly property int title: px(20)

    // Space: a grid of four
    readonly property int gap1: px(4)
    readonly property int gap2: px(8)
    readonly property int gap3: px(12)
    readonly property int gap4: px(16)
    readonly property int gap6: px(24)
    readonly property int gap8: px(32)
    readonly property int radius: px(6)
    readonly property int radiusLarge: px(10)
    readonly property int controlHeight: px(32)
    readonly property int icon: px(18)
    readonly property int iconSmall: px(14)

    // Motion only explains a change
    readonly property int quick: 120

    function px(n: real): int {
        return Math.round(n * scale);
    }

    /// The colours of a meaning: emergency, urgent, good, accent or anything else.
    function tone(name: string): color {
        switch (name) {
        case "emergency":
            return emergency;
        case "urgent":
            return urgent;
        case "good":
            return good;
        case "accent":
            return accentText;
        default:
            return muted;
        }
    }

    function toneSoft(name: string): color {
        switch (name) {
        case "emergency":
            return emergencySoft;
        case "urgent":
            return urgentSoft;
        case "good":
            return goodSoft;
        case "accent":
            return selection;
        default:
            return neutralSoft;
        }
    }
}
