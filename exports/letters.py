"""Letters to a child and to the parents: what was agreed, in plain words, where it is safe."""

from collections.abc import Iterator
from dataclasses import replace

from exports import phrases, wording
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from models.queries.minutes import SETTLED
from models.records.documents import ExtractPapers
from models.records.outcomes import TellingRecord
from models.rules.names import parse_name
from models.rules.told import not_to_be_told, says_who

CHILD = "child"
PARENTS = "parents"
MARKING = "PRIVATE"
AUDIENCES = {
    CHILD: "The child, by the lead professional",
    PARENTS: "Parents or carers, by the lead professional",
}
NEEDED_TO_WRITE = (CHILD, PARENTS)
IS = {CHILD: "is", PARENTS: "are"}
OF_OTHERS = (
    "what stands under who tells the child and family speaks of somebody else, so it is to be"
    " worded without them"
)


def due(papers: ExtractPapers) -> tuple[str, ...]:
    """To whom a letter may go: only where all is recorded, and it is safe to write.

    None is written of a child marked do not write or deceased; none to parents of whom one may be
    a person of concern; and none as long as it is open who tells the child, or who the parents.
    """
    told = _tellings(papers)
    to = (one for one in NEEDED_TO_WRITE if one in told and told[one].safe_to_write)
    return tuple(one for one in to if _hindrance(papers, told, one) is None)


def unwritten(papers: ExtractPapers, *, others: bool) -> Iterator[str]:
    """Why no letter is made to whom a person marked it safe to write, a sentence each.

    `others` says that what is recorded of who tells whom speaks of somebody else, by the net.
    """
    told = _tellings(papers)
    for whom in NEEDED_TO_WRITE:
        if whom in told and told[whom].safe_to_write:
            why = OF_OTHERS if others else _hindrance(papers, told, whom)
            if why is not None:
                yield f"No letter to the {whom}: {why}."


def _hindrance(papers: ExtractPapers, told: dict[str, TellingRecord], whom: str) -> str | None:
    """What keeps a letter that is safe to write from being written; None where nothing does."""
    if not papers.may_write:
        return "the record says not to write"
    for one in NEEDED_TO_WRITE:
        said = told.get(one)
        if said is not None and _is_kept_from(said):
            return f"the {one} {IS[one]} not to be told yet, and a letter lies at home"
        if said is None or not said.teller:
            return f"it is not recorded who tells the {one}"
    text = told[whom].text
    if not text or says_who(text, told[whom].teller):
        return f"what may be said to the {whom} is not recorded"
    if whom == PARENTS and not papers.may_write_to_parents:
        return "by the record a parent may be a person of concern"
    return None


def _is_kept_from(said: TellingRecord) -> bool:
    return not_to_be_told(said.must_not) or not_to_be_told(said.text)


def _tellings(papers: ExtractPapers) -> dict[str, TellingRecord]:
    return {_whom(one): one for one in papers.item.tellings}


def compose(papers: ExtractPapers, whom: str, *, template: Template | None = None) -> Sheet:
    """The letter to the child or the parents, from papers that have been through the net."""
    told = next(one for one in papers.item.tellings if _whom(one) == whom)
    # It lies at home: it says neither what it is about nor who wrote of it.
    panel = replace(papers.panel, name="", marking=MARKING, handling="")
    first = parse_name(papers.item.header.name).first[:1]
    name = first[0] if first else papers.item.header.name
    about = Imprint(
        panel,
        "Letter",
        name if whom == CHILD else f"Parents or carers of {name}",
        papers.made_at,
        version=papers.minutes_version,
        status=_status(papers),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template)
    sheet.title("A letter for you" if whom == CHILD else f"About {name}")
    sheet.paragraph(f"Dear {name}," if whom == CHILD else "Dear parents or carers,")
    words = {"name": name, "day": phrases.day(papers.meeting.held_on), "teller": told.teller or ""}
    _say(sheet, wording.worded(papers.panel, f"letter_{whom}_opening"), words)
    sheet.part(f"letter_{whom}.agreed", 1)
    sheet.paragraph(phrases.sentence(told.text))
    sheet.part(f"letter_{whom}.next", 1)
    sheet.paragraph(_next(told, whom))
    _say(sheet, wording.worded(papers.panel, f"letter_{whom}_closing"), words)
    return sheet


def _status(papers: ExtractPapers) -> str:
    """What keeps a letter from being sent; once nothing does, who approved it is not theirs."""
    if not papers.confirmed:
        return wording.worded(papers.panel, "not_confirmed")
    return "" if papers.minutes_state in SETTLED else status_words(papers.minutes_state)


def _whom(told: TellingRecord) -> str:
    return CHILD if told.whom == CHILD else PARENTS


def _next(told: TellingRecord, whom: str) -> str:
    by = f" by {phrases.day(told.by_date)}" if told.by_date else " soon"
    if whom == CHILD:
        return f"{told.teller} will talk with you{by}. You can ask anything you want."
    return f"{told.teller} will speak with you{by}. Please ask about anything that is not clear."


def _say(sheet: Sheet, text: str, words: dict[str, str]) -> None:
    for key, value in words.items():
        text = text.replace(f"{{{key}}}", value)
    sheet.paragraph(text)
