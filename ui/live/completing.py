"""What Tab may complete in the capture bar: kinds, people, subjects, measures, wordings."""

from collections.abc import Iterator

from models import codes
from models.rules.capture import CaptureContext
from models.rules.capture.openings import opening
from models.rules.capture.reading import CaptureKind
from models.rules.capture.subjects import PEOPLE
from models.rules.closed_days import day_off
from models.rules.dates import spoken_date
from models.rules.names import initials, plain
from models.rules.templates import templates

KINDS = (
    "action", "recommend", "disrupt", "note", "update", "decision", "review", "risk",
    "link", "attendance", "timing", "urgent",
)  # fmt: skip
LONGEST = 5


class Completing:
    """What Tab gives for a line, one after the other as it is pressed again."""

    def __init__(self) -> None:
        self._offers: tuple[str, ...] = ()
        self._at = -1

    def next(self, text: str, context: CaptureContext | None, *, in_room: bool) -> str:
        """The next way to go on; the text itself where there is none."""
        if self._at < 0 or text != self._offers[self._at]:
            self._offers = completions(text, context, in_room=in_room) if context else ()
            self._at = -1
        if not self._offers:
            return text
        self._at = (self._at + 1) % len(self._offers)
        return self._offers[self._at]


def completions(text: str, context: CaptureContext, *, in_room: bool = False) -> tuple[str, ...]:
    """Every way to go on from the words before the cursor, best first; each is the whole text.

    The longest run of last words that begins something known decides; a day off at the line's end
    is completed to the next working day. With `in_room` a child or person of concern is written by
    initials: Tab must not tell the room whose name begins so.
    """
    off = _working_day(text, context)
    if off is not None:
        return (off,)
    words = text.split(" ")
    wordings = _wordings(text)
    if wordings:
        return wordings
    if len(words) == 1:
        return tuple(f"{kind} " for kind in KINDS if words[0] and _begins(kind, words[0]))
    for count in range(min(LONGEST, len(words) - 1), 0, -1):
        typed = " ".join(words[-count:])
        if not typed.strip():
            continue
        before = " ".join(words[:-count])
        found = [name for name in _known(text, context) if _begins(name, typed)]
        if in_room:
            found = [_in_room(name, context) for name in found]
        if found:
            return tuple(f"{before} {name} " for name in dict.fromkeys(found))
    return ()


def _working_day(text: str, context: CaptureContext) -> str | None:
    """The line with the next working day for one at its end on which nobody works."""
    said = spoken_date(text, context.today, context.next_meeting, closed=context.closed)
    off = day_off(said.value, context.closed)
    if off is None or text[said.end :].strip(" ."):
        return None
    lead = f"{said.lead} " if said.lead else ""
    return f"{text[: said.start]}{lead}{off.instead.day} {off.instead:%b %Y} "


def _known(text: str, context: CaptureContext) -> Iterator[str]:
    kind, _ = opening(text)
    if kind is CaptureKind.DECISION:
        yield from _decisions(context)
    if kind is CaptureKind.UPDATE:
        yield from (ref for book in context.action_books for ref in book.open_refs())
    if kind is CaptureKind.RISK:
        yield from (level.lower() for level in context.risk_levels)
    yield from (one.name for one in context.people if one.present)
    yield from (agency.name for agency in context.agencies)
    yield from (subject.name for subject in context.subjects)
    yield from (measure.name for measure in context.measures)
    if kind is CaptureKind.ACTION:
        yield from (one.label for one in templates())


def _wordings(text: str) -> tuple[str, ...]:
    """The wordings of actions that carry out the measure of a line which says no more than that."""
    kind, rest = opening(text)
    said = plain(rest)
    if kind is not CaptureKind.ACTION or not said:
        return ()
    named = [
        one.code
        for one in codes.measures()
        if said in {plain(name) for name in (one.code, one.name, *one.synonyms)}
    ]
    head = text[: len(text) - len(rest)] if text.endswith(rest) else f"{text.split(' ')[0]} "
    return tuple(f"{head}{one.label} " for one in templates() if one.goes_with(named))


def _in_room(name: str, context: CaptureContext) -> str:
    """A name as the room may see it; where two are alike by initials, the item's reference."""
    people = [one for one in context.subjects if one.kind in PEOPLE]
    found = next((one for one in people if one.name == name), None)
    if found is None or any(one.name == name for one in context.people):
        return name
    alike = [one for one in people if initials(one.name) == initials(name)]
    return found.ref if len(alike) > 1 and found.ref else initials(name)


def _decisions(context: CaptureContext) -> Iterator[str]:
    kind = context.subject.kind if context.subject else None
    for one in context.decisions:
        if not one.kinds or kind in one.kinds:
            yield one.label


def _begins(known: str, typed: str) -> bool:
    """True where what was typed begins the name or its last word, and is not all of it."""
    whole, start = known.casefold(), typed.casefold()
    return whole != start and (whole.startswith(start) or whole.split()[-1].startswith(start))
