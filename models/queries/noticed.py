"""Lines of Today that can wait for the window: names to link, the unlisted, who moves on."""

from sqlalchemy.orm import Session

from models.queries.mentions import mentions
from models.queries.moving_today import moving_today
from models.queries.unlisted import unlisted
from models.records.reader import Reader
from models.records.today import TodayLine
from models.records.unlisted import Band

SECTION = "Waiting"


def noticed(session: Session, reader: Reader) -> tuple[TodayLine, ...]:
    """How many names in papers wait, how many unlisted are pointed out; who is near 18 or moves."""
    names, rows = len(mentions(session, reader)), _pointed_out(session, reader)
    lines = []
    if names:
        text = f"{names} name{'' if names == 1 else 's'} in the papers may be linked"
        lines.append(_line(text, "each is answered by a person", "in_papers"))
    if rows:
        stand, were = ("stands", "was") if rows == 1 else ("stand", "were")
        text = f"{rows} {stand} in the papers of others and {were} never listed"
        lines.append(_line(text, "the unlisted, with the evidence", "unlisted"))
    return (*lines, *moving_today(session, reader))


def _pointed_out(session: Session, reader: Reader) -> int:
    return sum(one.band is not Band.NOBODY for one in unlisted(session, reader))


def _line(text: str, detail: str, goes_to: str) -> TodayLine:
    return TodayLine("medium", SECTION, text, detail, goes_to, None)
