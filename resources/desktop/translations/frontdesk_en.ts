<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApprovalsPage</name>
    <message numerus="yes">
        <source>%n approved.</source>
        <translation>
            <numerusform>%n approved.</numerusform>
            <numerusform>%n approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalationStack</name>
    <message numerus="yes">
        <source>%n more caller(s) waiting for a person</source>
        <translation>
            <numerusform>%n more caller waiting for a person</numerusform>
            <numerusform>%n more callers waiting for a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message numerus="yes">
        <source>%n call(s) handed over as an emergency</source>
        <translation>
            <numerusform>%n call handed over as an emergency</numerusform>
            <numerusform>%n calls handed over as an emergency</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of the last 30 days that today&apos;s rules would have handed over as an emergency. Please review.</source>
        <translation>
            <numerusform>%n call of the last 30 days that today&apos;s rules would have handed over as an emergency. Please review.</numerusform>
            <numerusform>%n calls of the last 30 days that today&apos;s rules would have handed over as an emergency. Please review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>%n caller(s) waiting for a person</source>
        <translation>
            <numerusform>%n caller waiting for a person</numerusform>
            <numerusform>%n callers waiting for a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message numerus="yes">
        <source>%n call(s), saved as %1</source>
        <translation>
            <numerusform>%n call, saved as %1</numerusform>
            <numerusform>%n calls, saved as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) deleted with everything that belongs to them.</source>
        <translation>
            <numerusform>%n call deleted with everything that belongs to it.</numerusform>
            <numerusform>%n calls deleted with everything that belongs to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) so far …</source>
        <translation>
            <numerusform>%n call so far …</numerusform>
            <numerusform>%n calls so far …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found among all tasks</source>
        <translation>
            <numerusform>%n found among all tasks</numerusform>
            <numerusform>%n found among all tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThresholdsPage</name>
    <message numerus="yes">
        <source>%n emergency call(s) would have been missed</source>
        <translation>
            <numerusform>%n emergency call would have been missed</numerusform>
            <numerusform>%n emergency calls would have been missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of the last 30 days</source>
        <translation>
            <numerusform>%n call of the last 30 days</numerusform>
            <numerusform>%n calls of the last 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayIconNative</name>
    <message numerus="yes">
        <source>Frontdesk: %n caller(s) waiting for a person</source>
        <translation>
            <numerusform>Frontdesk: %n caller waiting for a person</numerusform>
            <numerusform>Frontdesk: %n callers waiting for a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebhookCard</name>
    <message numerus="yes">
        <source>%1, after %n try(s) since %2</source>
        <translation>
            <numerusform>%1, after %n try since %2</numerusform>
            <numerusform>%1, after %n tries since %2</numerusform>
        </translation>
    </message>
</context>
</TS>
