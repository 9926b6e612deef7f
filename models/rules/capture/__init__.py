"""The capture bar: a line typed in the meeting and what it says."""

from models.rules.capture.context import CaptureContext
from models.rules.capture.line import parts, read_line
from models.rules.capture.marked_as_usual import as_usual
from models.rules.capture.marking import is_mark, mark_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip, Mention, as_form
from models.rules.capture.refs import (
    ActionRef,
    AgencyRef,
    DecisionRef,
    MeasureRef,
    PersonRef,
    SubjectRef,
)
from models.rules.capture.restricting import asked_because, asks_for_whom, shared
from models.rules.capture.texts import FOR_FILE, VOICE, text_label
from models.rules.capture.warnings import recounted
from models.rules.capture.withholding import cannot_be_withheld
from models.rules.capture.written_lines import written_line

__all__ = [
    "FOR_FILE",
    "VOICE",
    "ActionRef",
    "AgencyRef",
    "CaptureContext",
    "CaptureKind",
    "CaptureReading",
    "Chip",
    "DecisionRef",
    "MeasureRef",
    "Mention",
    "PersonRef",
    "SubjectRef",
    "as_form",
    "as_usual",
    "asked_because",
    "asks_for_whom",
    "cannot_be_withheld",
    "is_mark",
    "mark_of",
    "parts",
    "read_line",
    "recounted",
    "shared",
    "text_label",
    "written_line",
]
