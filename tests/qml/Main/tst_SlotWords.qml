import QtQuick
import QtTest
import Frontdesk.Ui

TestCase {
    name: "SlotWords"

    function test_value_ofTheServicesForms_isWhatPeopleSay_data() {
        return [
            { tag: "day", slot: "preferred_date", value: "2026-12-01", shown: "Tue, Dec 1, 2026" },
            { tag: "range", slot: "preferred_date", value: "2026-12-01/2026-12-03", shown: "Tue, Dec 1, 2026 to Thu, Dec 3, 2026" },
            { tag: "from", slot: "preferred_date", value: "2026-12-01/..", shown: "from Tue, Dec 1, 2026 on" },
            { tag: "until", slot: "preferred_date", value: "../2026-12-01", shown: "until Tue, Dec 1, 2026" },
            { tag: "either", slot: "preferred_date", value: "2026-12-01|2026-12-03", shown: "Tue, Dec 1, 2026 or Thu, Dec 3, 2026" },
            { tag: "weekdays", slot: "preferred_days", value: "TU,TH", shown: "Tuesday, Thursday" },
            { tag: "not a weekday", slot: "preferred_days", value: "!MO", shown: "not Monday" },
            { tag: "clock", slot: "preferred_time", value: "15:30", shown: "3:30 PM" },
            { tag: "after", slot: "preferred_time", value: "15:00-", shown: "from 3:00 PM on" },
            { tag: "before", slot: "preferred_time", value: "-09:30", shown: "before 9:30 AM" },
            { tag: "between", slot: "preferred_time", value: "09:00-11:00", shown: "9:00 AM – 11:00 AM" },
            { tag: "part", slot: "preferred_time", value: "late_afternoon", shown: "Late afternoon" },
            { tag: "doctor", slot: "provider_name", value: "Lopez", shown: "Dr. Lopez" },
            { tag: "not this doctor", slot: "provider_name", value: "!Lopez", shown: "Not Dr. Lopez" },
            { tag: "any doctor", slot: "provider_name", value: "any", shown: "Any doctor" },
            { tag: "number", slot: "callback_number", value: "+15550123456", shown: "(555) 012-3456" },
            { tag: "extension", slot: "callback_number", value: "+15550123456;ext=12", shown: "(555) 012-3456, extension 12" },
            { tag: "pays", slot: "insurance", value: "self_pay", shown: "Pays without insurance" },
            { tag: "reason", slot: "reason", value: "annual checkup", shown: "Annual checkup" }
        ];
    }

    function test_value_ofTheServicesForms_isWhatPeopleSay(data) {
        // Whatever space a locale puts before AM and PM.
        compare(SlotWords.value(data.slot, data.value).replace(/[\u00a0\u202f]/g, " "), data.shown);
    }
}
