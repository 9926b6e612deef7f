"""A letter to the owner or manager of a place: what is asked of them, and nobody in it."""

from collections.abc import Sequence
from dataclasses import replace

from exports import phrases, wording
from exports.imprint import Imprint, status_words
from exports.letters import MARKING
from exports.sheet import Sheet
from exports.template import Template
from models.queries.minutes import SETTLED
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
    # As letters home: it says neither of whom the panel speaks nor who approved it.
    about = Imprint(
        replace(papers.panel, name="", marking=MARKING, handling=""),
        "Letter",
        f"Owner or manager of {place.name}",
        papers.made_at,
        version=papers.minutes_version,
        status=_status(papers, confirmed=confirmed),
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


def _status(papers: MeetingPapers, *, confirmed: bool) -> str:
    """What keeps the letter from being sent; nothing once it may go."""
    if not confirmed:
        return wording.worded(papers.panel, "not_confirmed")
    return "" if papers.minutes_state in SETTLED else status_words(papers.minutes_state)
