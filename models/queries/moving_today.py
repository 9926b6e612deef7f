"""Children near 18 and children who move, as lines of Today."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine

# Asked for where there is any child: their records are no part of an empty panel's first page.
transitions, moves = Later("moving").transitions, Later("moving").moves
SECTION, MOST = "Waiting", 5


def moving_today(session: Session, reader: Reader) -> list[TodayLine]:
    """Transitions that lack something and moves that owe something, as lines of Today."""
    if session.scalar(select(Child.id).limit(1)) is None:
        return []
    told = [
        TodayLine(
            "medium", SECTION, f"{one.initials} {one.turns}", ", ".join(one.lacking), "child",
            one.child_id, one.adult_on,
        )
        for one in transitions(session, reader)
        if one.lacking
    ]  # fmt: skip
    owing = [
        TodayLine(
            "medium", SECTION, f"{one.initials}: {one.way_words.lower()}, {one.authority}",
            ", ".join(one.owed), "child", one.child_id, one.moved_on,
        )
        for one in moves(session, reader)
        if one.owed
    ]  # fmt: skip
    near = _few(told, "child near 18 lacks", "children near 18 lack")
    return [*near, *_few(owing, "move lacks", "moves lack")]


def _few(lines: Sequence[TodayLine], one: str, several: str) -> list[TodayLine]:
    """The first of these; of more than that, how many more there are."""
    if len(lines) <= MOST:
        return list(lines)
    left = len(lines) - MOST
    text = f"{left:,} more {one if left == 1 else several} something"
    return [*lines[:MOST], TodayLine("medium", SECTION, text, "", "children", None)]
