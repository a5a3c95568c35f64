import QtQuick
import QtTest
import Frontdesk.Controls

TestCase {
    name: "Theme"

    /// WCAG 2.1, relative luminance.
    function luminance(c: color): real {
        const linear = v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    }
    function contrast(a: color, b: color): real {
        const la = luminance(a);
        const lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }
    function cleanup() {
        Theme.mode = "system";
        Theme.scale = 1;
    }

    function test_words_onEverySurface_areReadable_data() {
        const rows = [];
        for (const mode of ["light", "dark", "contrast"]) {
            for (const ground of ["base", "panel", "raised", "hover", "selection"]) {
                for (const ink of ["text", "muted", "accentText"])
                    rows.push({ tag: mode + " " + ink + " on " + ground, mode: mode, ink: ink, ground: ground });
            }
            for (const pair of [["accentInk", "accent"], ["accentInk", "accentHover"], ["emergencyInk", "emergencyFill"], ["urgentInk", "urgent"], ["emergency", "base"], ["emergency", "panel"], ["urgent", "base"], ["urgent", "panel"], ["good", "base"], ["emergency", "emergencySoft"], ["urgent", "urgentSoft"], ["good", "goodSoft"], ["text", "urgentSoft"], ["text", "emergencySoft"], ["muted", "neutralSoft"], ["text", "neutralSoft"], ["muted", "urgentSoft"]])
                rows.push({ tag: mode + " " + pair[0] + " on " + pair[1], mode: mode, ink: pair[0], ground: pair[1] });
        }
        return rows;
    }
    function test_words_onEverySurface_areReadable(row) {
        Theme.mode = row.mode;
        const ratio = contrast(Theme[row.ink], Theme[row.ground]);
        verify(ratio >= 4.5, row.tag + ": " + ratio.toFixed(2));
    }

    function test_edgesOfFields_areVisible_data() {
        return ["light", "dark", "contrast"].map(mode => ({ tag: mode, mode: mode }));
    }
    function test_edgesOfFields_areVisible(row) {
        Theme.mode = row.mode;
        const ratio = contrast(Theme.fieldLine, Theme.base);
        verify(ratio >= 3, ratio.toFixed(2));
        verify(contrast(Theme.accent, Theme.base) >= 3);
    }

    function test_scale_changesSizesTogether() {
        Theme.scale = 2;
        compare(Theme.body, 28);
        compare(Theme.controlHeight, 64);
        compare(Theme.gap1, 8);
    }
}
