"""The look-up in the room: who is meant, why, and where else tonight, as all present may know."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, Decision, Link, Meeting
from models.marks import PEOPLE, SubjectKind
from models.queries.actions import select_actions
from models.queries.find import EXACT, hits
from models.queries.find import Hit as Found
from models.queries.knowable import leads, may_know_of
from models.queries.likely import nearly_likely
from models.queries.matching import possible_matches
from models.queries.matching_things import possible_things
from models.queries.prepared import for_reader
from models.queries.ready import familiar
from models.queries.register_words import Known
from models.queries.running_order import running_order
from models.queries.short_labels import short_label
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.looking import ACTION, ITEM, Hit, NamedTonight
from models.records.reader import Reader
from models.rules.finding import (
    GUESSED,
    MISSPELT,
    PERHAPS,
    SHORTEST_MISSPELT,
    THINGS,
    nearly,
    reference_in,
    thing_found,
    why_found,
)

MOST, LOOKED_AT = 8, 200
FEW, SHORTEST_ALIKE, SURE, SURE_PLACE = 3, 4, 8.0, 6.0
"""How many are told who are only alike; letters, and bits of evidence, from which they are."""
NAMED = frozenset({*PEOPLE, SubjectKind.PLACE.value, SubjectKind.GROUP.value})
_DECIDED = (
    select(AgendaItem.subject_id, func.max(Meeting.held_on))
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .join(Decision, Decision.item_id == AgendaItem.id)
    .where(
        AgendaItem.subject_id.in_(bindparam("subjects", expanding=True)),
        AgendaItem.removed.is_(False),
        Meeting.id != bindparam("meeting"),
    )
    .group_by(AgendaItem.subject_id)
)


def look_up(
    session: Session, reader: Reader, words: str, named: NamedTonight, limit: int = MOST
) -> tuple[Hit, ...]:
    """At most `limit` hits, those on the agenda first; a number finds whoever it belongs to.

    Where nothing is spelt so, those are found whose name is spelt nearly so. A reference finds
    its item or its action.
    """
    referred = tuple(_referred(session, reader, words, named))
    found = (*referred, *_subjects(session, reader, words, named, limit))[:limit]
    return _dated(session, reader, found, named)


def _referred(session: Session, reader: Reader, words: str, named: NamedTonight) -> Iterator[Hit]:
    """The item of that reference, then the action."""
    reference = reference_in(words)
    if reference is None:
        return
    for row in running_order(session, reader, named.meeting_id):
        if row.reference == reference:
            yield Hit(
                row.subject_kind or ITEM,
                row.label,
                row.initials,
                "item",
                subject_id=row.subject_id,
                item_id=row.id,
                reference=reference,
                tonight=named.named.get(row.subject_id or 0, ()),
                links=named.links.get(row.subject_id or 0, ()),
                exact=True,
            )
    items = {item for item, _ in named.own.values()}
    for one in select_actions(session, reader, Action.reference == reference):
        about = named.own.get(one.subject_id or 0, (None, ""))[0]
        told = (one.owner, one.agency, one.standing)
        yield Hit(
            ACTION,
            one.text,
            one.text,
            "action",
            item_id=one.item_id if one.item_id in items else about,
            action_id=one.id,
            reference=reference,
            exact=True,
            detail=", ".join(part for part in told if part),
        )


def _subjects(
    session: Session, reader: Reader, words: str, named: NamedTonight, limit: int
) -> list[Hit]:
    tonight = (*named.own, *named.named)
    found = (
        hits(session, reader, words, LOOKED_AT, tonight)
        or _nearly(session, reader, words)
        or _alike(session, reader, words)
    )
    meant: dict[int, tuple[Known, Found]] = {}
    for one, hit in _meant(session, reader, found):
        meant.setdefault(one.id, (one, hit))
    first = sorted(meant.values(), key=lambda pair: pair[0].id not in named.own)
    return [_hit(session, one, hit, named) for one, hit in first[:limit]]


def _nearly(session: Session, reader: Reader, words: str) -> list[Found]:
    """Those whose name is spelt nearly as typed; short words alone may be anybody's."""
    typed = words.split()
    short = all(len(word) < SHORTEST_MISSPELT for word in typed)
    if short or not all(word.isalpha() for word in typed):
        return []
    seen, lead = may_know_of(session, reader), leads(session)
    known = familiar(session, nearly_likely(session, words))
    likely = [one for one in known.values() if one.kind in NAMED and nearly(words, one.names)]
    stands = {lead.get(one.id, one.id) for one in likely}
    meant = familiar(session, filter(seen, stands))
    return [Found(EXACT + 1, MISSPELT, one) for one in meant.values()]


def _alike(session: Session, reader: Reader, words: str) -> list[Found]:
    """Who, and which places, may be meant all the same: names that sound so, parts of a name."""
    if len(words.strip()) < SHORTEST_ALIKE:
        return []
    people = possible_matches(session, reader, words, top=FEW)
    places = possible_things(session, reader, SubjectKind.PLACE.value, words, top=FEW)
    likely = (
        *(one.subject_id for one in people if one.weight >= SURE),
        *(one.subject_id for one in places if one.weight >= SURE_PLACE),
    )
    known = familiar(session, likely)
    return [Found(EXACT + 1, PERHAPS, known[one]) for one in likely if one in known]


def _meant(session: Session, reader: Reader, found: Iterable[Found]) -> list[tuple[Known, Found]]:
    """Each with what it was found by; a number stands for whoever it is known to belong to."""
    found = list(found)
    whose = _whose(session, reader, [one.known.id for one in found if one.known.kind in THINGS])
    known = familiar(session, {one for ids in whose.values() for one in ids})
    return [
        (one, hit)
        for hit in found
        for one in [
            known[person]
            for person in sorted(whose.get(hit.known.id, ()))
            if person in known and known[person].kind in PEOPLE
        ]
        or [hit.known]
    ]


@for_reader
def _ends(reader: Reader) -> Select[int, int]:
    """The two ends of each link that touches one of the things."""
    here: BindParameter[int] = bindparam("things", expanding=True)
    return select(Link.from_id, Link.to_id).where(
        visible_to(reader, Link),
        Link.ended_on.is_(None),
        or_(Link.from_id.in_(here), Link.to_id.in_(here)),
    )


def _whose(session: Session, reader: Reader, things: list[int]) -> dict[int, set[int]]:
    """Number, vehicle or account to those linked with it, as far as all present may know."""
    if not things:
        return {}
    seen, lead = may_know_of(session, reader), leads(session)
    found: dict[int, set[int]] = {}
    for ends in session.execute(_ends(reader), {"things": things}):
        one, other = (lead.get(end, end) for end in ends)
        for here, there in ((one, other), (other, one)):
            if here in things and seen(there):
                found.setdefault(here, set()).add(there)
    return found


def _hit(session: Session, one: Known, found: Found, named: NamedTonight) -> Hit:
    item, reference = named.own.get(one.id, (None, ""))
    thing = THINGS.get(one.kind)
    return Hit(
        one.kind,
        one.label,
        thing or short_label(session, one.kind, one.label),
        thing_found(one.kind, one.label) if thing else _why(found),
        found.why if found.why != "Name" else "",
        one.id,
        item,
        reference=reference,
        tonight=named.named.get(one.id, ()),
        links=named.links.get(one.id, ()),
        exact=found.rank == EXACT,
    )


def _why(found: Found) -> str:
    """Why in words that name nobody; a name found by itself needs none."""
    if found.by is None:
        return found.why if found.why in GUESSED else "initials"
    known = found.known
    kinds = {name: kind for _, name, kind in known.aliases}
    return why_found(known.kind, known.label, found.by.why, kinds.get(found.by.shown, ""))


def _dated(
    session: Session, reader: Reader, found: tuple[Hit, ...], named: NamedTonight
) -> tuple[Hit, ...]:
    """The same, each with the day of its last decision at another meeting of the reader's tiers."""
    ids = [hit.subject_id for hit in found if hit.subject_id]
    asked = {"subjects": ids, "meeting": named.meeting_id}
    last = dict(session.execute(_DECIDED.where(of_tiers(reader)), asked).all()) if ids else {}
    return tuple(replace(hit, decided_on=last.get(hit.subject_id)) for hit in found)
