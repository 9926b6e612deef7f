"""Headings and standing wording of documents, as the panel sets them."""

from dataclasses import replace

from exports.wordml import Passing, Text
from models import codes
from models.intake.opening.own_forms import BY_THE_DATE
from models.records.documents import ExtractPapers
from models.records.panel import PanelRecord
from models.rules.words_read import in_words

OWN_HEADING = "heading."
"""What the key of a panel's own heading begins with, among its wordings."""


def worded(panel: PanelRecord, key: str) -> str:
    """A standing wording: the panel's own, else the shipped one."""
    return in_words(panel, key)


def in_disagreement(papers: ExtractPapers) -> Text:
    """What to do in disagreement; it speaks of the day shown only where one is."""
    said, by, rest = papers.disagreement.partition(BY_THE_DATE)
    return (said, *([Passing(by)] if by and papers.reply_by else []), rest)


def for_committee(panel: PanelRecord) -> PanelRecord:
    """The panel with the marking and handling of what goes to a committee or the public."""
    return replace(
        panel,
        marking=worded(panel, "committee_marking"),
        handling=worded(panel, "committee_handling"),
    )


def heading(panel: PanelRecord, code: str) -> str:
    """A heading by its document and name, as the panel calls it."""
    return _own(panel, OWN_HEADING + code) or shipped_heading(code)


def shipped_heading(code: str) -> str:
    """A heading as it comes with the program, or as the list of the minutes' parts has it."""
    found = codes.find("document_headings", code)
    if isinstance(found, codes.Wording):
        return found.text
    part = codes.find("minutes_headings", code.removeprefix("minutes."))
    return part.label if part else ""


def as_shipped(panel: PanelRecord) -> dict[str, str]:
    """The panel's own headings of the minutes, each with the words that are shipped for it."""
    keys = tuple(f"{OWN_HEADING}{document}." for document in ("minutes", "item"))
    return {
        text: shipped_heading(key.removeprefix(OWN_HEADING))
        for key, text in panel.wordings
        if key.startswith(keys)
    }


def order(panel: PanelRecord) -> tuple[str, ...]:
    """The parts of the minutes in the panel's order; none is lost for being out of use."""
    known = tuple(one.code for one in codes.load("minutes_headings"))
    own = tuple(code for code in panel.minutes_order if code in known)
    return own + tuple(code for code in known if code not in own)


def _own(panel: PanelRecord, key: str) -> str | None:
    return next((text for known, text in panel.wordings if known == key), None)
