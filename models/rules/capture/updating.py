"""News of earlier actions, found by their numbers: how far they are, or to which day carried."""

import re
from dataclasses import dataclass, replace
from datetime import date

from models.rules.actions import CARRIED, REOPENED, finished_words
from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.how_far import as_asked, status_of
from models.rules.capture.mentions import mentions_in
from models.rules.capture.numbers import NEW_DAY, Named, named_action
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import ActionRef, AgencyRef, PersonRef
from models.rules.capture.subjects import read_subjects
from models.rules.capture.telling import read_note
from models.rules.capture.tidying import tidy
from models.rules.capture.worded import worded_action
from models.rules.dates import DateReading
from models.rules.day_words import in_words
from models.rules.smart import carried_too_often

# Its words stay out: not everyone who sees the screen may read them.
TAKEN = "Taken as news of {ref}: check."
WHICH = "Which action? Say its number."
JUST_STATUS = re.compile(r"[a-z]+(?:\s+(?:forward|fwd|over|on|out))?\W*", re.IGNORECASE)
# A day led to by "to" is the day it is carried to, however it is written: "c/f to 7/12".
CLAUSE = re.compile(r"[,;.]\s+|\s+[-–—]\s+|\bbut\b")
ONWARDS = re.compile(r"\b(?:to|until|till|til)\s+", re.IGNORECASE)
# "No budget till new year, carry to 15 Jan": the day stands behind the word that carries it.
CARRYING_ON = re.compile(
    r"(?:\b(?:carr(?:y|ied)|roll(?:ed)?|push(?:ed)?|put\s+back|move[d]?|defer(?:red)?|extend(?:ed)?)\b"
    r"|(?<!\w)c/?f(?:wd|d)?(?!\w))[^,;.]*?(?=\b(?:to|until|till|til)\s)",
    re.IGNORECASE,
)
# "Will bring the map to next panel": what is promised for the next meeting is due by then; what
# is said of the next sentence, or of somebody whom one spoke to, is no promise.
PROMISED = re.compile(
    r"\b(?:(?P<plain>to)|will|['’]ll|shall|(?:going|hopes|aims)\s+to)\s+(?P<deed>[\w-]+)"
    r"(?=(?P<what>(?:(?![.;]\s).)*?\b(?:by|to|at|for|before|in\s+time\s+for)\s+)"
    r"(?:the\s+)?(?:next|nxt)\s+(?:panel|meeting|mtg|mace)\b)",
    re.IGNORECASE,
)


def read_update(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """News on an action found by its reference, else a note of progress on the subject."""
    reading, _ = read_note(kind, text, context)
    named = named_action(reading.text, context, bare=True)
    worded = None if named else worded_action(reading.text, context)
    about = None if named or worded else _about(reading, context)
    worded = worded or (about.only if about else None)
    action = named.action if named else worded
    news = named.rest if named else about.news if about else reading.text
    says_how = (named.ordered if named else "") or news
    status = status_of(says_how) or (
        _as_asked(news, action.text, _owner_of(action, context)) if named and action else None
    )
    dated = action or named or status == CARRIED
    when = _new_day(says_how, status, context) if dated else DateReading()
    cleaned = tidy(news) if named and action else reading.text
    cleaned = cleaned or reading.text
    owner = reading.owner
    if action:
        owner = next((p for p in context.people if p.id == action.owner_id), owner)
    read = replace(
        reading,
        text=cleaned,
        owner=owner,
        agency=_agency(reading, worded, owner, context),
        due=when.value,
        warnings=(
            *reading.warnings,
            *_warnings(named, worded, status, when),
            *(about.asks if about else ()),
        ),
        chips=(
            *reading.chips,
            *_update_chips(action, status, when.value, sure=worded is None),
        ),
        mentions=mentions_in(cleaned, read_subjects(cleaned, context)),
        action=action,
        status=status,
    )
    return read, False


def _as_asked(news: str, asked: str, by: str) -> str | None:
    """What the first of its clauses that says so tells: "wouldn't sign, served anyway"."""
    told = (as_asked(clause, asked, by) for clause in CLAUSE.split(news))
    return next((one for one in told if one), None)


def _owner_of(action: ActionRef, context: CaptureContext) -> str:
    return next((one.name for one in context.people if one.id == action.owner_id), "")


@dataclass(frozen=True)
class _About:
    """News of an action by a name alone: the rest, the only action, or a question."""

    news: str
    only: ActionRef | None
    asks: tuple[str, ...]


def _about(reading: CaptureReading, context: CaptureContext) -> _About | None:
    """ "RA carried": whose action it is, where nothing but the status follows the name."""
    first = reading.mentions[0] if reading.mentions and reading.mentions[0].start == 0 else None
    news = reading.text[first.end :].strip(" :,–-") if first else ""
    if first is None or not JUST_STATUS.fullmatch(news) or status_of(news) is None:
        return None
    here = context.subject is not None and first.subject.id == context.subject.id
    known = context.action_books[0].still_open() if here else []
    if len(known) == 1:
        return _About(news, known[0], ())
    which = f"Which action? {', '.join(one.ref for one in known)}." if known else WHICH
    return _About(news, None, (which,))


def _agency(
    reading: CaptureReading,
    worded: ActionRef | None,
    owner: PersonRef | None,
    context: CaptureContext,
) -> AgencyRef | None:
    """Whose news it is; in "CAMHS referral done" the agency is a word of the action."""
    own = context.agency_of(owner) if owner else None
    return own or reading.agency if worded else reading.agency or own


def _new_day(news: str, status: str | None, context: CaptureContext) -> DateReading:
    """The day an action is carried to or given anew; a day that only tells of it is none."""
    led = NEW_DAY.search(news)
    if led:
        return _date(f"by {news[led.end() :]}", context)
    if status is None and (day := _promised_for(news)):
        return _date(f"by {day}", context)
    if status not in (CARRIED, REOPENED):
        return DateReading()
    carrying = CARRYING_ON.search(news)
    behind = (
        _date(f"by {ONWARDS.sub('', news[carrying.end() :], count=1)}", context)
        if carrying
        else None
    )
    if behind is not None and behind.found:
        return behind
    return _date(ONWARDS.sub("by ", news, count=1), context)


def _promised_for(news: str) -> str:
    """The words from the day on by which something is promised; empty where nothing is."""
    for one in PROMISED.finditer(news):
        if one["plain"] is None or one["deed"].lower() in field_words("deed"):
            return news[one.end("what") :]
    return ""


def _date(text: str, context: CaptureContext) -> DateReading:
    """The day; nothing is carried to one that is past, of which the warning says so."""
    read = context.day_in(text)
    past = read.value is not None and read.value < context.today and read.warning is not None
    return replace(read, value=None) if past else read


def _warnings(
    named: Named | None, worded: ActionRef | None, status: str | None, when: DateReading
) -> tuple[str, ...]:
    dated = (f"“{when.raw}”: {when.warning}",) if when.warning else ()
    if worded is not None:
        taken = TAKEN.format(ref=worded.ref)
        return (taken, *_carried_again(worded, status), *dated)
    if named is None:
        return ()
    if named.action is None:
        return (f"{named.ref} is not an open action.", *dated)
    return (*_finished(named.action, status), *_carried_again(named.action, status), *dated)


def _finished(action: ActionRef, status: str | None) -> tuple[str, ...]:
    """News of a finished action is kept with it and changes nothing: opening it again is said."""
    if not action.finished or status == REOPENED:
        return ()
    already = f"{action.ref} is already {finished_words(action.finished)}"
    return (f"{already}: this is kept with it. “reopen {action.ref}” opens it again.",)


def _carried_again(action: ActionRef, status: str | None) -> tuple[str, ...]:
    if action.carried < carried_too_often() or status not in (None, CARRIED):
        return ()
    return (f"{action.ref} has been carried {action.carried} times.",)


def _update_chips(
    action: ActionRef | None, status: str | None, carried_to: date | None, *, sure: bool
) -> tuple[Chip, ...]:
    chips = [Chip("action", action.ref, sure)] if action else []
    chips += [Chip("status", status)] if status else []
    chips += [Chip("due", in_words(carried_to))] if carried_to else []
    return tuple(chips)
