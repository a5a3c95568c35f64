import Frontdesk.Controls
import Frontdesk.Ui

/// Emergency and urgent, by shape, word and colour.
Badge {
    property string priority

    text: Words.priority(priority)
    tone: priority
    iconName: priority === "emergency" ? "octagon" : "triangle"
}
