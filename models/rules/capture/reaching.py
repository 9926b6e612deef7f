"""Whether the measure that a line names reaches whom it is against and whom it protects."""

from datetime import date

from models.marks import SubjectKind
from models.rules.ages import age
from models.rules.capture.context import CaptureContext
from models.rules.capture.reading import CaptureKind, CaptureReading
from models.rules.capture.refs import SubjectRef
from models.rules.reach import Reached, mismatches

NAMING = (CaptureKind.MEASURE, CaptureKind.ACTION)


def misfits(reading: CaptureReading, context: CaptureContext) -> tuple[str, ...]:
    """A sentence for each thing that does not fit; a line about a child aims at nobody."""
    if reading.kind not in NAMING or reading.measure is None:
        return ()
    target, own = reading.subject, context.subject
    about_child = target is not None and target.kind is SubjectKind.CHILD
    aimed = target if target is not None and not about_child else None
    children = reading.protects or ((target,) if about_child else (own,))
    return mismatches(
        reading.measure,
        _reached(aimed, context.today) if aimed else None,
        [_reached(one, context.today) for one in children if one is not None],
    )


def _reached(one: SubjectRef, today: date) -> Reached:
    return Reached(one.name, one.kind, age(one.born, today), one.in_care)
