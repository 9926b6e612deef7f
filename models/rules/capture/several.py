"""Several commitments in one breath: "action Khan visit by Fri; Patel refer to CAMHS by 1 Dec"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import DUTY
from models.rules.capture.errands import FINITE, NOUN
from models.rules.capture.field_words import field_words
from models.rules.capture.numbers import WHOLE, begins_with_number, each_of, named_action
from models.rules.capture.openings import opening
from models.rules.capture.owners import LEADS
from models.rules.capture.parties import party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.plans import past_plan
from models.rules.capture.reading import CaptureKind
from models.rules.capture.requests import plainly
from models.rules.capture.shapes import kind_of
from models.rules.capture.subjects import named_alike

COMMITTING = (CaptureKind.ACTION, CaptureKind.RECOMMENDATION, CaptureKind.MEASURE)
BREATH = re.compile(
    r"\s*;\s*|[.]\s+|\s*,?\s+(?:oh\s+)?(?:and|then|plus|&)\s+(?:then\s+)?|\s*,\s+", re.I
)
DUTY_IN = re.compile(r"\b(?:to|will)\s+[a-z]|:\s*\w", re.IGNORECASE)
VERB = re.compile(
    r"\s+(?!(?:is|are|was|were|has|had|have|be|and|or|of|in|at|on|only)\b)[a-z]{2,}\b"
)
# Whoever stands right behind these is asked through the first: "meet school and YJS to agree …".
TOGETHER = re.compile(
    r"(?:\b(?:ask|get|tell|remind|request|invite|chase|meet|contact|ring|call|e?mail|write\s+to"
    r"|(?:speak|talk)\s+(?:to|with)|help|support|encourage|want|need|with|between|for|from|arrange)"
    r"|\bw/)\s+(?:[^\s,;]+,?\s+){0,3}[^\s,;]+$",
    re.IGNORECASE,
)
# What is wanted, not how whoever was named is met or told: "and Iqbal about the flat by Fri".
OBJECT = re.compile(
    r"\s+(?!(?:about|re|on|at|by|in|for|with|from|as|and|or|before|b4|this|next|to)\b)[\w'’/-]+\s",
    re.I,
)
# "… by Fri, Frith away until Mon": how somebody is or what they think, and nothing to be done.
STATE = re.compile(
    r"\s+(?:away|off|back|out|in|here|there|late|absent|ill|sick|poorly|aware|happy|fine|ok(?:ay)?|free|busy"
    r"|available|due|still|too|only|already|just|now|copied|cc|informed|told|asked|agree[sd]?|knows?|says?|said"
    r"|thinks?|wants?|wanted|unable|unsure|content|keen|willing|able|leads?|leading|supports?|feels?)\b",
    re.IGNORECASE,
)
EACH_BY = re.compile(r"[\s,;(–—-]+(?:both|all)(?P<by>\s+(?:by|before|due|b4)\s+[^,;]+)$", re.I)
STRANGER = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?(?=\s)")
MARKS = ":,;.=>|–—-"
"""What may stand behind the word of a kind."""


ONLY_NUMBERS = re.compile(r"(?:[\s,;&+]|and|[A-Z]{1,2}\d+)*", re.IGNORECASE)
NEWS = (None, CaptureKind.UPDATE, CaptureKind.ACTION)
FEWEST = 3
"""Words before which no line runs on to somebody else."""
DUTIES = frozenset({"to", "will"})
THEN = re.compile(
    r"\s*;\s*(?:and\s+)?|\s*,\s*(?:and\s+)?|\s+and\s+|[.]\s+|\s+[-–—]\s+|(?<=[^\W\d])\s+(?=[A-Z]{1,2}\d{3}\b)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;]|[.](?=\s)|\s[-–—]\s|\band\b", re.IGNORECASE)
# "Not done because A002 was late", "waiting for A002": told of the one before, not of this one.
JOINED = re.compile(
    r"(?<!\bas\s)\b(?:for|with|by|from|until|till|after|before|because|since|see|per|than|like)"
    r"\s+(?:action\s+)?$",
    re.IGNORECASE,
)


def news(entry: str, context: CaptureContext) -> tuple[str, ...]:
    """News of several actions cut into one each: "A012 done; A014 not done", "A012, A013 done"."""
    kind, rest = opening(entry)
    bare = kind is not None
    if kind not in NEWS or not begins_with_number(rest, context, bare=bare):
        return (entry,)
    pieces: list[str] = []
    start = 0
    for cut in THEN.finditer(rest):
        each = (rest[start : cut.start()], rest[cut.end() :])
        joined = JOINED.search(rest[: cut.end()]) or not _begins_anew(each[1], context, bare=bare)
        if not joined and all(_says_how(piece, context, bare=bare) for piece in each):
            pieces.append(rest[start : cut.start()])
            start = cut.end()
    pieces = [
        one for piece in (*pieces, rest[start:]) for one in each_of(piece, context, bare=bare)
    ]
    if len(pieces) == 1:
        return (entry,)
    word = f"{entry.split(maxsplit=1)[0]} " if kind else ""
    return tuple(f"{word}{piece}" for piece in pieces)


def _begins_anew(piece: str, context: CaptureContext, *, bare: bool) -> bool:
    """True where the first clause names an action: in "met Mon; A002 done" it is still the last."""
    clause = CLAUSE.split(piece, maxsplit=1)[0]
    number = WHOLE.search(clause)
    if number is not None and JOINED.search(clause[: number.start()]):
        return False
    return named_action(clause, context, bare=bare) is not None


def _says_how(piece: str, context: CaptureContext, *, bare: bool) -> bool:
    """True where the piece names an action and what became of it, not its number alone."""
    named = named_action(piece, context, bare=bare)
    alone = named is None or named.alone or ONLY_NUMBERS.fullmatch(named.rest)
    return named is not None and named.told and not alone


@dataclass(frozen=True)
class Cut:
    """Where somebody else may be asked: what parts the two, or nothing where a line runs on."""

    start: int
    end: int
    said: str = ""
    runs_on: bool = False


def cuts_of(entry: str, context: CaptureContext) -> Iterator[Cut]:
    """Every place where a line may go on to somebody else, first to last."""
    found = [Cut(one.start(), one.end(), one[0].strip()) for one in BREATH.finditer(entry)]
    yield from sorted((*found, *_running_on(entry, context)), key=lambda one: one.start)


def _running_on(entry: str, context: CaptureContext) -> Iterator[Cut]:
    """ "… by 24th Raman tell mum": a name and a deed right behind a day, and no mark between."""
    tokens = tokens_of(entry)
    for first, token in enumerate(tokens[:-1]):
        after = tokens[first + 1].word
        if first < FEWEST or after not in field_words("deed") | field_words("short deed") | DUTIES:
            continue
        found = context.names.at(tokens, first, entry, loose=True)
        alone = found is not None and found.last == first + 1
        parted = entry[tokens[first - 1].end : token.start].strip()
        if alone and not parted and _is_dated(entry[: token.start], context):
            yield Cut(token.start, token.start, runs_on=True)


def commitments(entry: str, context: CaptureContext) -> tuple[str, ...]:
    """An entry cut where somebody else is asked for something; each piece keeps the first's kind.

    A semicolon parts where a name and a verb follow, all else only before someone known here with
    "to" or "will": a sentence that merely goes on stays whole.
    """
    named, _ = opening(entry)
    kind = kind_of(entry, context)
    if kind not in COMMITTING:
        return (entry,)
    word = entry.split(maxsplit=1)[0].rstrip(MARKS) if named else CaptureKind.ACTION.value
    pieces: list[str] = []
    start = 0
    for breath in cuts_of(entry, context):
        firm = ";" in breath.said
        piece = entry[start : breath.start]
        if entry.count("(", start, breath.start) > entry.count(")", start, breath.start):
            continue  # "(not here, Owen to pass on)" is said beside the one before
        before = piece if pieces else opening(piece)[1]
        if not before.strip() or past_plan(before) == len(before):
            continue  # "Action; Lomax to …", "rec to the CP plan, Cole to …": what only leads in
        # "Yates and Dobson to meet the school" asks both for one thing.
        dated = _is_dated(before, context)
        handed = dated or (kind is CaptureKind.ACTION and _does(before, context, thing=True))
        whole = DUTY_IN.search(before) or handed
        asked = firm or whole and _is_apart(before, entry[breath.start :], context)
        listed = breath.said.startswith(",") and "and" in breath.said.lower()
        after = entry[breath.end :]
        asks = DUTY_IN.search(before) or _does(before, context, thing=True)
        runs_on = breath.runs_on and dated and bool(asks)
        if breath.runs_on and not runs_on:
            continue
        if (asked or runs_on) and (
            _asks(after, context, firm=firm, listed=listed)
            or (handed and _is_handed(after, context, dated=dated))
            or runs_on
            or (dated and kind is CaptureKind.MEASURE and _is_measure(after, context))
        ):
            pieces.append(piece)
            start = breath.end
    first, *others = *pieces, entry[start:]
    pieces = _each_by(first, *(_pointed(one, context) for one in others), context=context)
    return (pieces[0], *(f"{word} {piece}" for piece in pieces[1:]))


def asks_by_name(piece: str, context: CaptureContext) -> bool:
    """Whether words begin with somebody by name or role and a deed: "Raman ring home"."""
    tokens = tokens_of(piece)
    party = party_at(piece, tokens, 0, context) if tokens else None
    deed = VERB.match(piece[party.end :]) if party and party.people else None
    word = deed[0].strip().lower().removeprefix("re-") if deed else ""
    return word in field_words("deed") | field_words("short deed")


def _is_measure(rest: str, context: CaptureContext) -> bool:
    """ "… by Mon, closure of the Snug by 8 Jan": another measure, with a day of its own."""
    return bool(context.measure_names.at(tokens_of(rest), 0, rest) and context.day_in(rest).found)


def _is_handed(rest: str, context: CaptureContext, *, dated: bool) -> bool:
    """ "… by Mon and Haddow set up a meeting by Fri": the next name with its deed and its day.

    Behind a day (`dated`) whatever is to be done will do: "… by Mon, Khan pattern of life by Fri".
    """
    if not context.day_in(rest).found:
        return False
    name = _does(rest, context, thing=dated)
    return name is not None and (name[:1].isupper() or not named_alike(name, context))


def _does(piece: str, context: CaptureContext, *, thing: bool = False) -> str | None:
    """Whom the words begin with by name or role, where a deed (or any `thing`) follows."""
    tokens = tokens_of(piece)
    party = party_at(piece, tokens, 0, context) if tokens else None
    if party is None or not party.people or piece[: party.start].strip():
        return None
    after = piece[party.end :]
    deed = VERB.match(after)
    word = deed[0].strip().lower() if deed else ""
    if word in field_words("deed") | field_words("short deed") and not NOUN.match(after):
        return party.raw
    told = FINITE.search(CLAUSE.split(after, maxsplit=1)[0]) or STATE.match(after)
    return party.raw if thing and OBJECT.match(after) and not told else None


def _pointed(piece: str, context: CaptureContext) -> str:
    """ "O'Brien EH assessment by 4 Dec" with the mark behind the name that a list leaves out."""
    tokens = tokens_of(piece)
    party = party_at(piece, tokens, 0, context) if tokens and piece[:1].isupper() else None
    listed = party and party.people and not piece[: party.start].strip()
    after = piece[party.end :] if party and listed else ""
    if not OBJECT.match(after) or DUTY.match(after) or VERB.match(after):
        return piece
    return f"{piece[: len(piece) - len(after)]}:{after}"


def _each_by(*pieces: str, context: CaptureContext) -> list[str]:
    """ "…, both by 27th": the day that is said last is that of all."""
    told = EACH_BY.search(pieces[-1])
    if len(pieces) == 1 or told is None or not context.day_in(told["by"]).found:
        return list(pieces)
    day = told["by"].strip()
    last = f"{pieces[-1][: told.start()]} {day}"
    before = (one if context.day_in(one).found else f"{one} {day}" for one in pieces[:-1])
    return [*before, last]


def _is_apart(before: str, after: str, context: CaptureContext) -> bool:
    """True unless who follows may be part of what the first is asked for.

    "Meet school and yjs to agree a plan" is one thing; after a comma, a day or with a capital it is
    two.
    """
    joined = BREATH.match(after)
    if joined and (joined[0].strip() in {",", "."} or after[joined.end() :][:1].isupper()):
        return True
    return _is_dated(before, context) or not TOGETHER.search(before)


def _is_dated(before: str, context: CaptureContext) -> bool:
    """True where the words end with a day."""
    when = context.day_in(before)
    return when.found and not before[when.end :].strip()


def _asks(rest: str, context: CaptureContext, *, firm: bool, listed: bool = False) -> bool:
    """True where the words that follow ask someone for something.

    Behind ", and" (`listed`) a name, what is wanted and a day do: "…, and O'Brien a plan by Fri".
    """
    request = plainly(rest, context)
    rest = request.text if request else rest
    tokens = tokens_of(rest)
    party = party_at(rest, tokens, 0, context) if tokens else None
    named_too = party and party.people and not party.raw[:1].isupper() and not firm
    if party and named_too and named_alike(party.raw, context):
        return False  # "mum, tyrone to attend": in small letters it may be the child
    if party and not rest[: party.start].strip():
        after = rest[party.end :]
        if listed and party.people and OBJECT.match(after) and context.day_in(after).found:
            return True
        if LEADS.fullmatch(after.partition(";")[0]):
            return False  # "…, Licensing to lead": who does what was said before
        return bool(DUTY.match(after)) or firm and bool(VERB.match(after))
    stranger = STRANGER.match(rest) if firm else None
    if not stranger:
        return False
    clause = rest.partition(";")[0]
    after = clause[stranger.end() :]
    dated = context.day_in(clause).found
    return bool(DUTY.match(after)) or dated and bool(VERB.match(after))
