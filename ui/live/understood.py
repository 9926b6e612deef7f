"""What the capture bar understood, as tags that the room may see."""

import re
import textwrap
from collections.abc import Sequence

from models import codes
from models.records.outcomes import RiskRecord
from models.rules.capture import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import ActionRef
from models.rules.risen import INCREASED, against_the_risk
from ui.live.state import RoomState

SEVERAL = (
    "{number} people are {initials}: F4 shows their names, the whole name says which is meant."
)
IN_DOUBT = re.compile(
    r"“[^”]*” may be any of these: (?P<all>(?P<one>(?:[^\W\d_]\.){2,})(?:, (?P=one))+)\.?"
)
ALIKE = re.compile(r"\b((?:[^\W\d_]\.){2,})(?:(?:, | and )\1)+")
FIRST_WORDS, OF_AGENCY = 40, 32
TITLES = {"measure": "Disrupt", "due": "Due", "recommendation": "Recommendation"}


def tags_of(readings: Sequence[CaptureReading], state: RoomState) -> list[tuple[str, str]]:
    """The tags of each entry with their tints, and its warnings after them."""
    tags: list[tuple[str, str]] = []
    for reading in readings:
        tags += [_tag(chip, reading, state) for chip in reading.chips if _stands(chip, reading)]
        tags += [(words, "medium") for words in _lacking(reading)]
        tags += [(_warning(words, state), "medium") for words in reading.warnings]
    return [*tags, *_against_the_risk(readings, state)]


def _against_the_risk(
    readings: Sequence[CaptureReading], state: RoomState
) -> list[tuple[str, str]]:
    """That an item is to close whose risk rose, as it was judged before or in the same line."""
    here = [one for one in readings if not one.elsewhere]
    judged = next((one for one in here if one.kind is CaptureKind.RISK), None)
    risk = state.item.risk if state.item is not None else None
    if judged is not None:
        rising = INCREASED if judged.direction == "increasing" else judged.direction
        risk = RiskRecord(None, None, judged.risk, rising, None, None)
    said = against_the_risk(risk, closes=any(map(_closes, here)))
    return [(f"{said[:1].upper()}{said[1:]}", "medium")] if said else []


def _lacking(reading: CaptureReading) -> list[str]:
    """What a decision that lets go still needs before it is kept, said before Enter."""
    decided = reading.kind is CaptureKind.DECISION and reading.decision
    kind = codes.find_decision(reading.decision, _kind(reading)) if decided else None
    if kind is None or reading.elsewhere:
        return []
    lacks = []
    if (kind.needs_reason or kind.closes) and not reading.rationale:
        lacks.append("Reason: still to say")
    if kind.needs_second_person and reading.second_person is None:
        lacks.append("Second person: still to say (“, agreed by …”)")
    return lacks


def _closes(reading: CaptureReading) -> bool:
    kind = codes.find_decision(reading.decision, _kind(reading)) if reading.decision else None
    return kind is not None and kind.closes


def _kind(reading: CaptureReading) -> str:
    return reading.subject.kind.value if reading.subject else "theme"


def _warning(words: str, state: RoomState) -> str:
    """A warning as the room may see it; people of the same initials are counted."""
    said = state.masked(words)
    doubt = IN_DOUBT.fullmatch(said)
    if doubt:
        number = doubt["all"].count(doubt["one"])
        return SEVERAL.format(number=number, initials=doubt["one"])
    return ALIKE.sub(_counted, said)


def _counted(alike: re.Match[str]) -> str:
    """Several people of the same initials: "L.M. (3 people, F4 shows their names)"."""
    return f"{alike[1]} ({alike[0].count(alike[1])} people, F4 shows their names)"


def _stands(chip: Chip, reading: CaptureReading) -> bool:
    """Whether a tag is shown: with news of an action it is the action that says of whom it is."""
    return reading.action is None or chip.label != "about" or chip.sure


def _tag(chip: Chip, reading: CaptureReading, state: RoomState) -> tuple[str, str]:
    kind = reading.kind
    if chip.label == "action" and reading.action is not None:
        return f"Action: {_action(reading.action, state)}{'' if chip.sure else '?'}", "plain"
    asks = "" if chip.sure else "?"
    if chip.label == "kind":
        return (
            f"{chip.value.capitalize()}{asks}",
            "high" if kind is CaptureKind.URGENT else "accent",
        )
    # A recommendation that names a measure disrupts nothing yet.
    plain = chip.label.capitalize()
    label = plain if kind is CaptureKind.RECOMMENDATION else TITLES.get(chip.label, plain)
    alarm = chip.label == "perhaps" and chip.value == CaptureKind.URGENT
    return f"{label}: {_value(chip, state)}{asks}", "high" if alarm else "plain"


def _action(one: ActionRef, state: RoomState) -> str:
    """An action by its number, of whom it is and its first words, so that a wrong number shows."""
    known = (*(state.context.subjects if state.context else ()), *state.read.subjects_of_actions())
    of = next((f"of {state.masked(each.name)}" for each in known if each.id == one.subject_id), "")
    words = state.masked(one.text)
    brief = textwrap.shorten(words, FIRST_WORDS, placeholder=" …")
    return f"{' '.join(filter(None, (one.ref, of)))}, “{brief}”"


def _value(chip: Chip, state: RoomState) -> str:
    """A subject by initials in the room, with the items that it stands in; a code in words."""
    if chip.label == "attendance":
        code = codes.find("attendance", chip.value)
        return code.label if code is not None else chip.value
    if chip.label == "owner":
        return _owner(chip.value)
    if chip.label != "about":
        return state.masked(chip.value)
    context = state.context
    known = (one for one in (context.subjects if context else ()) if one.name == chip.value)
    found = next(known, None)
    also = f" ({found.ref})" if found is not None and found.ref else ""
    return f"{state.masked(chip.value)}{also}"


def _owner(named: str) -> str:
    """Who does it, with the first words of a long agency: the tag stays in one line."""
    name, of, agency = named.removesuffix(")").partition(" (")
    if len(agency) <= OF_AGENCY:
        return named
    return f"{name}{of}{textwrap.shorten(agency, OF_AGENCY, placeholder=' …')})"
