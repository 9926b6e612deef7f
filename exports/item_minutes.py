"""One item as minutes tell it: who it is about, what was shared, what was decided and why."""

import re
from datetime import date

from exports import item_extras, item_header, phrases, pictures, shared_lines, tables, tellings
from exports.marking import Marked
from exports.naming import Naming
from exports.phrases import GAPS, NOT_RECORDED, UNDISCUSSED
from exports.sheet import Sheet
from exports.wordml import Bold, Own, Text
from models.marks import ItemState, Until
from models.records.item import ItemRecord, ItemRow
from models.records.outcomes import (
    ActionRow,
    DecisionRecord,
    RecommendationRow,
    RiskRecord,
)
from models.records.places import ITEM, Place
from models.records.subjects import LinkRecord
from models.rules import links
from models.rules.recommendations import RecommendationStatus
from models.rules.rewording import REWORDED
from models.rules.unreached import held_words, until_words

NOT_HELD = {ItemState.DEFERRED: "Deferred", ItemState.NOT_REACHED: "Not reached"}
PERHAPS_TWICE = "perhaps on record twice"


def title(item: ItemRecord, naming: Naming) -> str:
    """V1  A.R., LCS620625 (review)."""
    return f"{item.row.reference}  {naming.subject(item.row)} ({item.row.kind})"


def write(
    sheet: Sheet, item: ItemRecord, naming: Naming, held_on: date, *, drawn: bool = False
) -> None:
    """The item's heading and all that was recorded of it, in the order of the house.

    With pictures of its links and of how risk moved where it is `drawn`.
    """
    naming = naming.within(item)
    sheet.rewrite, before = naming.rewrite, sheet.rewrite
    sheet.heading(Marked(title(item, naming), Place(ITEM, item.row.id, "", item.row.id)), 2)
    sheet.facts(item_header.facts(item, naming), f"Item {item.row.reference}")
    _not_held(sheet, item)
    _said(sheet, item, held_on)
    _understood(sheet, item, naming, drawn=drawn)
    _decided(sheet, item, drawn=drawn)
    _to_do(sheet, item, naming)
    _told(sheet, item)
    _gaps(sheet, item)
    sheet.rewrite = before


def _not_held(sheet: Sheet, item: ItemRecord) -> None:
    words = NOT_HELD.get(ItemState(item.row.state))
    if words:
        told = (phrases.sentence(item.row.deferred_reason), until_then(item.row))
        sheet.paragraph(
            phrases.joined(*told, by=" ") or f"Reason {NOT_RECORDED}.", lead=f"{words}:"
        )


def until_then(row: ItemRow) -> str:
    """What becomes of an item that was not reached, and who holds it, as sentences."""
    until = row.until
    if until.then is None:
        return ""
    told = "" if until.then == Until.CONTINUED else phrases.sentence(until_words(until))
    return phrases.joined(told, phrases.sentence(held_words(until.holder)), by=" ")


def _said(sheet: Sheet, item: ItemRecord, held_on: date) -> None:
    sheet.part("item.presentation", 3)
    sheet.paragraph(_sentence(item, "presentation"))
    shared(sheet, item, held_on)
    sheet.part("item.views", 3)
    sheet.paragraph(_voice(item), lead="Child:")
    sheet.paragraph(_sentence(item, "parents_view"), lead="Parents:")


def shared(sheet: Sheet, item: ItemRecord, held_on: date, heading: str = "item.shared") -> None:
    """What agencies shared with all the panel, and who had nothing new."""
    sheet.part(heading, 3)
    lines = shared_lines.shared_with_all(item.lines)
    for risk in shared_lines.immediate(lines, item.row.id):
        sheet.paragraph(risk)
    sheet.bullets(shared_lines.by_agency(lines, held_on, item.row.id))
    for words in shared_lines.silence(item.rounds):
        sheet.paragraph(words)


def _of(item: ItemRecord, field: str, text: str, table: str = "discussion") -> Marked:
    return Marked(text, Place(table, item.row.id, field, item.row.id))


def _sentence(item: ItemRecord, field: str) -> Marked:
    """A text of the discussion as it was written, as a sentence."""
    return _of(item, field, phrases.sentence(getattr(item, field)))


def _voice(item: ItemRecord) -> Text:
    if not item.voice and item.voice_absent_reason:
        reason = phrases.stopped(item.voice_absent_reason)
        return (Own("not heard: "), _of(item, "voice_absent_reason", reason))
    return _sentence(item, "voice")


def _understood(sheet: Sheet, item: ItemRecord, naming: Naming, *, drawn: bool) -> None:
    sheet.part("item.strengths", 3)
    sheet.paragraph(_sentence(item, "protective"))
    sheet.part("item.analysis", 3)
    sheet.paragraph(_sentence(item, "analysis"))
    sheet.paragraph(_sentence(item, "diversity"), lead="Identity and diversity:")
    item_extras.columns(sheet, item)
    sheet.part("item.links", 3)
    sheet.bullets(link_text(one, naming) for one in item.links)
    sheet.drawn(pictures.link_chart(item, naming) if drawn else None, 15)


def link_text(one: LinkRecord, naming: Naming) -> str:
    """How the subject is linked, and how sure that is."""
    other = naming.shown(one.other_kind, one.other_label)
    sure = phrases.joined(*links.told(one), PERHAPS_TWICE if one.in_question else None)
    return phrases.sentence(f"{one.relation} {other} ({sure})")


def _decided(sheet: Sheet, item: ItemRecord, *, drawn: bool) -> None:
    sheet.part("item.risk", 3)
    if item.risk:
        sheet.paragraph(risk_words(item.risk))
        for lead, field in (("Why:", "rationale"), ("Different view:", "dissent")):
            told = phrases.sentence(getattr(item.risk, field))
            sheet.paragraph(_of(item, field, told, "risk_judgement"), lead=lead)
        sheet.drawn(pictures.risk_movement(item) if drawn else None, 7.5)
    sheet.part("item.decision", 3)
    if item.decision:
        _decision(sheet, item, item.decision)
    elif item.row.until.holder:
        held = f"{item.row.until.holder} holds it until there is one."
        sheet.paragraph(until_then(item.row) or held, lead="None yet:")
    sheet.paragraph(phrases.returning(item), lead="Review:")


def _gaps(sheet: Sheet, item: ItemRecord) -> None:
    """What an item that was discussed should hold and does not, in one line."""
    if ItemState(item.row.state) in UNDISCUSSED:
        return
    of_child = {
        "who holds the plan": item.header.lead or item_header.nobody_leads(item),
        "the child's view": item.voice or item.voice_absent_reason,
        "the parents' view": item.parents_view,
        "risk": item.risk,
    }
    wanted = {**(of_child if item_header.about_child(item) else {}), "a decision": item.decision}
    missing = [words for words, there in wanted.items() if not there]
    if item.decision and not item.decision.rationale:
        missing.append("why it was decided")
    sheet.back_to(3)
    sheet.paragraph(f"{phrases.listed(missing)}." if missing else None, lead=GAPS)


def risk_words(risk: RiskRecord | None) -> str:
    """Risk before and after, and where it is going."""
    if risk is None or not (risk.before or risk.after):
        return f"{NOT_RECORDED.capitalize()}."
    before, after = risk.before or NOT_RECORDED, risk.after or NOT_RECORDED
    moved = f" ({risk.direction})" if risk.direction else ""
    scheme = f" Judged by {risk.scheme}." if risk.scheme else ""
    if before == after:
        return f"{after} before the meeting and after it.{scheme}"
    return f"Before the meeting {before}, after it {after}{moved}.{scheme}"


def _decision(sheet: Sheet, item: ItemRecord, one: DecisionRecord) -> None:
    sheet.paragraph((Bold(phrases.sentence(one.label)),), with_next=True)
    for lead, field in (
        ("Why:", "rationale"),
        ("Decided by:", "made_by"),
        ("Agreed by a second person:", "second_person"),
        ("Different view:", "dissent"),
        ("Basis for sharing:", "legal_basis"),
    ):
        told = phrases.sentence(getattr(one, field))
        marked = _of(item, field, told, "decision") if field in REWORDED["decision"] else told
        sheet.paragraph(marked, lead=lead)
    sheet.paragraph(_sentence(item, "nrm_considered"), lead="NRM considered:")


def _to_do(sheet: Sheet, item: ItemRecord, naming: Naming) -> None:
    sheet.part("item.disruption", 3)
    tables.measures(sheet, filter(tables.for_all_panel, item.measures), naming)
    sheet.part("item.recommendations", 3)
    sheet.bullets(tables.recommendation(one) for one in item.recommendations if not one.withdrawn)
    sheet.part("item.earlier", 3)
    sheet.bullets(earlier_recommendations(item))
    sheet.part("item.actions", 3)
    sheet.bullets(
        (
            Bold(f"{_action_head(one, naming)}: "),
            *tables.action_pieces(one, naming),
        )
        for one in item.actions
        if tables.for_all_panel(one)
    )


def _action_head(one: ActionRow, naming: Naming) -> str:
    about = tables.about_another(one, naming)
    by = phrases.due(one.due_on, one.due_words)
    return phrases.joined(one.reference, tables.owner(one), by, about)


def earlier_recommendations(item: ItemRecord) -> list[Text]:
    """What was recommended before and still stands, each with what the plan answered."""
    return [_earlier(one) for one in item.earlier_recommendations if not one.withdrawn]


def _earlier(one: RecommendationRow) -> Text:
    why = f"Why: {one.reply_reason.strip(' .')}" if one.reply_reason else ""
    said = (one.text, _standing(one), why)
    return (Bold(f"{one.reference}: "), " ".join(phrases.sentence(each) for each in said if each))


def _standing(one: RecommendationRow) -> str:
    """How it stands, with the words that a plan accepted instead right behind its answer."""
    if one.standing == RecommendationStatus.ISSUED:
        return "no answer yet"
    if not one.modified_text:
        return one.standing
    answered = re.split("[,;]", one.standing, maxsplit=1)[0]
    rest = one.standing.removeprefix(answered)
    words = one.modified_text.strip(" .") if rest else phrases.stopped(one.modified_text)
    return f"{answered}, as “{words}”{rest}"


def _told(sheet: Sheet, item: ItemRecord) -> None:
    sheet.part("item.tells", 3)
    sheet.bullets(tellings.who_tells(item))
    sheet.part("item.file", 3)
    sheet.paragraph(_sentence(item, "for_file"))
    sheet.part("item.public", 3)
    sheet.paragraph(_sentence(item, "communications_line"))
    sheet.bullets(map(item_extras.communication_words, item.communications))
