"""Which reports there are, as which files they are saved, and what is said of them."""

FILES = (
    ("docx", "Word", "Word documents (*.docx)"),
    ("xlsx", "Excel", "Excel workbooks (*.xlsx)"),
    ("csv", "CSV", "Comma separated values (*.csv)"),
    ("png", "Picture", "Pictures (*.png)"),
    ("json", "JSON", "JSON (*.json)"),
)
QUARTERLY, TURNED_AWAY, PERFORMANCE = "quarterly", "turned-away", "performance"
MEASURES, INSPECTION, EQUALITY = "measures-report", "inspection-report", "equality"
COUNTING = "Counting"
PATIENCE = 400
"""Milliseconds before counting is said: most is done by then."""
HINT = "Enter or a double click on a figure shows what stands behind it."
HOLDING_BACK = "Holding small numbers back"
NOBODY = "No child stands behind this figure."
NOTHING = "Nothing stands behind this figure."
NOT_YET = "Nothing was on record yet on {}: these are today's figures."
NOT_PUBLIC = {
    PERFORMANCE: "Not for a committee: its medians, percentages and quarters count the same "
    "children many times over, and nobody can prove that a small number stays held back.",
    EQUALITY: "Not for a committee: groups of two or three children and their shares would say "
    "who they are, whatever is held back.",
    MEASURES: "Not for a committee: a measure is of one person or place, and one alone of its kind "
    "says which.",
    INSPECTION: "Not for a committee: it is the list of children itself, for inspectors alone.",
}
"""Why a report has no form for a committee."""
NOBODY_SHOWN = "In the report to a committee nobody stands behind a figure."
REPORTS = (
    (QUARTERLY, "Quarterly picture"),
    (TURNED_AWAY, "Referrals turned away"),
    (PERFORMANCE, "Performance"),
    (EQUALITY, "Equality"),
    (MEASURES, "Register of measures"),
    (INSPECTION, "Inspection list"),
)
PUBLIC = (QUARTERLY, TURNED_AWAY)
"""Reports that go to a committee, in the order in which they are published."""
