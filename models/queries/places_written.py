"""Places on record that a text calls by their name, with its words joined or parted otherwise."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from models.marks import SubjectKind
from models.matching.place_names import says_only_what, words_of
from models.matching.sounding import sound
from models.matching.things import PLACE_PARTS, run_together
from models.queries.sharing_keys import sharing, told
from models.rules.word_runs import runs

JOINED = "its name written otherwise"
LONGEST, LEAST, MOST = 4, 7, 200
"""Words of a text that may be one name, letters from which that tells a place, and names that are
looked for in a text."""


def places_written(session: Session, text: str) -> Iterator[tuple[int, str, str]]:
    """Each place with the fewest words of the text that call it, and why only perhaps."""
    called: dict[str, str] = {}
    for written in runs(text, LONGEST):
        key = run_together(written)
        if len(key) >= LEAST and not says_only_what({*words_of(written)}):
            called[key] = written
    keys = {f"e{sound(key)}": key for key in list(called)[:MOST]}
    for one, folded in told(session, sharing(session, keys)).items():
        if folded.kind == SubjectKind.PLACE:
            names = (each.partition(",")[0] for each in folded.words[:-PLACE_PARTS])
            written = next(
                (called[key] for each in names if (key := run_together(each)) in called), ""
            )
            if written:
                yield one, written, JOINED
