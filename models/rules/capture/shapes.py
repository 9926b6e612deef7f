"""Which kind of entry a line is where no first word says so: told by its shape, never sure."""

import re
from dataclasses import dataclass, replace

from models.rules.actions import opens_with_status
from models.rules.capture.asking import asked
from models.rules.capture.context import MOST_KEPT, CaptureContext
from models.rules.capture.danger import Danger, danger_in
from models.rules.capture.decided import decides_measure
from models.rules.capture.decided_on import laid_on
from models.rules.capture.doubtful import asked_of_someone, perhaps_of
from models.rules.capture.joined import opens_with_link
from models.rules.capture.judged_names import laid_behind
from models.rules.capture.judging import opens_with_decision, opens_with_review
from models.rules.capture.levelled import levelled
from models.rules.capture.marked_ahead import OF_THE_ROOM, mark_ahead
from models.rules.capture.measured import is_measure
from models.rules.capture.numbered_news import tells_of_number
from models.rules.capture.numbers import is_reference, names_action
from models.rules.capture.openings import JUDGED, opening
from models.rules.capture.phrases import tokens_of
from models.rules.capture.rating import opens_with_level
from models.rules.capture.reading import CaptureKind
from models.rules.capture.requests import plainly
from models.rules.capture.room_shapes import is_declared, is_of_the_room, moves_by_initial
from models.rules.capture.spoken import sought, unframed, without_this_one
from models.rules.capture.telegrams import begins_with_measure, names_measure
from models.rules.capture.timing import tells_time, turns_room
from models.rules.capture.urgency import tells_of_waiting
from models.rules.capture.worded import worded_action

JUDGES = re.compile(
    r"\b(?:remains?|stays?|close[ds]?|keep|step(?:ped|s)?|defer(?:red)?|remove[ds]?|review(?:ed)?|risk|bring"
    r"|back|adopt|refer(?:red)?|escalated?|discharged?)\b",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\s*(?:(?:(?:it\s+was|all|everyone|(?:we['’]?re|we\s+are|were)(?:\s+all)?)\s+)?(?:agreed|resolved|decided)|outcome"
    r"|(?:the\s+)?(?:panel|meeting|members|mace|we)(?:['’]?ve|\s+ha(?:ve|s|d))?\s+(?:all\s+|now\s+)?(?:agreed?|agrees|resolved|resolves|decided|decision)"
    r"|(?:(?:the\s+)?(?:chair|panel|members|meeting)|it\s+was)\s+(?:requested|asked|directed|proposed)(?=\s+that\b))"
    r"\s*(?:[:–—-](?:\s*that\b)?|\bthat\b|\bto\b|(?:(?<=agreed)|(?<=decided))\s+(?=(?:he|she|they)\s)|(?<=agreed)\s+(?=(?:risk|step|close|remain|remove|escalate|defer|stay|keep|continue|adopt)\b)|(?<=agreed)\s+(?=(?-i:[A-Z])))\s*",
    re.IGNORECASE,
)
WOULD = re.compile(r"\b(?:would|should)\b", re.IGNORECASE)
AGREEABLE = (CaptureKind.DECISION, CaptureKind.ACTION, CaptureKind.MEASURE, CaptureKind.RISK)
INITIAL = re.compile(r"\s*[A-Z]\s+[A-Z][a-z]")
OPENED = (
    CaptureKind.REVIEW, CaptureKind.LINK, CaptureKind.RECOMMENDATION, CaptureKind.DECLARATION,
)  # fmt: skip
PROPOSABLE = (
    CaptureKind.RISK, CaptureKind.DECISION, CaptureKind.MEASURE, CaptureKind.UPDATE,
    CaptureKind.TIMING, CaptureKind.ACTION,
)  # fmt: skip
PLAIN_DECISION = re.compile(
    r"\s*decision\s+(?!(?:is|was|to|that|made|as|for)\b)[a-z]+\b", re.IGNORECASE
)
CARRIES = re.compile(r"\s*(?:carry|roll|push|close|complete|cancel)\b", re.IGNORECASE)
NOUN = re.compile(
    r"\s*(?:attendance|disruption|measure|urgent|links?|linked)\b(?P<mark>\s*[:–—-])?",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:now|today|tonight|told|informed|notified|rang|called|risk|danger|missing|threat\w*|police"
    r"|mash|ref|at\s+once)\b|\d[.:]\d\d",
    re.IGNORECASE,
)
VERB = re.compile(r"\b(?:is|are|was|were|has|had|have|left|says?|said)\b", re.IGNORECASE)
INTERESTS = (
    "knows", "related", "relative", "neighbour", "interest", "conflict", "own case", "friend",
)  # fmt: skip


@dataclass(frozen=True)
class Settled:
    """The kind of an entry and what its reader reads; `perhaps` the kind it may be instead."""

    kind: CaptureKind
    text: str
    perhaps: CaptureKind | None = None


def settled(entry: str, context: CaptureContext) -> Settled:
    """The kind of an entry and what its reader reads, kept while the line is typed on."""
    kept: dict[str, Settled] = context.settled
    if len(kept) > MOST_KEPT:
        kept.clear()
    if entry not in kept:
        kept[entry] = _alarmed(_settled(entry, context), entry)
    return kept[entry]


def _alarmed(meant: Settled, entry: str) -> Settled:
    """A line that tells of danger cannot wait where nothing else is said of it, else it is asked.

    So is one that begins with "urgent" and tells none: it is not kept as any other.
    """
    danger, (named, rest) = danger_in(entry), opening(entry)
    if meant.kind is CaptureKind.URGENT or (danger is None and named is not CaptureKind.URGENT):
        return meant
    if (
        danger is Danger.NOW
        and meant.kind is CaptureKind.NOTE
        and named in (None, CaptureKind.URGENT)
    ):
        return Settled(CaptureKind.URGENT, rest)
    return replace(meant, perhaps=CaptureKind.URGENT)


def _settled(entry: str, context: CaptureContext) -> Settled:
    """The kind of an entry and what its reader reads; who may read it changes neither."""
    mark, rest = mark_ahead(entry, context.agency_names)
    meant = _unmarked(rest, context)
    if mark and (meant.kind in OF_THE_ROOM or tells_of_waiting(rest, context)):
        return Settled(CaptureKind.NOTE, entry)
    return replace(meant, text=f"{mark}{meant.text}")


def _unmarked(entry: str, context: CaptureContext) -> Settled:
    """The kind of an entry and what its reader reads: the rest, or the whole line."""
    named, rest = opening(entry)
    if named is None:
        return inferred(rest, context)
    if _is_initial(entry, context) or moves_by_initial(entry, context):
        return inferred(entry.strip(), context)  # "D Yates to ring": who, and no first letter
    if named is CaptureKind.MEASURE and _is_decided(entry, rest, context):
        return Settled(CaptureKind.DECISION, rest)
    if named is CaptureKind.DECISION and _is_interest(rest, context):
        return Settled(CaptureKind.DECLARATION, rest)
    if named is CaptureKind.DECISION and decides_measure(rest, context):
        return Settled(CaptureKind.MEASURE, rest)
    if named is CaptureKind.REVIEW and turns_room(entry, context):
        return Settled(CaptureKind.TIMING, entry)
    if named is CaptureKind.ACTION and is_reference(rest, context):
        return Settled(CaptureKind.UPDATE, rest)
    if (
        named is CaptureKind.ACTION
        and opens_with_status(rest)
        and names_action(entry, context, bare=True)
    ):
        return Settled(CaptureKind.UPDATE, entry)  # "Action 15: superseded"
    if named is CaptureKind.ACTION and tells_of_number(entry, rest, context):
        return Settled(CaptureKind.UPDATE, entry)
    if _only_begins(named, entry, rest, context):
        return inferred(entry.strip(), context)
    if named is CaptureKind.ACTION:
        request = plainly(rest, context)
        return Settled(named, request.text if request else rest)
    return Settled(named, rest)


def _is_initial(entry: str, context: CaptureContext) -> bool:
    """Whether a capital letter at the head belongs to the name of somebody here."""
    if INITIAL.match(entry) is None:
        return False
    whole = context.names.at(tokens_of(entry), 0, entry)
    return whole is not None and whole.last > 1


def kind_of(entry: str, context: CaptureContext) -> CaptureKind:
    """The kind an entry names, else the one its shape tells."""
    return settled(entry, context).kind


def inferred(text: str, context: CaptureContext) -> Settled:
    """The kind of a line that names none, and its text; a note where no shape is plain."""
    agreed = _agreed(text, context)
    if agreed is not None:
        return (agreed.kind is CaptureKind.NOTE and of_another(text, context)) or agreed
    meant = _shape(text, context)
    if meant.kind is not CaptureKind.NOTE:
        return meant
    proposed = (_agreed(rest, context) or _proposed(rest, context) for rest in unframed(text))
    found = next((one for one in proposed if one is not None), meant)
    return (found.kind is CaptureKind.NOTE and of_another(text, context)) or found


def of_another(text: str, context: CaptureContext) -> Settled | None:
    """ "Leon to remain on panel": what would be judged of the item's own, said of another."""
    own = context.subject
    named = context.subject_names.all_in(text) if own and JUDGES.search(text) else ()
    if own is None or len(named) != 1 or own in named[0].items:
        return None
    said = f"{text[: named[0].start]}{own.name}{text[named[0].end :]}"
    meant = _agreed(said, context) or _shape(said, context)
    judged = meant.kind in JUDGED and laid_on(text, context) is not None
    return Settled(meant.kind, text) if judged else None


def _agreed(text: str, context: CaptureContext) -> Settled | None:
    """What a line says was agreed: "we've decided to close it"."""
    agreed = AGREED.match(text)
    if agreed is None:
        return None
    rest = WOULD.sub("to", text[agreed.end() :], count=1)
    if laid_behind(rest, context):
        return Settled(CaptureKind.DECISION, rest)
    for decided in (rest, without_this_one(rest)):
        if opens_with_decision(decided, context, words=1):
            return Settled(CaptureKind.DECISION, decided)
    said = _shape(rest, context)
    if said.kind in AGREEABLE:
        return said
    if levelled(text, context) is not None:
        return Settled(CaptureKind.RISK, text)
    return Settled(CaptureKind.NOTE, text, said.perhaps)


def _proposed(text: str, context: CaptureContext) -> Settled | None:
    """What a line proposes that its words without "let's" or "I think" plainly say."""
    named, rest = opening(text)
    if named in OPENED and _is_whole(named, text, context):
        return Settled(named, rest)
    decided = without_this_one(text)
    if opens_with_decision(decided, context, words=1):
        return Settled(CaptureKind.DECISION, decided)
    if CARRIES.match(text) and worded_action(text, context):
        return Settled(CaptureKind.UPDATE, text)
    if is_measure(sought(text), context):
        return Settled(CaptureKind.MEASURE, sought(text))
    said = _shape(text, context)
    return said if said.kind in PROPOSABLE else None


def _is_whole(kind: CaptureKind, text: str, context: CaptureContext) -> bool:
    """True where a proposal names what its kind cannot lack: a day, two records, a level."""
    if kind is CaptureKind.REVIEW:
        return context.day_in(text).found
    if kind is CaptureKind.LINK:
        return len(context.linkable_names.all_in(text)) > 1
    return True


def _shape(text: str, context: CaptureContext) -> Settled:
    shapes = (
        (CaptureKind.TIMING, turns_room),
        (CaptureKind.UPDATE, names_action),
        (CaptureKind.RISK, opens_with_level),
        (CaptureKind.DECISION, opens_with_decision),
        (CaptureKind.REVIEW, opens_with_review),
        (CaptureKind.MEASURE, is_measure),
        (CaptureKind.LINK, opens_with_link),
        (CaptureKind.DECLARATION, is_declared),
        (CaptureKind.ATTENDANCE, is_of_the_room),
        (CaptureKind.TIMING, tells_time),
        (CaptureKind.URGENT, tells_of_waiting),
    )
    kind = next((kind for kind, fits in shapes if fits(text, context)), None)
    if kind is not None:
        return Settled(kind, text)
    if begins_with_measure(text, context):
        return Settled(CaptureKind.MEASURE, text)
    request = asked(text, context)
    if request.plain:
        return Settled(CaptureKind.ACTION, request.text)
    if names_measure(text, context):
        return Settled(CaptureKind.MEASURE, text)
    unnamed = asked_of_someone(text)
    if unnamed is not None:
        return Settled(CaptureKind.ACTION, unnamed)
    perhaps = CaptureKind.ACTION if request.perhaps else perhaps_of(text, context)
    return Settled(CaptureKind.NOTE, text, perhaps)


def _only_begins(named: CaptureKind, entry: str, rest: str, context: CaptureContext) -> bool:
    """ "Attendance 62%", "disruption at home": a whole noun without what its kind cannot lack."""
    if named is CaptureKind.DECISION and PLAIN_DECISION.match(entry):
        return not context.decision_names.all_in(rest)
    noun = NOUN.match(entry)
    if not noun or noun["mark"]:
        return False
    role = context.roles.at(tokens_of(entry), 0, entry)
    if role is not None and role.last > 1:
        return True  # "attendance officer to ring mum"
    if named is CaptureKind.ATTENDANCE:
        return not (context.names.all_in(rest) or context.roles.all_in(rest))
    if named is CaptureKind.MEASURE:
        return not context.measure_names.all_in(rest)
    if context.subject_names.all_in(rest):
        return False
    if named is CaptureKind.LINK and entry.lower().startswith("linked"):
        return not any(word[:1].isupper() for word in rest.split())
    return not NOW.search(rest) if named is CaptureKind.URGENT else bool(VERB.search(rest))


def _is_decided(entry: str, rest: str, context: CaptureContext) -> bool:
    """ "D remain": the letter of a measure before a plain decision and no measure."""
    letter = len(entry.split(maxsplit=1)[0].strip("/:")) == 1
    return (
        letter
        and opens_with_decision(rest, context, words=1)
        and not context.measure_names.all_in(rest)
    )


def _is_interest(text: str, context: CaptureContext) -> bool:
    """ "dec Khan knows the family": no decision of the list, but someone's interest."""
    told = any(word in text.lower() for word in INTERESTS)
    return told and not context.decision_names.all_in(text)
