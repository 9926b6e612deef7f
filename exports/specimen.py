"""A small invented panel in memory, whose documents show what the panel's wording does to them."""

from collections.abc import Callable, Iterator, Mapping

from exports import (
    certificate,
    committee,
    disclosing,
    own_template,
    recall_note,
    report,
    specimen_assessed,
    specimen_missing,
    specimen_moved,
    specimen_record,
    subject_copy,
)
from exports.audience import Audiences, Document
from exports.before import before_documents
from exports.chasers import chasers
from exports.child_documents import child_documents
from exports.document_words import DocumentWords
from exports.making import Making, making_of
from exports.meeting_documents import meeting_documents
from exports.sent_documents import sent_documents
from exports.specimen_record import HELD, STARTS, WORDS
from exports.template import Template
from models.clock import SetClock
from models.records.disclosure import DisclosureRow
from models.records.minutes_issued import IssueRow
from models.records.retention import CertificateRow
from models.rules.words_read import READ_ALOUD
from models.workspace import Workspace

ALWAYS = {"letters": "yes"}
NOT_COPIED = frozenset({"template", "template_name", "template_taken"})


class Invented(Workspace):
    """An invented panel beside the real one, whose code lists stay in force."""

    def _adopt_codes(self) -> None:
        """The open panel's own words and rows are used as they are."""


class Specimen:
    """The invented panel with the real one's settings and wordings, to be tried out on."""

    def __init__(self, panel: Workspace) -> None:
        self._clock = SetClock(STARTS)
        self._look: Template = own_template.look(panel)
        self.workspace = Invented.memory("Panel coordinator", self._clock)
        self._copy(panel)
        self._meeting = specimen_record.meeting(self.workspace, self._clock)

    def wording(self, key: str, text: str | None) -> None:
        """Try a wording out; None is as shipped."""
        if text is None or (key.startswith("heading.") and not text.strip()):
            self.workspace.panel.put_back_wording(key)
        else:
            self.workspace.panel.set_wording(key, text)
        if key in READ_ALOUD:
            specimen_record.read_aloud(self.workspace, self._meeting)

    def order(self, parts: tuple[str, ...]) -> None:
        """Try an order of the minutes' parts out."""
        self.workspace.panel.set("minutes_order", ",".join(parts))

    def made(self, wanted: DocumentWords) -> bytes | None:
        """The Word file of a document as it would be written now; None where it has none."""
        if wanted.key in OTHERS:
            return OTHERS[wanted.key](self.workspace, self._meeting, self._look)
        making = making_of(Audiences(self.workspace, self._meeting), self._look)
        make = MAKERS[wanted.made_by]
        found = next((one for one in make(making) if wanted.is_file(one.name)), None)
        return found.make(None) if found is not None else None

    def close(self) -> None:
        """Forget the invented panel."""
        self.workspace.close()

    def _copy(self, panel: Workspace) -> None:
        real, own = panel.read.panel(), self.workspace.panel
        own.make(real.name or "The panel", acronym=real.acronym, area=real.area)
        for key, value in {**panel.read.settings(), **ALWAYS}.items():
            if key not in NOT_COPIED:
                own.set(key, value)
        for key, text in real.wordings:
            own.set_wording(key, text)


def _children(making: Making) -> Iterator[Document]:
    yield from child_documents(making, frozenset(), ())


def _sent(making: Making) -> Iterator[Document]:
    yield from sent_documents(making, frozenset())


MAKERS: Mapping[str, Callable[[Making], Iterator[Document]]] = {
    "before": before_documents,
    "meeting": meeting_documents,
    "children": _children,
    "sent": _sent,
    "reminders": chasers,
}


def _recall(workspace: Workspace, meeting: int, look: Template) -> bytes:
    panel, held = workspace.read.panel(), workspace.read.meeting(meeting)
    row = IssueRow(0, "minutes.docx", "Panel members", None, 1, "issued", STARTS, None)
    sheet = recall_note.compose(panel, held, "Panel members", [row], WORDS, STARTS, template=look)
    return sheet.to_bytes()


def _figures(workspace: Workspace, meeting: int, look: Template) -> bytes:
    return report.written(workspace.read.quarterly(HELD), workspace.read.panel(), "docx", look)


def _committee(workspace: Workspace, meeting: int, look: Template) -> bytes:
    return committee.written(workspace.read.public_reports(HELD), workspace.read.panel(), look)


def _copy(workspace: Workspace, meeting: int, look: Template) -> bytes:
    return _copy_for(workspace, "own", look)


def _copy_for_others(workspace: Workspace, meeting: int, look: Template) -> bytes:
    return _copy_for(workspace, "parent", look)


def _copy_log(workspace: Workspace, meeting: int, look: Template) -> bytes:
    asked, made = _asked_for(workspace, "parent")
    return subject_copy.compose_log(made, asked, template=look).to_bytes()


def _copy_for(workspace: Workspace, asker: str, look: Template) -> bytes:
    asked, made = _asked_for(workspace, asker)
    return subject_copy.compose(made, asked, template=look).to_bytes()


def _asked_for(workspace: Workspace, asker: str) -> tuple[DisclosureRow, subject_copy.Copy]:
    child = workspace.read.children()[0].id
    if not any(one.asker == asker for one in workspace.read.disclosures(child)):
        workspace.disclosure.begin(child, WORDS, asker=asker)
    asked = next(one for one in workspace.read.disclosures(child) if one.asker == asker)
    return asked, disclosing.prepare(workspace, asked)


def _certificate(workspace: Workspace, meeting: int, look: Template) -> bytes:
    row = CertificateRow(
        0, "D001", "Child", "", WORDS, HELD, WORDS, "Ann Patel", "Jane Khan", STARTS, 12, 3, WORDS
    )
    return certificate.written(workspace.read.panel(), row, STARTS, look)


OTHERS: Mapping[str, Callable[[Workspace, int, Template], bytes]] = {
    "recall": _recall,
    "copy": _copy,
    "copy_other": _copy_for_others,
    "copy_log": _copy_log,
    "certificate": _certificate,
    "assessed": specimen_assessed.place,
    "philomena": specimen_missing.police,
    "group": specimen_assessed.group,
    "holders": specimen_assessed.holders,
    "figures": _figures,
    "committee": _committee,
    "transfer": specimen_moved.transfer,
    "improvement": specimen_moved.improvement,
}
