"""The disclosure copy: a child's extract with its redaction log, for who asks for the record."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from exports import basis, extract, phrases, wording
from exports.child_part import ADDRESSED, WHO_IS_TOLD, ChildPart
from exports.imprint import Imprint
from exports.redaction.found import Finding, Sure
from exports.sheet import Sheet
from exports.template import Template
from models import codes
from models.records.documents import ExtractPapers
from models.records.item import ItemRecord
from models.records.minutes_issued import ConfirmationRow
from models.records.outcomes import ActionRow, RecommendationRow
from models.rules.own_words import (
    ANOTHER_CHILD,
    GAP,
    HEALTH,
    OWN_WORDS,
    asked_by_words,
    without,
)

KINDS = {"person_of_concern": "another person", "child": "another child", "family": "a relative"}
HARM = "what must not be said"
OWN, OF_OTHERS = "the child's own words", "what is said of another child"
OF_HEALTH = "health that the child may have told alone"
TOLD = {ANOTHER_CHILD: OF_OTHERS, OWN_WORDS: OWN, HEALTH: OF_HEALTH}
"""What is written down of a sentence left out; of several things the first."""
RULES = {
    "child": "other children",
    "family": "other children",
    "tactic": "tactics",
    "action": "tactics",
    "place": "address",
    HARM: "harm",
    OWN: "harm",
    OF_HEALTH: "health",
    OF_OTHERS: "other children",
}
"""Rows of the list redaction_rules by kind of what was found; all else is of other persons."""
DONE = {"to confirm": "looked at and left by whoever approved it"}
REPLACED = "replaced once it was looked at"
TITLE = "Disclosure copy"
ISSUED_TO = "the person named on page 1"
TO_FILL_IN = ("Given to", "Given on")
NOT_IN_IT = frozenset({WHO_IS_TOLD, *ADDRESSED})
"""What an extract tells of its own readers, and a disclosure copy does not."""


def compose(
    papers: ExtractPapers,
    *,
    findings: Sequence[Finding],
    approved: ConfirmationRow | None = None,
    template: Template | None = None,
) -> Sheet:
    """The copy from papers that have been through the net, and what the net did.

    It is worded for who asked, whom whoever gives it writes in. The log says what kind of
    information went, where and why; never what it was.
    """
    sheet = Sheet(_about(papers), template)
    sheet.title(TITLE, papers.panel.name)
    sheet.paragraph(wording.worded(papers.panel, "disclosure_opening"))
    sheet.facts(extract.facts(papers), extract.FACTS, to_fill_in=TO_FILL_IN)
    extract.agreed(sheet, papers.item)
    basis.of_child(sheet, papers)
    # The approval itself is no part of what a person approves, so it stays out of the draft.
    by = approved if papers.confirmed else None
    sheet.part("disclosure.taken_out", 1, new_page=True)
    sheet.paragraph(wording.worded(papers.panel, "disclosure_statement"))
    sheet.table(
        ("Where", "What", "What was done", "Why"),
        [
            (phrases.capital(one.where), kind_words(one), _done(one), why_words(one))
            for one in findings
        ],
        (24, 22, 24, 30),
        "Redaction log",
    )
    if not findings:
        sheet.paragraph("Nothing had to be taken out.")
    if by is not None:
        sheet.paragraph(
            f"{by.by_name or 'not named'}, {phrases.day(by.at.date())}.", lead="Approved by:"
        )
    sheet.end("End of the copy.")
    return sheet


def redactions(findings: Iterable[Finding]) -> tuple[tuple[str, str, str, int], ...]:
    """Where something was taken out, what kind it was, why, and how often: the log that is kept."""
    gone = (one for one in findings if not left_standing(one))
    counted = Counter((one.where, kind_words(one), why_words(one)) for one in gone)
    return tuple((*place, times) for place, times in counted.items())


def left_standing(one: Finding) -> bool:
    """Whether a word stays as it stands after a person has looked: it is nobody's on record."""
    return one.done == "to confirm" and one.sure != Sure.ALIAS


def _done(one: Finding) -> str:
    if one.done == "to confirm" and not left_standing(one):
        return REPLACED
    return DONE.get(one.done, one.done)


def _about(papers: ExtractPapers) -> Imprint:
    # What members may not do with their papers is not said to whom it is about.
    bare = replace(papers, panel=replace(papers.panel, handling=""))
    return extract.imprint(bare, TITLE, ISSUED_TO)


def of_copy(part: ChildPart) -> ChildPart:
    """A child's part with what was done to the lines of the copy alone: who is told is not in it.

    That something must not be said to the child or family, one of whom may ask, is in its log. Who
    asks is not known here: the child's own words, health and what is said of another child are left
    out, and a person decides about them in the copy of the record.
    """
    cutting = _Cutting((part.papers.item.row.label,), part.once_read)
    papers = replace(part.papers, item=cutting.item(part.papers.item))
    kept = (one for one in part.findings if one.where not in NOT_IN_IT)
    findings = (*kept, *cutting.findings, *_not_to_be_said(part.papers))
    return replace(part, papers=papers, findings=findings)


R = TypeVar("R", ActionRow, RecommendationRow)


class _Cutting:
    """Takes sentences out that are not for whoever may ask, and writes down where."""

    def __init__(self, names: tuple[str, ...], once_read: Callable[[str], str]) -> None:
        self.findings: list[Finding] = []
        self._names, self._once_read = names, once_read

    def item(self, item: ItemRecord) -> ItemRecord:
        """The item without them."""
        for text in (item.voice, item.voice_absent_reason):
            if text:
                self._left_out(OWN, "voice")
        reason = self._text(item.header.reason, "reason on the agenda")
        return replace(
            item,
            voice=None,
            voice_absent_reason=None,
            header=replace(item.header, reason=reason),
            protective=self._text(item.protective, "protective factors"),
            for_file=self._text(item.for_file, "for the child's file"),
            recommendations=tuple(self._rows(item.recommendations)),
            actions=tuple(self._rows(item.actions)),
        )

    def _rows(self, rows: Iterable[R]) -> Iterator[R]:
        """Each with the sentences that may stand in it; one that has none is not there."""
        for one in rows:
            text = self._text(one.text, one.reference)
            if text and text != GAP:
                yield replace(one, text=text)

    def _text(self, text: str | None, where: str) -> str | None:
        kept, found = without(text or "", self._asked_of)
        for asked in found:
            self._left_out(next(kind for code, kind in TOLD.items() if code in asked), where)
        return kept or None

    def _asked_of(self, text: str) -> frozenset[str]:
        return frozenset(asked_by_words(self._once_read(text), self._names))

    def _left_out(self, kind: str, where: str) -> None:
        self.findings.append(Finding(kind, "left out", Sure.EXACT, where))


def _not_to_be_said(papers: ExtractPapers) -> Iterator[Finding]:
    for one in papers.item.tellings:
        if one.must_not:
            yield Finding(HARM, "left out", Sure.EXACT, WHO_IS_TOLD)


def kind_words(one: Finding) -> str:
    """What was found, in words; never what it was."""
    return KINDS.get(one.kind, one.kind.replace("_", " "))


def why_words(one: Finding) -> str:
    """The reason by the panel's list of what an extract leaves out."""
    found = codes.find("redaction_rules", RULES.get(one.kind, "persons"))
    return found.label if found else "About somebody else"
