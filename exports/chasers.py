"""Between meetings: one page for each agency with its actions that are late or still open."""

from collections.abc import Iterable, Iterator

from exports import basis, phrases, protection, tables, wording
from exports.audience import Document, slug
from exports.imprint import Imprint
from exports.making import Making, file_of
from exports.meeting_documents import own_actions
from exports.naming import naming_of
from exports.sheet import Sheet
from exports.template import Template
from models.records.documents import MeetingPapers
from models.records.outcomes import ActionRow
from models.rules.said_done import stands_so

KIND = "reminder"


def chasers(making: Making) -> Iterator[Document]:
    """A reminder for each agency with something left to do, with no more than it may read.

    Nobody is reminded alone of what they said is done: it stands as that beside the rest.
    """
    reply_to = making.audiences.setting("reply_to")
    for agency, papers, audience, part in own_actions(making, today=True):
        rows = open_actions(papers, agency.id)
        if is_to_remind(rows):
            sheet = compose(papers, rows, agency.name, reply_to, template=making.template)
            apart = ("without", *part) if part else ()
            name = making.names.take("", "reminder", slug(agency.name), *apart)
            yield Document(
                name,
                KIND,
                audience,
                file_of(sheet),
                sheet.digest,
                final=True,
                recipient=audience,
                marking=sheet.marking,
            )


def is_to_remind(rows: Iterable[ActionRow]) -> bool:
    """Whether anything of this is left to do."""
    return any(not stands_so(one.standing) for one in rows)


def open_actions(papers: MeetingPapers, agency_id: int) -> list[ActionRow]:
    """What an agency has not finished, the longest late first."""
    every = {one.id: one for one in (*papers.earlier_actions, *papers.actions)}
    mine = [one for one in every.values() if one.agency_id == agency_id and not one.finished]
    return sorted(mine, key=lambda one: (one.due_on is None, one.due_on, one.id))


def compose(
    papers: MeetingPapers,
    rows: list[ActionRow],
    agency: str,
    reply_to: str = "",
    *,
    template: Template | None = None,
) -> Sheet:
    """The page: what is late, what is open, what is said to be done, with owner and standing."""
    names, today = naming_of(papers), papers.made_at.date()
    about = Imprint(
        protection.following(papers.panel, rows), "Open actions", agency, papers.made_at
    )
    sheet = Sheet(about, template, names.rewrite)
    sheet.title(f"{papers.panel.name}: open actions", f"{agency}, {phrases.day(today)}")
    sheet.paragraph(wording.worded(papers.panel, "reminder_request"))
    sheet.paragraph(reply_to, lead="Return to:")
    said = [one for one in rows if stands_so(one.standing)]
    late = [one for one in rows if one.rag == "red" and one not in said]
    left = [one for one in rows if one not in (*said, *late)]
    for code, some in (("late", late), ("open", left), ("said", said)):
        if some:
            title = sheet.words(f"reminder.{code}")
            sheet.heading(f"{title} ({len(some)})", 1)
            tables.standing_actions(sheet, some, names, f"{title} actions of this agency")
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the open actions.")
    return sheet
