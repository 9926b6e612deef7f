"""What agencies shared on an item, as minutes tell it: each agency once, by kind of information."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from exports import phrases
from exports.marking import Marked
from exports.wordml import Bold, Own, Text
from models.marks import Information, Sharing, Turn
from models.records.item import AgencyRound, LineRecord
from models.records.places import Place
from models.rules.immediate import says_told
from models.rules.nothing_known import is_nothing_known
from models.rules.nothing_new import says_nothing_new

FOR_CHAIR = "For the chair only"
NO_SOURCE = "Source not recorded"
KINDS = (Information.FACT.value, Information.OPINION.value, Information.INTELLIGENCE.value)
SILENT_TURNS = {
    "apologies with information": "Apologies with information from",
    "asked for more": "Asked to bring more",
}
CAME_AFTER = "came after the meeting"
NOTHING_NEW = "Nothing new from"
RISK = "Cannot wait"
NOT_TOLD = "Who was told of it is not recorded."


def shared_with_all(lines: Iterable[LineRecord]) -> list[LineRecord]:
    """The lines that stand in the body: for all the panel, and not taken back."""
    return [one for one in lines if one.sharing == Sharing.ALL_PANEL and not one.withdrawn]


def immediate(lines: Iterable[LineRecord], item_id: int | None = None) -> list[Text]:
    """Each immediate risk by itself: when it was said, its words, and where nobody was told."""
    return [_risk(one, item_id) for one in lines if one.urgent]


def _risk(line: LineRecord, item_id: int | None = None) -> Text:
    at = f"said at {line.said_at:%H:%M}" if line.said_at else ""
    head = phrases.joined(RISK, at, f"by {line.agency}" if line.agency else "")
    words = Marked(phrases.sentence(line.text), Place("information_line", line.id, "text", item_id))
    told = "" if says_told(line.text) else f" {NOT_TOLD}"
    return (Bold(f"{head}. "), words, Own(told))


def by_agency(lines: Iterable[LineRecord], held_on: date, item_id: int | None = None) -> list[Text]:
    """A text for each agency that said something: fact, then opinion, then intelligence.

    The words of each line have their place on record, on the item given.
    """
    found = _told(lines).items()
    return [_agency(agency, told, held_on, item_id) for agency, told in found if told]


def silence(rounds: Iterable[AgencyRound]) -> list[str]:
    """Who had nothing new, sent something or was asked for more, and stands under no line."""
    known = tuple(rounds)
    told = _told(line for one in known for line in _known_then(one))
    # Lines of no agency stand in a row of their own, which is no agency that has nothing new.
    quiet = [one for one in known if one.agency_id and not told.get(one.agency)]
    found = [_listed(NOTHING_NEW, [one.agency for one in quiet if _nothing_new(one)])]
    for turn, words in SILENT_TURNS.items():
        found.append(_listed(words, [one.agency for one in quiet if one.turn == turn]))
    return [one for one in found if one]


def line_text(line: LineRecord, held_on: date) -> Text:
    """Police, fact, 3 Nov: what was said."""
    if line.urgent:
        return _risk(line)
    said = phrases.joined(phrases.line_kind(line), _when(line, held_on))
    return (Bold(_source(line)), f", {said}: {phrases.sentence(line.text)}")


def by_readers(
    lines: Iterable[LineRecord], held_on: date, reader: str = ""
) -> list[tuple[str, list[Text]]]:
    """What is not for all, under a lead that says for whom, the chair's own first.

    What the `reader` gave says with whom they shared it. Who knows nothing stands in one line.
    """
    found: dict[str, list[LineRecord]] = {}
    for line in lines:
        found.setdefault(_kept_to(line, reader), []).append(line)
    first = sorted(found.items(), key=lambda one: one[0] != FOR_CHAIR)
    return [(kept_to, _each(some, held_on)) for kept_to, some in first]


def _kept_to(line: LineRecord, reader: str) -> str:
    if line.sharing == Sharing.CHAIR_ONLY or not line.shared_with:
        return FOR_CHAIR
    others = [one for one in line.shared_with if one != reader]
    if others and reader and line.agency == reader:
        return f"You shared with {phrases.listed(others)}"
    return f"For {phrases.listed(line.shared_with)}"


def _each(lines: list[LineRecord], held_on: date) -> list[Text]:
    told = [line_text(one, held_on) for one in lines if not is_nothing_known(one.text)]
    empty = [_source(one) for one in lines if is_nothing_known(one.text)]
    if empty:
        told.append(f"Nothing known to {phrases.listed(list(dict.fromkeys(empty)))}.")
    return told


def _source(line: LineRecord) -> str:
    return line.agency or line.by_name or NO_SOURCE


def _told(lines: Iterable[LineRecord]) -> dict[str, list[LineRecord]]:
    """Each source with its lines, but immediate risk and what only says that nothing is new."""
    found: dict[str, list[LineRecord]] = {}
    for line in lines:
        told = found.setdefault(_source(line), [])
        if not line.urgent and not says_nothing_new(line.text):
            told.append(line)
    return found


def _known_then(one: AgencyRound) -> list[LineRecord]:
    """What all the panel knew of an agency by the close."""
    return [line for line in shared_with_all(one.lines) if line.came_after is None]


def _nothing_new(one: AgencyRound) -> bool:
    lines = [line for line in _known_then(one) if not line.urgent]
    return one.turn == Turn.NOTHING or bool(lines)


def _listed(words: str, agencies: list[str]) -> str:
    return f"{words}: {phrases.listed(agencies)}." if agencies else ""


def _agency(agency: str, lines: list[LineRecord], held_on: date, item_id: int | None) -> Text:
    ordered = sorted(lines, key=lambda one: (*_heard_and_kind(one), _day(one)))
    told: list[str] = [Bold(f"{agency}.")]
    for (_, _, kind), same in groupby(ordered, _heard_and_kind):
        for number, line in enumerate(same):
            when = _when(line, held_on)
            head = phrases.joined(phrases.capital(kind) if number == 0 else None, when)
            place = Place("information_line", line.id, "text", item_id)
            told += [
                Own(f" {head}{': ' if head else ''}"),
                Marked(phrases.sentence(line.text), place),
            ]
    return tuple(told)


def _heard_and_kind(line: LineRecord) -> tuple[bool, int, str]:
    """What the meeting knew before what came after it, each by kind."""
    return line.came_after is not None, _rank(line), phrases.line_kind(line)


def _rank(line: LineRecord) -> int:
    return KINDS.index(line.information) if line.information in KINDS else len(KINDS)


def _day(line: LineRecord) -> date:
    """When it was, so that each kind is told in order; what has no day comes last."""
    return line.date or date.max


def _when(line: LineRecord, held_on: date) -> str:
    dated = phrases.near_day(line.date, held_on) if line.date else ""
    if line.came_after:
        how = f"{CAME_AFTER}, {phrases.near_day(line.came_after, held_on)}"
    else:
        how = "" if line.said else "in writing"
    return phrases.joined(dated, how)
