"""What is said beside a captured line before it is kept."""

from dataclasses import replace

from models.marks import Information, Sharing, SubjectKind
from models.rules.actions import DONE, parted
from models.rules.capture.context import CaptureContext
from models.rules.capture.reaching import misfits
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.standing import said_again
from models.rules.capture.texts import VOICE, led_to
from models.rules.capture.withholding import cannot_be_withheld
from models.rules.closed_days import day_off
from models.rules.grading import meant_as_grading
from models.rules.language import findings
from models.rules.smart import (
    ActionDraft,
    action_warnings,
    evidence_warning,
    item_warnings,
    most_actions,
    too_many,
)

COMMITTING = (CaptureKind.ACTION, CaptureKind.RECOMMENDATION, CaptureKind.MEASURE)
RETURNING = (CaptureKind.REVIEW, CaptureKind.DECISION)
NO_AGENCY = "For named agencies, but none is named that is on record: name one."
SAY_CHANGED = "Say what it changed: “; changed: …”."
URGENT = Chip("perhaps", CaptureKind.URGENT.value, sure=False)
SAY_URGENT = "This may be an immediate risk: put “urg” before it if it is."
GRADED_LATER = (
    "The bar reads no grading: G on the line, once it is kept, takes it as 2BP (source 1-3, "
    "information A-E, handling P or C)."
)
DISRUPTED = (SubjectKind.PERSON, SubjectKind.PLACE)


def line_warnings(
    reading: CaptureReading, context: CaptureContext, everyone: bool
) -> tuple[str, ...]:
    """All warnings of a reading, those already on it first; none twice."""
    withheld = cannot_be_withheld(reading)
    warnings = [SAY_URGENT] if URGENT in reading.chips else []
    warnings += [*reading.warnings, *([withheld] if withheld else []), *_conflicted(reading)]
    if reading.sharing is Sharing.NAMED_AGENCIES and not reading.agencies:
        warnings.append(NO_AGENCY)
    warnings += [*said_again(reading, context), *misfits(reading, context)]
    warnings += [*_day_off(reading, context), *_completed(reading)]
    if reading.information is Information.INTELLIGENCE and meant_as_grading(reading.text):
        warnings.append(GRADED_LATER)
    if reading.kind in COMMITTING:
        warnings += _committing(reading, context, everyone)
    if reading.kind is CaptureKind.ACTION:
        warnings += _item(reading, context)
    if not _is_childs_own(reading):
        warnings += [finding.warning for finding in findings(reading.text, context.terms)]
    return tuple(dict.fromkeys(warnings))


def _is_childs_own(reading: CaptureReading) -> bool:
    """What the child says is the child's word, in whatever words; also where it is kept apart."""
    led = led_to(reading.text)
    return reading.field == VOICE or (led is not None and led.field == VOICE)


def _day_off(reading: CaptureReading, context: CaptureContext) -> tuple[str, ...]:
    """A due date or review on which nobody works, and the next day on which somebody does."""
    if reading.kind not in (*COMMITTING, *RETURNING):
        return ()
    found = day_off(reading.due, context.closed)
    return (found.sentence,) if found else ()


def _completed(reading: CaptureReading) -> tuple[str, ...]:
    """What a completed action changed, where the line does not say it."""
    done = reading.kind is CaptureKind.UPDATE and reading.status in DONE
    return (SAY_CHANGED,) if done and parted(reading.text)[1] is None else ()


def _conflicted(reading: CaptureReading) -> tuple[str, ...]:
    """Who declared a conflict neither speaks on this item nor takes an action from it."""
    owner = reading.owner
    told = reading.kind in (CaptureKind.ATTENDANCE, CaptureKind.DECLARATION)
    if owner is None or not owner.conflicted or told:
        return ()
    return (f"{owner.name} declared a conflict and takes no part in this item.",)


def _committing(
    reading: CaptureReading, context: CaptureContext, everyone: bool
) -> tuple[str, ...]:
    owner = reading.owner.name if reading.owner else "all" if everyone else None
    # Where a name was in doubt, that is said already: the agency is not what is wrong.
    doubted = any(warning.endswith("Name one.") for warning in reading.warnings)
    agency = reading.agency.name if reading.agency and not doubted else None
    draft = ActionDraft(reading.text, owner, agency, reading.due)
    review = context.review or context.next_meeting
    # A deadline that was said but names no day has its own sentence already.
    said = any("date" in warning or "names no day" in warning for warning in reading.warnings)
    settled = ["No date."] if said else []
    settled += ["No named owner"] if doubted or not _needs_owner(reading, context) else []
    found = action_warnings(draft, review, context.closed)
    shown = evidence_warning(draft) if reading.kind is CaptureKind.ACTION else None
    found = (*found, shown) if shown else found
    return tuple(one for one in found if not one.startswith(tuple(settled)))


def _needs_owner(reading: CaptureReading, context: CaptureContext) -> bool:
    """An action needs a person; a recommendation someone to answer it; a measure has its agency.

    A recommendation that names nobody goes to the child's lead professional.
    """
    if reading.kind is CaptureKind.RECOMMENDATION:
        led = context.subject is not None and context.subject.lead_id is not None
        return reading.agency is None and not led
    return reading.kind is CaptureKind.ACTION


def _carried(times: int) -> str:
    return f", carried {times} time{'s' * (times != 1)}" if times else ""


def recounted(
    readings: tuple[CaptureReading, ...], held: int, *, mended: bool
) -> tuple[CaptureReading, ...]:
    """The readings of one line, each action warned of as it will be counted.

    `held` are the actions that the item has. Of several in one breath each counts those before it;
    one that is `mended` stands among those held already.
    """
    told, counted = [], held - mended
    for one in readings:
        if one.kind is not CaptureKind.ACTION:
            told.append(one)
            continue
        counted += 1
        others = [words for words in one.warnings if words not in too_many(held + 1)]
        told.append(replace(one, warnings=(*others, *too_many(counted))))
    return tuple(told)


def _item(reading: CaptureReading, context: CaptureContext) -> tuple[str, ...]:
    actions = context.actions_so_far + 1
    same = context.action_saying(reading.text)
    repeated = (f"Already open as {same.ref}{_carried(same.carried)}.",) if same else ()
    named = any(mention.subject.kind in DISRUPTED for mention in reading.mentions)
    undisrupted = named and not reading.measure
    found = item_warnings(
        actions if actions > most_actions() else 0, context.measures_so_far, int(undisrupted)
    )
    return (*repeated, *found)
