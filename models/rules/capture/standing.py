"""What stands on the item already: said again it is told, and never refused."""

from models.rules.capture.context import CaptureContext
from models.rules.capture.reading import CaptureKind, CaptureReading
from models.rules.immediate import as_immediate
from models.rules.names import plain

RISK_STANDS = "This immediate risk stands here already."
MEASURE_STANDS = "This measure is agreed on this item already."
STANDS = frozenset({RISK_STANDS, MEASURE_STANDS})


def said_again(reading: CaptureReading, context: CaptureContext) -> tuple[str, ...]:
    """The sentence for an immediate risk or a measure that the item holds already."""
    if reading.kind is CaptureKind.URGENT:
        said = plain(as_immediate(reading.text))
        held = (plain(text) for text in context.risks_kept)
        stands = any(one == said or one.startswith(f"{said} ") for one in held)
        return (RISK_STANDS,) if stands else ()
    if reading.kind is not CaptureKind.MEASURE:
        return ()
    which = reading.measure.code if reading.measure else reading.text
    against = reading.subject.id if reading.subject else None
    return (MEASURE_STANDS,) if (which, against) in context.measures_agreed else ()
