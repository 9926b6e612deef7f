"""The extract of one item for one child's file: what was decided, and who tells whom."""

from datetime import date

from exports import (
    basis,
    filing,
    item_header,
    item_minutes,
    phrases,
    since_before,
    tables,
    tellings,
    wording,
)
from exports.child_part import child_part
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Bold, Passing, Text
from models.records.documents import ExtractPapers
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow

TITLE = "Extract for the child's file"
FACTS = "The child and the meeting"


def write(
    papers: ExtractPapers,
    to: Target,
    *,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The extract as a Word file at `to`, drawn through the net first; gives its sha256."""
    sheet = compose(child_part(papers).papers, template=template)
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def compose(papers: ExtractPapers, *, template: Template | None = None) -> Sheet:
    """The extract as a sheet, from papers that have been through the net."""
    sheet = Sheet(imprint(papers, TITLE, papers.addressed_to), template)
    sheet.title(TITLE, papers.panel.name)
    to = (
        ("Who holds the plan", item_header.nobody_leads(papers.item)),
        ("To", papers.addressed_to),
        ("Copies to", phrases.joined(*papers.copies_to)),
    )
    sheet.facts((*facts(papers), *to), FACTS)
    _gaps(sheet, papers.item)
    since_before.tell(sheet, papers.since, papers.changes)
    agreed(sheet, papers.item, papers.made_at.date())
    _telling(sheet, papers.item)
    _answer(sheet, papers)
    sheet.back_to(1)
    sheet.note(papers.statement)
    basis.of_child(sheet, papers)
    sheet.end("End of the extract.")
    return sheet


def imprint(papers: ExtractPapers, title: str, issued_to: str) -> Imprint:
    """What stands on every page of what is made of a child's part of a meeting."""
    return Imprint(
        papers.panel,
        title,
        issued_to,
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state)
        if papers.confirmed
        else wording.worded(papers.panel, "not_confirmed"),
        reference=papers.item.row.reference,
    )


def agreed(sheet: Sheet, item: ItemRecord, on: date | None = None) -> None:
    """Why the child was discussed, what was decided, and what is to be done.

    In a paper that goes `on` a day what is past due says so.
    """
    _why(sheet, item)
    _decided(sheet, item)
    _to_do(sheet, item, on)


def facts(papers: ExtractPapers) -> list[tuple[str, Text | None]]:
    """Which child and which meeting it is about."""
    header = papers.item.header
    return [
        ("Child", header.name),
        ("System ID", papers.child_system_id),
        ("Date of birth", phrases.day(header.birth_date) if header.birth_date else None),
        ("Plan", header.plan),
        ("Meeting", phrases.weekday(papers.meeting.held_on)),
    ]


def _why(sheet: Sheet, item: ItemRecord) -> None:
    sheet.part("extract.reason", 1)
    sheet.paragraph(phrases.sentence(item.header.reason))
    sheet.part("extract.voice", 1)
    absent = item.voice_absent_reason
    sheet.paragraph(
        phrases.sentence(item.voice)
        or (f"Not heard: {phrases.stopped(absent)}" if absent else None)
    )
    sheet.part("extract.strengths", 1)
    sheet.paragraph(phrases.sentence(item.protective))


def _decided(sheet: Sheet, item: ItemRecord) -> None:
    sheet.part("extract.decision", 1)
    label = phrases.sentence(item.decision.label) if item.decision else ""
    sheet.paragraph((Bold(label),) if label else None)
    sheet.part("extract.risk", 1)
    sheet.paragraph(item_minutes.risk_words(item.risk) if _judged(item) else None)
    sheet.part("extract.file", 1)
    sheet.paragraph(phrases.sentence(item.for_file))


def _to_do(sheet: Sheet, item: ItemRecord, on: date | None) -> None:
    sheet.part("extract.recommendations", 1)
    standing = (one for one in item.recommendations if not one.withdrawn)
    sheet.bullets(tables.recommendation(one, on) for one in standing)
    sheet.part("extract.actions", 1)
    sheet.table(
        ("Ref", "Action", "Owner", "Due"),
        [
            (one.reference, _action(one), tables.owner(one), tables.due(one, on))
            for one in item.actions
        ],
        (10, 50, 24, 16),
        "Actions for the child",
    )
    sheet.part("extract.review", 1)
    sheet.paragraph(phrases.returning(item))


def _action(one: ActionRow) -> str:
    done = f"Done when: {phrases.stopped(one.success)}" if one.success else None
    return phrases.joined(phrases.sentence(one.text), done, by=" ")


def _telling(sheet: Sheet, item: ItemRecord) -> None:
    sheet.part("extract.tells", 1)
    sheet.bullets(tellings.who_tells(item))


def _judged(item: ItemRecord) -> bool:
    return item.risk is not None and bool(item.risk.before or item.risk.after)


def _gaps(sheet: Sheet, item: ItemRecord) -> None:
    """What whoever keeps the file would look for and the record does not say, in one line."""
    wanted = {
        "what the child says": item.voice or item.voice_absent_reason,
        "the decision": item.decision,
        "risk": _judged(item),
        "who tells the child and family": list(tellings.who_tells(item)),
    }
    missing = [words for words, there in wanted.items() if not there]
    sheet.paragraph(f"{phrases.listed(missing)}." if missing else None, lead=phrases.GAPS)


def _answer(sheet: Sheet, papers: ExtractPapers) -> None:
    sheet.part("extract.reply", 1)
    if papers.reply_by:
        by = f" by {phrases.day(papers.reply_by)}"
        to = f" to {papers.reply_to}" if papers.reply_to else ""
        sheet.paragraph(("Please answer the recommendations", Passing(by), f"{to}."))
    if all(one.withdrawn for one in papers.item.recommendations):
        return
    said = papers.disagreement.lower().startswith("if you disagree")
    sheet.paragraph(wording.in_disagreement(papers), lead="" if said else "If you disagree:")
