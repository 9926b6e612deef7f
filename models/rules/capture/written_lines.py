"""A line that an agency wrote into the minutes, heard as the capture bar hears it."""

from typing import NamedTuple

from models.marks import Information, Sharing
from models.rules.capture.context import CaptureContext
from models.rules.capture.marked_as_usual import as_usual
from models.rules.capture.marking import read_marks
from models.rules.capture.reading import CaptureKind, CaptureReading
from models.rules.capture.restricting import KEPT_SHORT, narrowed
from models.rules.capture.tidying import tidy


class WrittenLine(NamedTuple):
    """The line without its marks, of which kind it is and for whom; `sure` if for whom is plain."""

    text: str
    information: Information
    sharing: Sharing
    readers: tuple[int, ...]
    sure: bool


def written_line(
    text: str, agency_id: int, information: Information, context: CaptureContext
) -> WrittenLine:
    """What a line says; one that sounds restricted and does not say for whom is for the chair."""
    marked = read_marks(text, context.agency_names, spoken=True)
    kind = marked.information if information is Information.NOT_STATED else information
    told = text if marked.text.strip() == text.strip() else tidy(marked.text)
    read = CaptureReading(
        CaptureKind.NOTE,
        told or text,
        agency=next((one for one in context.agencies if one.id == agency_id), None),
        information=None if kind is Information.NOT_STATED else kind,
        sharing=marked.sharing,
        agencies=marked.agencies,
    )
    read = narrowed(read, (text,), context)
    sure = KEPT_SHORT not in read.warnings
    read = as_usual(read, context)
    sharing = read.sharing or Sharing.ALL_PANEL
    readers = tuple(one.id for one in read.agencies)
    if sharing is Sharing.NAMED_AGENCIES and not readers:
        sharing, sure = Sharing.CHAIR_ONLY, False
    if sharing is not Sharing.NAMED_AGENCIES:
        readers = ()
    return WrittenLine(
        read.text, read.information or Information.NOT_STATED, sharing, readers, sure
    )
