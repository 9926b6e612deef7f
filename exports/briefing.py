"""The chair's briefing: what each item asks, who steps out, what is late, differs, restricted."""

from collections.abc import Iterable, Mapping, Sequence

from exports import (
    agenda,
    basis,
    item_header,
    item_minutes,
    phrases,
    protection,
    shared_lines,
    tables,
    wording,
)
from exports.naming import Naming, naming_of
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Bold, Text
from models.marks import Information, Sharing
from models.records.documents import MeetingPapers
from models.records.item import ItemHeader, ItemRecord, LineRecord
from models.rules.contradictions import Contradiction, Said

RESTRICTED = frozenset({Sharing.NAMED_AGENCIES, Sharing.CHAIR_ONLY})
LATE = "red"


def compose(
    papers: MeetingPapers,
    steps_out: Mapping[int, Sequence[str]],
    differing: Mapping[int, Sequence[Contradiction]],
    *,
    template: Template | None = None,
) -> Sheet:
    """The briefing from papers as the chair reads them; `steps_out` names by item who leaves.

    `differing` are by item the facts on which agencies say different things.
    """
    panel, meeting = papers.panel, papers.meeting
    names = naming_of(papers)
    shown = (one for item in papers.items for one in _restricted(item.lines))
    carried = protection.following(panel, shown)
    about = agenda.imprint(carried, meeting, "Chair's briefing", papers.made_at, "The chair")
    sheet = Sheet(about, template, names.rewrite)
    sheet.title("Chair's briefing", f"{panel.name}, {phrases.weekday(meeting.held_on)}")
    sheet.paragraph(wording.worded(panel, "briefing_notice"))
    sheet.facts(
        [
            ("Items", str(len(papers.items))),
            ("Late actions", str(sum(map(_is_late, papers.earlier_actions))) or None),
        ],
        "The meeting",
    )
    for item in papers.items:
        item_id = item.row.id
        _item(sheet, item, names, papers, steps_out.get(item_id, ()), differing.get(item_id, ()))
    basis.of_meeting(sheet, papers)
    sheet.end("End of the chair's briefing.")
    return sheet


def _item(
    sheet: Sheet,
    item: ItemRecord,
    names: Naming,
    papers: MeetingPapers,
    out: Sequence[str],
    differing: Sequence[Contradiction],
) -> None:
    inside = names.within(item)
    sheet.rewrite, before = inside.rewrite, sheet.rewrite
    sheet.heading(item_minutes.title(item, inside), 1)
    _head(sheet, item, out)
    sheet.part("briefing.late", 2)
    sheet.bullets(_late(item, inside))
    sheet.part("briefing.differing", 2)
    sheet.bullets((Bold(f"{one.fact}: "), _sides(one.said)) for one in differing)
    sheet.part("briefing.restricted", 2)
    for kept_to, told in shared_lines.by_readers(_restricted(item.lines), papers.meeting.held_on):
        sheet.paragraph((Bold(f"{kept_to}:"),), with_next=True)
        sheet.bullets(told)
    sheet.back_to(1)
    sheet.rewrite = before


def _head(sheet: Sheet, item: ItemRecord, out: Sequence[str]) -> None:
    """What is known first; what is asked alone is no table, as one row is kept with nothing."""
    header = item.header
    asked = ("Asked of the panel", phrases.sentence(header.ask or item.row.ask))
    known = [
        ("Risk", item_header.risk(header) or _risk(header)),
        ("Last decision", header.last_decision),
        ("Steps out", phrases.listed(list(out))),
    ]
    if any(told for _, told in known):
        sheet.facts([asked, *known], f"Item {item.row.reference}")
    else:
        sheet.paragraph(asked[1], lead=f"{asked[0]}:")


def _risk(header: ItemHeader) -> str:
    return phrases.joined(header.risk, phrases.moved(header.risk_direction))


def _sides(said: Sequence[Said]) -> str:
    """Who says what of one fact, of which day and in which words, nobody's before another's."""
    return f"{'; '.join(f'{_source(one)} says {one.value}{_in_words(one)}' for one in said)}."


def _source(said: Said) -> str:
    """Who says it, of which day, and that intelligence is not verified."""
    unverified = said.information == Information.INTELLIGENCE
    known = phrases.joined(
        phrases.short_day(said.on) if said.on else "",
        "intelligence, unverified" if unverified else "",
    )
    return f"{said.source} ({known})" if known else said.source


def _in_words(said: Said) -> str:
    """The sentence that says it; the record and a form's field alone need none."""
    own = said.words.partition(": ")[2] == said.value
    return "" if own else f": “{said.words.strip().rstrip('.')}”"


def _late(item: ItemRecord, names: Naming) -> Iterable[Text]:
    for one in filter(_is_late, item.open_actions):
        told = f"{tables.action_text(one, names)} {tables.owner(one)}."
        yield (Bold(f"{one.reference}: "), f"{told} {tables.standing(one, names)}")
    for other in item.earlier_recommendations:
        if other.overdue and not other.withdrawn:
            told = f"{phrases.sentence(other.text)} {phrases.sentence(other.standing)}"
            yield (Bold(f"{other.reference}: "), told)


def _is_late(one: object) -> bool:
    return getattr(one, "rag", "") == LATE and not getattr(one, "finished", False)


def _restricted(lines: Iterable[LineRecord]) -> list[LineRecord]:
    return [one for one in lines if one.sharing in RESTRICTED and not one.withdrawn]
