"""News of earlier actions, found by their numbers: how far they are, or to which day carried."""

import re
from dataclasses import replace
from datetime import date

from models.rules.actions import CARRIED, ActionStatus, status_in
from models.rules.capture.context import CaptureContext
from models.rules.capture.mentions import mentions_in
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import ActionRef
from models.rules.capture.subjects import read_subjects
from models.rules.capture.telling import read_note
from models.rules.capture.tidying import tidy
from models.rules.dates import spoken_date
from models.rules.day_words import in_words
from models.rules.smart import carried_too_often

# "A012 …", "action A012: …", "done A012", "carry A016 to 24 Dec", "update on A012".
REFERENCE = re.compile(
    r"\s*(?:(?P<status>[a-z]+(?:[\s/]+[a-z]+){0,2}?)[\s:,–-]+)??(?:(?:on|to|re)\s+)?(?:action\s+|#)?"
    r"(?P<ref>[A-Z]{1,3}-?\d+)(?!\w)[\s:,–-]*",
    re.IGNORECASE,
)
UPDATES = frozenset({
    "update", "updates", "upd", "news", "progress", "re", "about", "action", "mark",
})  # fmt: skip
# Said as an order before the number: "close A017" makes it closed.
ORDERS = {
    "close": "closed", "complete": "completed", "finish": "finished", "cancel": "cancelled",
    "withdraw": "withdrawn", "escalate": "escalated", "start": "started",
}  # fmt: skip
CARRIES_ON = re.compile(
    r"\b(?:carr(?:y|ied)|roll(?:ed)?)\s+(?:it\s+)?(?:forward|over)\b|\bc/f\b", re.IGNORECASE
)
NEWS = re.compile(r"\s*(?::|\s-\s|–|—)")


def read_update(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """News on an open action found by its reference, else a note of progress on the subject."""
    reading, _ = read_note(kind, text, context)
    action, rest = action_in(reading.text, context)
    # What stands first decides: "cancel A015, not needed" is cancelled.
    status = status_in(re.split(r"[,;.]", rest)[0]) or status_in(rest)
    if status in (None, ActionStatus.NOT_DONE) and CARRIES_ON.search(rest):
        status = CARRIED
    when = spoken_date(rest, context.today, context.next_meeting, None, context.closed)
    carried_to = when.value if status == CARRIED else None
    cleaned = tidy(rest) or reading.text
    owner = reading.owner
    if action:
        owner = next((p for p in context.people if p.id == action.owner_id), owner)
    agency = reading.agency or (context.agency_of(owner) if owner else None)
    read = replace(
        reading,
        text=cleaned,
        owner=owner,
        agency=agency,
        due=carried_to,
        warnings=(
            *reading.warnings,
            *_unknown(action, reading.text),
            *_carried_again(action, status),
        ),
        chips=(*reading.chips, *_update_chips(action, status, carried_to)),
        mentions=mentions_in(cleaned, read_subjects(cleaned, context)),
        action=action,
        status=status,
    )
    return read, False


def _carried_again(action: ActionRef | None, status: str | None) -> tuple[str, ...]:
    if action is None or action.carried < carried_too_often() or status not in (None, CARRIED):
        return ()
    return (f"{action.ref} has been carried {action.carried} times.",)


def _unknown(action: ActionRef | None, text: str) -> tuple[str, ...]:
    found = None if action else REFERENCE.match(text)
    return (f"{found['ref'].upper()} is not an open action.",) if found else ()


def _update_chips(
    action: ActionRef | None, status: str | None, carried_to: date | None
) -> tuple[Chip, ...]:
    chips = [Chip("action", action.ref)] if action else []
    chips += [Chip("status", status)] if status else []
    chips += [Chip("due", in_words(carried_to))] if carried_to else []
    return tuple(chips)


def names_action(text: str, context: CaptureContext) -> bool:
    """True where a line without a kind tells of an open action: "done A012", "A014 not done"."""
    action, rest = action_in(text, context)
    if action is None:
        return False
    found = REFERENCE.match(text)
    told = found and NEWS.match(text[found.end("ref") :])
    return bool(status_in(rest) or told or not rest.strip(" .!"))


def action_in(text: str, context: CaptureContext) -> tuple[ActionRef | None, str]:
    """The open action named first, alone or after its status, and the line without its number."""
    found = REFERENCE.match(text)
    ref = found["ref"].upper() if found else ""
    action = next((one for one in context.actions if one.ref.upper() == ref), None)
    if not found or action is None:
        return None, text
    status = found["status"] or ""
    status = ORDERS.get(status.lower(), status)
    if status and not (status_in(status) or status.lower() in UPDATES):
        return None, text
    rest = text[found.end() :]
    joint = ", " if set(text[found.end("ref") : found.end()]) & set(",:–-") else " "
    return action, f"{status}{joint}{rest}".strip(" ,") if status_in(status) else rest
