"""What a hit of the look-up says in the room: by initials, or as on record where revealed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from models import codes
from models.marks import SubjectKind
from models.records.looking import ACTION, Hit
from models.rules.names import initials
from ui.widgets.dates import plain_date
from ui.widgets.lines import Line

Mask = Callable[[str | None], str]
KINDS = {
    SubjectKind.CHILD.value: "child",
    SubjectKind.PERSON.value: "person of concern",
    SubjectKind.PLACE.value: "place",
    SubjectKind.GROUP.value: "group",
    SubjectKind.THEME.value: "theme",
    SubjectKind.VEHICLE.value: "vehicle",
    SubjectKind.PHONE.value: "phone",
    SubjectKind.ACCOUNT.value: "online account",
}
PEOPLE = (SubjectKind.CHILD, SubjectKind.PERSON)


@dataclass(frozen=True)
class End:
    """A record at one end of a link: its id, its kind, and its name as the room may see it."""

    id: int
    kind: str
    name: str


def name_of(hit: Hit, masked: Mask, revealed: bool) -> str:
    """Initials, a place's name, an action's words; names as on record where revealed."""
    return hit.label if revealed else masked(hit.initials)


def hit_line(key: Hashable, hit: Hit, masked: Mask, revealed: bool) -> Line:
    """A hit as a line: reference and initials, what it is, why, and where else today."""
    name = name_of(hit, masked, revealed)
    words = f"{hit.reference}  {name}" if hit.reference else name
    kind = "" if hit.reference else KINDS.get(hit.kind, "")
    linked = "linked to this item" if hit.links else ""
    told = (kind, why_of(hit, revealed), tonight_of(hit), linked, masked(hit.detail))
    return Line(key, words, soft=" · ".join(part for part in told if part))


def why_of(hit: Hit, revealed: bool) -> str:
    """Why it is a hit, with the name or number itself where revealed."""
    return hit.found_by if revealed and hit.found_by else hit.why


def tonight_of(hit: Hit) -> str:
    """The items that name it besides its own: references only."""
    if not hit.tonight:
        return ""
    also = "also " if hit.reference else ""
    return f"{also}today in {', '.join(hit.tonight)}"


def card_lines(hit: Hit, own: End | None, masked: Mask, revealed: bool) -> list[str]:
    """What the card says under the name, a fact a line."""
    name, why = name_of(hit, masked, revealed), why_of(hit, revealed)
    lines = [f"Found by: {why}" if why and hit.kind != ACTION else "", masked(hit.detail)]
    where = tonight_of(hit)
    lines.append(f"{where[:1].upper()}{where[1:]}" if where else "")
    if hit.subject_id is not None:
        last = hit.decided_on
        lines.append(f"Last decision {plain_date(last)}" if last else "No decision before today")
    lines += [f"{own.name} {relation} {name}" for relation in hit.links] if own else []
    return [line for line in lines if line]


def relation_lines(own: End, other: End, there: tuple[str, ...] = ()) -> list[Line]:
    """Every way in which the two may be linked, who does it first; those that blame nobody lead.

    A key is the relation's code and whether `other` does it. `there` are the ways that stand.
    """
    found: list[tuple[bool, Line]] = []
    for row in codes.relations():
        harm = bool(row.from_role or row.to_role)
        if own.kind in row.from_kinds and other.kind in row.to_kinds and row.label not in there:
            words = f"{own.name} {row.label} {other.name}"
            found.append((harm, Line((row.code, False), words)))
        turned = other.kind in row.from_kinds and own.kind in row.to_kinds
        if turned and not row.symmetric and row.reverse not in there:
            words = f"{other.name} {row.label} {own.name}"
            found.append((harm, Line((row.code, True), words)))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def room_name(name: str, kind: SubjectKind, masked: Mask, revealed: bool) -> str:
    """The name of what is new as the room may see it."""
    short = initials(name) if kind in PEOPLE else masked(name)
    return name if revealed else short or name


def relation_said(words: str) -> tuple[str, bool] | None:
    """The relation that a line says of its known end: its code, and whether the other does it."""
    turned = codes.reversed_relation(words)
    if turned is not None:
        return turned.code, True
    row = codes.recognise("link_relations", words)
    return (row.code, False) if row is not None else None
