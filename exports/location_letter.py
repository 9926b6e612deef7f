"""A letter to the owner or manager of a place: what is asked of them, and nobody in it."""

from collections.abc import Sequence
from dataclasses import replace

from exports import phrases, wording
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from models.records.documents import MeetingPapers
from models.records.subjects import PlaceRecord


def compose(
    papers: MeetingPapers,
    place: PlaceRecord,
    asked: Sequence[str],
    reply_to: str,
    *,
    confirmed: bool = False,
    template: Template | None = None,
) -> Sheet:
    """The letter about one place; `asked` are requests in which nobody is named."""
    status = status_words(papers.minutes_state)
    about = Imprint(
        replace(papers.panel, name=""),
        "Letter",
        f"Owner or manager of {place.name}",
        papers.made_at,
        version=papers.minutes_version,
        status=status if confirmed else wording.worded(papers.panel, "not_confirmed"),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template)
    sheet.title(f"About {place.name}", phrases.joined(place.address, place.postcode))
    sheet.paragraph("Dear owner or manager,")
    sheet.paragraph(wording.worded(papers.panel, "letter_location_opening"))
    sheet.part("location.ask", 1)
    sheet.bullets(map(phrases.sentence, asked))
    sheet.part("location.next", 1)
    sheet.paragraph(wording.worded(papers.panel, "letter_location_closing"))
    sheet.paragraph(reply_to, lead="Write to:")
    return sheet
