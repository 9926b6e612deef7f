"""Measures, whom they meet, and how they stand: the cases of `test_reach`."""

from datetime import date

from models.marks import SubjectKind

CHILD, PERSON, PLACE, GROUP = (
    SubjectKind.CHILD,
    SubjectKind.PERSON,
    SubjectKind.PLACE,
    SubjectKind.GROUP,
)
TARGETS = [
    ("CP10", PERSON, True),
    ("CP10", PLACE, False),
    ("CP10", GROUP, False),
    ("CP10", CHILD, False),
    ("AS07", PLACE, True),
    ("AS07", PERSON, False),
    ("LI01", PLACE, True),
    ("LI01", PERSON, False),
    ("SX06", PERSON, False),
    ("LI02", PERSON, True),
    ("AS04", PERSON, True),
    ("AS04", PLACE, True),
    ("CP01", CHILD, True),
    ("CP01", PERSON, False),
    ("VG06", PERSON, True),
    ("VG06", SubjectKind.VEHICLE, True),
    ("VG05", PLACE, False),
    ("VG18", GROUP, True),
]
CHILDREN = [
    ("CP10", 15, False, True),
    ("CP10", 15, None, True),
    ("CP10", 16, False, False),
    ("CP10", 16, True, True),
    ("CP10", 17, None, None),
    ("CP10", 18, True, False),
    ("CP10", None, True, None),
    ("CP09", 16, True, False),
    ("CP09", 15, False, True),
    ("CP07", 12, False, False),
    ("CP07", 12, True, True),
    ("MS06", 17, False, True),
]
SOON, LATE, FAR = date(2026, 11, 30), date(2026, 11, 11), date(2027, 6, 1)
STANDINGS = [
    ("granted", None, SOON, 0, {"in force", "expiring"}),
    ("granted", None, date(2026, 11, 12), 0, {"in force", "expiring"}),
    ("granted", None, date(2026, 12, 12), 0, {"in force", "expiring"}),
    ("granted", None, date(2026, 12, 13), 0, {"in force"}),
    ("varied", None, FAR, 0, {"in force"}),
    ("served", None, LATE, 0, {"expired"}),
    ("breached", None, FAR, 2, {"in force", "breached"}),
    ("granted", None, None, 1, {"in force", "breached"}),
    ("applied", LATE, None, 0, {"waiting", "overdue"}),
    ("considered", SOON, None, 0, {"waiting"}),
    ("not pursued", LATE, None, 0, {"not pursued"}),
    ("refused", None, None, 0, {"not pursued"}),
    ("revoked", None, None, 1, {"breached", "expired"}),
]
