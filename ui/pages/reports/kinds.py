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
HOLDING_BACK = "Holding small numbers back"
NOBODY = "No child stands behind this figure."
NOTHING = "Nothing stands behind this figure."
NOT_PUBLIC = "This report is not for a committee: what it counts cannot be held back together."
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
