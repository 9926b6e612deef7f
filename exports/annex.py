"""The annex to minutes for one reader: what of a meeting is not for all the panel."""

from collections.abc import Sequence

from exports import basis, filing, item_minutes, phrases, protection, shared_lines, tables
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.naming import Naming, naming_of
from exports.persons import NamedPerson
from exports.protection import Part
from exports.sheet import Sheet
from exports.template import Template
from models.marks import Sharing
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord, LineRecord
from models.records.outcomes import ActionRow, MeasureRow

MINUTES = "minutes"
RESTRICTED = frozenset({Sharing.NAMED_AGENCIES, Sharing.CHAIR_ONLY})


def write(
    papers: MeetingPapers,
    to: Target,
    *,
    reader: str,
    persons: Sequence[NamedPerson] = (),
    of: str = MINUTES,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The annex as a Word file at `to`; gives its sha256."""
    sheet = compose(papers, reader=reader, persons=persons, of=of, template=template)
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def has_content(papers: MeetingPapers) -> bool:
    """Whether there is anything for an annex; where there is nothing, none is made."""
    items = any(_lines(item) or _measures(item) for item in papers.items)
    return items or any(_is_restricted(one) for one in papers.actions)


def compose(
    papers: MeetingPapers,
    *,
    reader: str,
    persons: Sequence[NamedPerson] = (),
    template: Template | None = None,
    of: str = MINUTES,
) -> Sheet:
    """The annex from the papers of exactly that reader: an agency by name, or the chair.

    `persons` are those who stand in what all the panel has without their names.
    """
    names = naming_of(papers)
    about = Imprint(
        protection.following(papers.panel, _shown(papers), restricted=bool(persons)),
        f"{of.capitalize()} annex",
        reader,
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state) if of == MINUTES else "",
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template, names.rewrite)
    day = phrases.weekday(papers.meeting.held_on)
    to = phrases.within(reader)
    sheet.title(f"{papers.panel.name}: annex to the {of}", f"{day}, for {to}")
    sheet.paragraph(f"For {to} only. It must not be passed on or spoken of to other readers.")
    sheet.part("annex.persons", 1)
    sheet.table(
        ("In the papers for all", "Name", "Items"),
        [(one.called, one.name, phrases.joined(*one.items)) for one in persons],
        (30, 40, 30),
        "Persons of concern",
    )
    for item in papers.items:
        _item(sheet, item, names, papers, reader)
    loose = [one for one in papers.actions if _is_restricted(one) and one.item_id is None]
    sheet.part("annex.other", 1)
    tables.agreed_actions(sheet, loose, names)
    basis.of_meeting(sheet, papers)
    sheet.end("End of the annex.")
    return sheet


def _item(
    sheet: Sheet, item: ItemRecord, names: Naming, papers: MeetingPapers, reader: str
) -> None:
    inside = names.within(item)
    sheet.rewrite, before = inside.rewrite, sheet.rewrite
    sheet.heading(item_minutes.title(item, inside), 1)
    held_on = papers.meeting.held_on
    for kept_to, told in shared_lines.by_readers(_lines(item), held_on, reader):
        # One heading says both: where three stand over a line, LibreOffice parts them from it.
        sheet.heading(f"{sheet.words('annex.information')} {kept_to[0].lower()}{kept_to[1:]}", 2)
        sheet.bullets(told)
    sheet.part("annex.disruption", 2)
    tables.measures(sheet, _measures(item), inside)
    sheet.part("annex.actions", 2)
    actions = [one for one in papers.actions if one.item_id == item.row.id]
    tables.agreed_actions(sheet, filter(_is_restricted, actions), inside)
    sheet.rewrite = before


def _lines(item: ItemRecord) -> list[LineRecord]:
    return [one for one in item.lines if one.sharing in RESTRICTED and not one.withdrawn]


def _measures(item: ItemRecord) -> list[MeasureRow]:
    return [one for one in item.measures if _is_restricted(one)]


def _shown(papers: MeetingPapers) -> list[Part]:
    shown: list[Part] = [line for item in papers.items for line in _lines(item)]
    shown += [measure for item in papers.items for measure in _measures(item)]
    return [*shown, *filter(_is_restricted, papers.actions)]


def _is_restricted(one: ActionRow | MeasureRow) -> bool:
    return one.sharing in RESTRICTED
