"""The action list of a meeting: for everyone, or one agency's own."""

from exports import basis, filing, phrases, pictures, protection, tables
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.naming import naming_of
from exports.sheet import Sheet
from exports.template import Template
from models.records.documents import MeetingPapers
from models.records.outcomes import ActionRow, MeasureRow
from models.rules.measures import NOT_YET


def write(
    papers: MeetingPapers,
    to: Target,
    agency_id: int | None = None,
    *,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The action list as a Word file at `to`; gives its sha256."""
    sheet = compose(papers, agency_id, template=template)
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def compose(
    papers: MeetingPapers,
    agency_id: int | None = None,
    *,
    issued_to: str = "",
    template: Template | None = None,
) -> Sheet:
    """All actions for all the panel; or, with `agency_id`, every action that agency owns.

    Measures that somebody has still to carry out stand beside them, with whoever leads them.

    `issued_to` are those of the panel for whom it is made apart. An agency's own list is made
    from the papers of that agency as audience.
    """
    agency = next((one.name for one in papers.agencies if one.id == agency_id), None)
    names = naming_of(papers)
    agreed = _listed(papers.actions, agency_id)
    earlier = [one for one in _listed(papers.earlier_actions, agency_id) if not one.finished]
    measures = measures_to_do(papers, agency_id)
    about = Imprint(
        protection.following(papers.panel, (*agreed, *earlier, *measures)),
        "Action list",
        issued_to or agency or "Panel members",
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template, names.rewrite)
    day = phrases.weekday(papers.meeting.held_on)
    sheet.title(f"{papers.panel.name}: actions", phrases.joined(f"Meeting of {day}", agency))
    if papers.panel.pictures:
        sheet.drawn(pictures.action_status([*agreed, *earlier]))
    sheet.part("actions.agreed", 1)
    shown = tables.in_order(agreed, papers.items)
    tables.agreed_actions(sheet, shown, names, on=papers.made_at.date())
    if not agreed:
        sheet.paragraph("No actions.")
    sheet.part("actions.measures", 1)
    tables.measures_to_do(sheet, measures, papers.items, names)
    sheet.part("actions.open", 1)
    tables.standing_actions(sheet, earlier, names, "Actions still open from earlier meetings")
    basis.of_meeting(sheet, papers)
    sheet.end(f"End of the action list of {phrases.day(papers.meeting.held_on)}.")
    return sheet


def measures_to_do(papers: MeetingPapers, agency_id: int | None = None) -> list[MeasureRow]:
    """Measures of the meeting that are not in force yet, of an agency those that it leads.

    One that came to the register from an action stands on the list as that action.
    """
    of_items = (one for item in papers.items for one in item.measures)
    rows = papers.measures if agency_id is not None else filter(tables.for_all_panel, of_items)
    return [
        one
        for one in rows
        if one.status in NOT_YET
        and one.action_id is None
        and agency_id in (None, one.lead_agency_id)
    ]


def _listed(actions: tuple[ActionRow, ...], agency_id: int | None) -> list[ActionRow]:
    if agency_id is None:
        return [one for one in actions if tables.for_all_panel(one)]
    return [one for one in actions if one.agency_id == agency_id]
