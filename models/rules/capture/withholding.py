"""What cannot be kept from part of the panel: such a line is refused, never kept for everyone."""

from models.marks import Sharing
from models.rules.capture.reading import CaptureKind, CaptureReading

WHOLE = {
    CaptureKind.UPDATE: "An update stands with its action, for all who see that",
    CaptureKind.RECOMMENDATION: "A recommendation goes into the child's plan",
    CaptureKind.DECISION: "A decision is minuted for the whole panel",
    CaptureKind.REVIEW: "A review date is minuted for the whole panel",
    CaptureKind.TIMING: "Why an item is deferred is minuted for the whole panel",
    CaptureKind.RISK: "A level of risk is minuted for the whole panel",
}


def cannot_be_withheld(reading: CaptureReading) -> str | None:
    """Why the mark of a line cannot be honoured; none where it can, or where there is none."""
    if reading.sharing in (None, Sharing.ALL_PANEL) or reading.kind not in WHOLE:
        return None
    if reading.kind is CaptureKind.UPDATE and reading.action is None:
        return None  # it is kept as a note
    return f"{WHOLE[reading.kind]}: take the mark out, or keep this as a note."
