"""Notes, updates to earlier actions, and urgent matters: what is told rather than asked."""

import re
from dataclasses import replace

from models.rules.actions import CARRIED, status_in
from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import Marked, read_marks
from models.rules.capture.mentions import mentions_in
from models.rules.capture.owners import OwnerRead, read_speaker
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import ActionRef
from models.rules.capture.subjects import read_subjects
from models.rules.capture.tidying import tidy, without
from models.rules.smart import CARRIED_TOO_OFTEN


def read_note(kind: CaptureKind, text: str, context: CaptureContext) -> tuple[CaptureReading, bool]:
    """Something said, with the agency or person it came from, its kind and its sharing."""
    marked = read_marks(text, context.agency_names, spoken=True)
    speaker = read_speaker(marked.text, context)
    inner = read_marks(
        without(marked.text, speaker.start, speaker.end), context.agency_names, spoken=True
    )
    return _told(kind, _both(marked, inner), speaker, context), False


def _both(outer: Marked, inner: Marked) -> Marked:
    return Marked(
        inner.text,
        outer.information or inner.information,
        outer.sharing or inner.sharing,
        outer.agencies or inner.agencies,
    )


def _told(
    kind: CaptureKind, marked: Marked, speaker: OwnerRead, context: CaptureContext
) -> CaptureReading:
    cleaned = tidy(marked.text)
    subjects = read_subjects(cleaned, context, told=True)
    chips = [Chip("agency", speaker.agency.name, speaker.sure)] if speaker.agency else []
    chips += [Chip("about", subjects.subject.name, subjects.sure)] if subjects.subject else []
    return CaptureReading(
        kind,
        cleaned,
        speaker.person,
        speaker.agency,
        subjects.subject,
        information=marked.information,
        sharing=marked.sharing,
        agencies=marked.agencies,
        warnings=(*speaker.warnings, *subjects.warnings),
        chips=(*chips, *_mark_chips(marked)),
        mentions=mentions_in(cleaned, subjects),
    )


def _mark_chips(marked: Marked) -> tuple[Chip, ...]:
    chips = []
    if marked.information:
        chips.append(Chip("information", marked.information.value))
    if marked.sharing:
        named = ", ".join(agency.name for agency in marked.agencies)
        chips.append(Chip("sharing", f"{named} only" if named else marked.sharing.value))
    return tuple(chips)


def read_urgent(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """A matter not on the agenda, with the record it may concern."""
    marked = read_marks(text, context.agency_names, spoken=True)
    # It may concern anyone: the item that happens to be open says nothing about it.
    return _told(kind, marked, OwnerRead(), replace(context, subject=None)), False


def read_update(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """News on an open action found by its reference, else a note of progress on the subject."""
    reading, _ = read_note(kind, text, context)
    action, rest = _action(reading.text, context)
    cleaned = tidy(rest) or reading.text
    status = status_in(rest)
    owner = reading.owner
    if action:
        owner = next((p for p in context.people if p.id == action.owner_id), owner)
    agency = reading.agency or (context.agency_of(owner) if owner else None)
    read = replace(
        reading,
        text=cleaned,
        owner=owner,
        agency=agency,
        warnings=(*reading.warnings, *_carried_again(action, status)),
        chips=(*reading.chips, *_update_chips(action, status)),
        mentions=mentions_in(cleaned, read_subjects(cleaned, context)),
        action=action,
        status=status,
    )
    return read, False


def _carried_again(action: ActionRef | None, status: str | None) -> tuple[str, ...]:
    if action is None or action.carried < CARRIED_TOO_OFTEN or status not in (None, CARRIED):
        return ()
    return (f"{action.ref} has been carried {action.carried} times.",)


def _update_chips(action: ActionRef | None, status: str | None) -> tuple[Chip, ...]:
    named = (Chip("action", action.ref),) if action else ()
    return (*named, Chip("status", status)) if status else named


def _action(text: str, context: CaptureContext) -> tuple[ActionRef | None, str]:
    for action in context.actions:
        ref = re.escape(action.ref)
        found = re.match(rf"(?:action\s+|#)?{ref}(?!\w)[\s:,–-]*", text, re.IGNORECASE)
        if found:
            return action, text[found.end() :]
    return None, text
