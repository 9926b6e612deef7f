"""Which document carries which headings and standing wordings, for who sets them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from exports.wording import OWN_HEADING, shipped_heading
from models import codes
from models.rules.words_read import READ_ALOUD, shipped

PARTS_OF_MINUTES = "minutes"
ITEMS = "items"
NAMED_IN_PANEL = "Section by section. Settings › Panel names the sections."
STAYS_AS_READ = "Meetings already held keep the words that were read there."
IN_THE_FACTS = "quorum"
"""Stands as a label among the facts of the meeting, not as a part."""


@dataclass(frozen=True)
class DocumentWords:
    """A document by name: the file that shows it, what makes it, and the words that it carries.

    `headings` are what the codes of its headings begin with.
    """

    key: str
    title: str
    file: str
    made_by: str
    headings: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()

    def is_file(self, name: str) -> bool:
        """Whether a document of an issue is this one, by its place in the folder."""
        return fnmatchcase(name, self.file)


@dataclass(frozen=True)
class Line:
    """One heading or wording: the key of the panel's own, what it is called, as it is shipped."""

    key: str
    label: str
    shipped: str
    source: str = ""
    heading: bool = False
    part: str = ""
    """The code of the minutes' part whose heading it is: parts can be moved."""
    fixed: bool = False
    """Whether it stands here only to be moved: its words are set elsewhere."""


CHILD = ("lawful_basis", "not_confirmed")
DOCUMENTS = (
    DocumentWords("minutes", "Minutes", "minutes.docx", "meeting", ("minutes", "item"),
                  ("confidentiality", "distribution", "lawful_basis", "handling_line")),
    DocumentWords("annex", "Annex to the minutes", "minutes-annex-*", "meeting", ("annex",),
                  ("handling_restricted", "lawful_basis")),
    DocumentWords("actions", "Action list", "actions.docx", "meeting", ("actions",),
                  ("lawful_basis",)),
    DocumentWords("plan", "Disruption plan", "plans/*", "meeting", ("plan",),
                  ("lawful_basis",)),
    DocumentWords("pack", "Agenda pack", "agenda-pack.docx", "before", ("pack",),
                  ("lawful_basis",)),
    DocumentWords("briefing", "Chair's briefing", "chairs-briefing.docx", "before", ("briefing",),
                  ("briefing_notice", "lawful_basis")),
    DocumentWords("request", "Information request", "requests/*", "before", (),
                  ("information_request", "lawful_basis")),
    DocumentWords("extract", "Extract for the child's file", "extracts/*", "children",
                  ("extract",), ("extract_statement", "disagreement", *CHILD)),
    DocumentWords("sheet", "Recommendations sheet", "recommendations/*", "children", ("sheet",),
                  ("disagreement", "sheet_statement", "reply_request", *CHILD)),
    DocumentWords("letter_child", "Letter to a child", "letters/*-child.docx", "children",
                  ("letter_child",), ("letter_child_opening", "letter_child_closing")),
    DocumentWords("letter_parents", "Letter to parents", "letters/*-parents.docx", "children",
                  ("letter_parents",), ("letter_parents_opening", "letter_parents_closing")),
    DocumentWords("disclosure", "Disclosure copy", "disclosure/*", "children", ("disclosure",),
                  ("disclosure_opening", "disclosure_statement", "lawful_basis", "not_confirmed")),
    DocumentWords("location", "Letter about a place", "letters/*", "sent", ("location",),
                  ("letter_location_opening", "letter_location_closing")),
    DocumentWords("notice", "Action notice", "notices/*", "sent", ("notice",),
                  ("lawful_basis",)),
    DocumentWords("police", "Police intelligence sheet", "police-intelligence.docx", "sent", (),
                  ("intelligence_notice", "handling_intelligence", "lawful_basis")),
    DocumentWords("reminder", "Reminder between meetings", "reminder-*", "reminders",
                  ("reminder",), ("reminder_request", "lawful_basis")),
    DocumentWords("recall", "Recall note", "", "", ("recall",), ("recall_request",)),
    DocumentWords("copy", "Copy of a record", "", "", ("copy",),
                  ("copy_statement", "lawful_basis")),
    DocumentWords("copy_other", "Copy of a record for somebody else", "", "", ("copy",),
                  ("copy_statement_other", "lawful_basis")),
    DocumentWords("copy_log", "What was taken out of a copy", "", "", ("taken",)),
    DocumentWords("improvement", "Improvement plan", "", "", ("improvement",)),
    DocumentWords("transfer", "Transfer pack", "", "", (),
                  ("transfer_statement", "transfer_receipt", "lawful_basis")),
    DocumentWords("certificate", "Certificate of disposal", "", "", ("certificate",)),
    DocumentWords("assessed", "Assessment of a place", "", "", ("assessed",),
                  ("lawful_basis",)),
    DocumentWords("group", "Assessment of a group", "", "", ("group",),
                  ("lawful_basis",)),
    DocumentWords("philomena", "Missing child: information for the police", "", "",
                  ("philomena",), ("lawful_basis",)),
    DocumentWords("holders", "Case holders of a group", "", "", ("holders",),
                  ("lawful_basis",)),
    DocumentWords("figures", "Figures", "", "", ("figures",)),
    DocumentWords("committee", "Report to committee", "", "", ("committee",),
                  ("committee_marking", "committee_handling", "committee_opening")),
)  # fmt: skip
SPOKEN = ("opening_script", "remote_addition", "declaration_question", "language_reminder",
          "read_back")  # fmt: skip
"""Standing wordings that are read aloud or shown in the meeting."""


def lines_of(document: DocumentWords) -> tuple[Line, ...]:
    """The standing wordings and headings of a document, in the order in which they are listed."""
    return (*map(wording_line, document.wordings), *_headings(document))


def wording_line(key: str) -> Line:
    """One standing wording."""
    found = codes.find("wordings", key)
    label, source = (found.label, found.source) if found else (key, "")
    note = found.note if found else ""
    stays = STAYS_AS_READ if key in READ_ALOUD else ""
    return Line(key, label, shipped(key), " ".join(filter(None, (note, stays, source))))


def _headings(document: DocumentWords) -> Iterator[Line]:
    if document.key == PARTS_OF_MINUTES:
        for one in codes.shipped("minutes_headings"):
            part = "" if one.code == IN_THE_FACTS else one.code
            line = _heading(f"minutes.{one.code}", part)
            yield replace(line, fixed=True, source=NAMED_IN_PANEL) if part == ITEMS else line
    for one in codes.shipped("document_headings"):
        if one.code.partition(".")[0] in document.headings:
            yield _heading(one.code)


def _heading(code: str, part: str = "") -> Line:
    words = shipped_heading(code)
    return Line(f"{OWN_HEADING}{code}", words, words, heading=True, part=part)
