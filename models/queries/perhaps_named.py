"""Who and what on record may be meant in a text: a name misspelt, a mark seen in part."""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from models.marks import PEOPLE, SubjectKind
from models.matching.things import SHORTEST, handle_key
from models.queries.knowable import leads, may_know_of
from models.queries.likely import nearly_likely
from models.queries.matching_things import possible_things
from models.queries.mentions import named_in
from models.queries.names_known import names_known
from models.queries.places_written import places_written
from models.queries.ready import familiar
from models.queries.sharing_keys import sharing
from models.records.mentions import Known
from models.records.reader import Reader
from models.rules.finding import MISSPELT, SHORTEST_MISSPELT, nearly
from models.rules.partial_marks import partial_marks

SEEN_IN_PART = "a part of the mark"
MOST, FEW = 40, 3
"""Names of a text that are looked for; vehicles that a part of a mark may be."""
KINDS = frozenset({*PEOPLE, SubjectKind.PLACE.value, SubjectKind.GROUP.value})
CAPITALS = re.compile(r"[^\W\d_][\w'’-]*")
HANDLE = re.compile(r"(?<![\w@.])@?[\w.]*[\w]")
Perhaps = tuple[int, str, str]
"""Whom, as written, and why only perhaps."""


def named_or_perhaps(session: Session, reader: Reader, text: str) -> tuple[Known, ...]:
    """Who and what on record stands in a text that is being written, then who may be meant."""
    return (*named_in(session, reader, text), *perhaps_named_in(session, reader, text))


def perhaps_named_in(session: Session, reader: Reader, text: str) -> tuple[Known, ...]:
    """Accounts whose handle stands there, then who and what may be meant and is not named outright.

    Names as the look-up finds them; nothing is linked by itself.
    """
    lead, seen = leads(session), may_know_of(session, reader)
    named = names_known(session, reader)(text)
    told = {lead.get(one.subject_id, one.subject_id) for one in named}
    left = _without(text, ((one.start, one.end) for one in named))
    found: dict[int, tuple[str, str]] = {}
    for one, written, how in (
        *_accounts(session, left),
        *places_written(session, left),
        *_misspelt(session, left),
        *_in_part(session, reader, left),
    ):
        stands = lead.get(one, one)
        if stands not in told and seen(one) and seen(stands):
            found.setdefault(stands, (written, how))
    known = familiar(session, found)
    return tuple(
        Known(one, known[one].kind, known[one].label, *said)
        for one, said in found.items()
        if one in known and not known[one].closed
    )


def _accounts(session: Session, text: str) -> Iterator[Perhaps]:
    """Handles in full: with a sign or figure in them, as words have none."""
    for written in dict.fromkeys(HANDLE.findall(text)):
        key = handle_key(written)
        if len(key) >= SHORTEST and not written.isalpha() and not key.isdigit():
            for one in sharing(session, {f"h{key}"}):
                yield one, written, ""


def _misspelt(session: Session, text: str) -> Iterator[Perhaps]:
    """Two words with capitals beside each other that are nearly a name on record."""
    for written in _pairs(text)[:MOST]:
        for one in familiar(session, nearly_likely(session, written)).values():
            if one.kind in KINDS and nearly(written, one.names):
                yield one.id, written, MISSPELT


def _in_part(session: Session, reader: Reader, text: str) -> Iterator[Perhaps]:
    for written in dict.fromkeys(partial_marks(text)):
        kind = SubjectKind.VEHICLE.value
        for one in possible_things(session, reader, kind, written, top=FEW):
            yield one.subject_id, written, SEEN_IN_PART


def _pairs(text: str) -> list[str]:
    words = list(CAPITALS.finditer(text))
    pairs = (
        f"{one[0]} {other[0]}"
        for one, other in zip(words, words[1:], strict=False)
        if one[0][0].isupper()
        and other[0][0].isupper()
        and text[one.end() : other.start()].isspace()
    )
    long = (pair for pair in pairs if any(len(each) >= SHORTEST_MISSPELT for each in pair.split()))
    return list(dict.fromkeys(long))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with what stands in the spans left out, so that nothing runs on over them."""
    for start, end in spans:
        text = f"{text[:start]}{'.' * (end - start)}{text[end:]}"
    return text
