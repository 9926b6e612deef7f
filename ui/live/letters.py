"""The letters that act in each list of the room, as the lists themselves say them."""

from ui.live import action_review, agency_round, agreed_column, attendance, read_back, unreached

LISTS = (
    ("Attendance", attendance.HINT),
    ("Earlier actions", action_review.HINT),
    ("Agency round", agency_round.HINT),
    ("What is agreed", agreed_column.KEYS),
    ("Read-back", f"{unreached.HINT} · {read_back.APPROVE_HINT}"),
)


def letters() -> tuple[tuple[str, str, str], ...]:
    """Give (list, keys, what they do) for every letter, in the order of a meeting."""
    return tuple(
        (f"Meeting, in the list “{where}”", *_parted(one))
        for where, hint in LISTS
        for one in hint.replace(", P back", " · P back").split(" · ")
    )


def _parted(hint: str) -> tuple[str, str]:
    keys, _, words = hint.partition(" ")
    return keys, words[:1].upper() + words[1:]
