"""The letters that act in each list of the room, as the lists themselves say them."""

from ui.live import action_review, agency_round, agreed_column, attendance, read_back, unreached

LISTS = (
    ("Attendance", attendance.HINT),
    ("Earlier actions", action_review.HINT),
    ("Agency round", agency_round.HINT),
    ("What is agreed", agreed_column.KEYS),
    ("Read-back", f"{unreached.HINT} · {read_back.APPROVE_HINT}"),
)

WORDS = (
    ("a, r, d, n, u", "Action, recommendation, measure to disrupt, note, update"),
    ("dec, rev, ris", "Decision, review day, risk after discussion"),
    ("urg", "Immediate risk: whom it concerns, who was told, when, their reference"),
    ("lin", "Link: “link Aidan goes to …”"),
    ("att", "Attendance: who, how, when; left, back, for whom"),
    ("tim", "Minutes of the item: “tim 15 min”"),
    ("declare", "An interest: who, what, and the item if another"),
    ("voice:, parents' views:", "A sentence in the child's voice, in the parents' views"),
    ("analysis:, strengths:", "A sentence in these texts of the item"),
    ("for the file:", "The line for the child's file"),
    (
        "chair only, police only",
        "Who reads the line; also “not for the minutes”, “intel”, “opinion”",
    ),
)
BAR = "Meeting, words that begin a line in the capture bar"


def letters() -> tuple[tuple[str, str, str], ...]:
    """Give (list, keys, what they do) for every letter and the bar's words, as a meeting goes."""
    return tuple((BAR, *one) for one in WORDS) + tuple(
        (f"Meeting, in the list “{where}”", *_parted(one))
        for where, hint in LISTS
        for one in hint.replace(", P back", " · P back").split(" · ")
    )


def _parted(hint: str) -> tuple[str, str]:
    keys, _, words = hint.partition(" ")
    return keys, words[:1].upper() + words[1:]
