"""The tables that several documents share: actions, measures, recommendations."""

from collections.abc import Iterable
from datetime import date

from exports import phrases
from exports.marking import Marked
from exports.naming import Naming
from exports.sheet import Sheet
from exports.wordml import Bold, Own, Passing, Text
from models.marks import Sharing
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, MeasureRow, RecommendationRow
from models.records.places import Place
from models.rules.actions import ActionStatus
from models.rules.set_days import is_past

PAST_DUE = ", past due"
REF, ITEM = "Ref", "Item"
"""Heads of the columns by which a row is told again."""
ROOM_TO_WRITE = 1100
"""The least height of a row to be written in, in twentieths of a point."""


def for_all_panel(one: ActionRow | MeasureRow) -> bool:
    """Whether every member may read it, so that it stands in the body of a document."""
    return one.sharing == Sharing.ALL_PANEL


def in_order(actions: Iterable[ActionRow], items: Iterable[ItemRecord]) -> list[ActionRow]:
    """Actions in the order of the items they are from, then by owner; those of no item last."""
    places = {item.row.id: at for at, item in enumerate(items)}
    return sorted(
        actions, key=lambda one: (places.get(one.item_id or 0, len(places)), owner(one), one.id)
    )


def agreed_actions(
    sheet: Sheet,
    actions: Iterable[ActionRow],
    naming: Naming,
    caption: str = "Actions agreed",
    of: int | None = None,
    on: date | None = None,
) -> None:
    """Actions with owner, date and item; that they are about the subject `of` goes unsaid.

    In a paper that goes `on` a day what is past due says so.
    """
    sheet.table(
        (ITEM, "Owner", "Action", "Due", REF),
        [
            (
                item_of(one, naming, of), owner(one), action_text(one, naming), due(one, on),
                one.reference,
            )
            for one in actions
        ],
        (17, 21, 38, 14, 10),
        caption,
    )  # fmt: skip


def standing_actions(
    sheet: Sheet, actions: Iterable[ActionRow], naming: Naming, caption: str
) -> None:
    """Actions from before with how they stand; what is not finished comes first."""
    sheet.table(
        (REF, "About", "Action", "Owner", "Due", "Standing"),
        [
            (
                one.reference,
                naming.about(one),
                action_text(one, naming),
                owner(one),
                due(one),
                standing(one, naming),
            )
            for one in sorted(actions, key=lambda one: one.finished)
        ],
        (10, 12, 25, 17, 13, 23),
        caption,
    )


def item_of(action: ActionRow, naming: Naming, of: int | None = None) -> str:
    """The item and of whom it is: "V1, A.R."; where it is about another, "V1, A.R.; about D.P.".

    In a paper about the subject `of` alone the item's number is enough: "V1".
    """
    if of is not None and action.subject_id == of and action.item_reference:
        return action.item_reference
    told = phrases.joined(action.item_reference, naming.of_item(action) or naming.about(action))
    return phrases.joined(told, about_another(action, naming), by="; ")


def about_another(action: ActionRow, naming: Naming) -> str:
    """ "about D.P.", where an action is about somebody else than its item; else nothing."""
    return f"about {naming.about(action)}" if naming.of_item(action) else ""


def action_text(action: ActionRow, naming: Naming) -> str:
    """What is to be done, what shows that it is done, and about whom else."""
    return "".join(action_pieces(action, naming))


def action_pieces(action: ActionRow, naming: Naming) -> tuple[str, ...]:
    """The same in pieces, those with their places that are the action's own words."""
    others = [naming.shown(kind, label) for _, kind, label, _ in action.other_subjects]
    about = phrases.sentence(f"also about {phrases.listed(others)}") if others else ""
    said = phrases.sentence(naming.of_action(action, action.text))
    done = phrases.stopped(naming.of_action(action, action.success or ""))
    return (
        _of_action(action, "text", said),
        *((Own(" Done when: "), _of_action(action, "success", done)) if action.success else ()),
        *((f" {about}",) if about else ()),
    )


def _of_action(action: ActionRow, field: str, text: str) -> Marked:
    return Marked(text, Place("action", action.id, field, action.item_id))


def owner(action: ActionRow) -> str:
    """Who does it."""
    return phrases.who_and_agency(action.owner, action.agency)


def due(action: ActionRow, on: date | None = None) -> Text:
    """By when; in a paper that goes `on` a day, whether that day has passed."""
    return (phrases.due(action.due_on, action.due_words), *past_due(action, on))


def past_due(one: ActionRow | RecommendationRow, on: date | None) -> tuple[str, ...]:
    """That a day has passed `on` which a paper goes, where something is still to be done.

    The day that a plan gave in its answer is named, for the paper has the day asked for.
    """
    if on is None or not is_past(one, on):
        return ()
    given = one.plan_by if isinstance(one, RecommendationRow) else None
    own = f" (the plan's own day was {phrases.day(given)})" if given else ""
    return (Passing(f"{PAST_DUE}{own}"),)


def stands(action: ActionRow) -> str:
    """How it stands: a paper is read on other days than its own, so none of its words is today."""
    return action.standing.replace("due today", "due that day")


def standing(action: ActionRow, naming: Naming) -> str:
    """How it stands in words, with what was told last."""
    reason = action.last_reason if action.last_reason != action.last_update else None
    carried = f"Carried {phrases.times(action.carried_count)}."
    # How late it is says not that somebody has told of it: that it was not done goes first.
    # Before its day "not done" says no more than that.
    late = action.standing.lower().startswith("overdue")
    not_done = late and action.status == ActionStatus.NOT_DONE
    said = stands(action)
    return phrases.joined(
        "Not done." if not_done else None,
        phrases.sentence(said),
        phrases.sentence(naming.of_action(action, action.last_update or "")),
        f"Reason: {phrases.stopped(naming.of_action(action, reason))}" if reason else None,
        carried if action.carried_count else None,
        by=" ",
    )


def measures(
    sheet: Sheet, measures: Iterable[MeasureRow], naming: Naming, caption: str = "Disruption"
) -> None:
    """Disruption measures with conditions, target, legal basis, lead and date."""
    sheet.table(
        ("Measure", "Against", "Lead", "Due", "Status"),
        # What several items agreed alike stands once: nobody serves it twice.
        dict.fromkeys(_measure_cells(one, naming) for one in measures),
        (36, 20, 16, 14, 14),
        caption,
    )


def measures_to_do(
    sheet: Sheet, measures: Iterable[MeasureRow], items: Iterable[ItemRecord], naming: Naming
) -> None:
    """Measures to carry out: of which item, who leads, against whom or what, and by when."""
    references = {item.row.id: item.row.reference for item in items}
    order = {item: at for at, item in enumerate(references)}
    shown = sorted(measures, key=lambda one: (order.get(one.item_id or 0, len(order)), one.id))
    cells = ((references.get(one.item_id or 0, ""), one) for one in shown)
    sheet.table(
        (ITEM, "Lead", "Measure", "Against", "Due"),
        [
            (
                reference,
                one.lead or "no lead",
                _named_measure(one),
                naming.shown(one.subject_kind, one.against or "not stated"),
                phrases.short_day(one.due_on, "no date"),
            )
            for reference, one in cells
        ],
        (9, 21, 36, 20, 14),
        "Disruption measures to carry out",
    )


def _measure_cells(one: MeasureRow, naming: Naming) -> tuple[Text, ...]:
    return (
        _named_measure(one),
        naming.shown(one.subject_kind, one.against or "not stated"),
        one.lead or "no lead",
        phrases.short_day(one.due_on, "no date"),
        phrases.capital(one.standing or one.status),
    )


def _named_measure(one: MeasureRow) -> Text:
    said = f"\n{phrases.sentence(one.conditions)}" if one.conditions else ""
    basis = f"\nLegal basis: {one.legal_basis}" if one.legal_basis else ""
    return (Bold(one.name), said, basis)


def recommendation(one: RecommendationRow, on: date | None = None) -> Text:
    """A recommendation in a line: reference, plan, what, by whom, by when, evidence.

    In a paper that goes `on` a day what is past due says so.
    """
    rest = phrases.joined(
        _outcome(one),
        f"Addressed to {one.addressed_to}." if one.addressed_to else None,
        f"To be in the plan by {phrases.day(one.by_date)}" if one.by_date else "No date",
        by=" ",
    )
    shown = f" Evidence: {phrases.stopped(one.evidence_sought)}" if one.evidence_sought else ""
    place = Place("recommendation", one.id, "text", one.item_id)
    return (
        Bold(f"{one.reference}, to the {plan_name(one.to_plan)}: "),
        Marked(phrases.sentence(one.text), place),
        f" {rest}",
        *past_due(one, on),
        f".{shown}",
    )


def _outcome(one: RecommendationRow) -> str | None:
    """What it is to bring about, unless its own words say so."""
    if not one.outcome_sought or one.outcome_sought.casefold() in one.text.casefold():
        return None
    return f"This is so that {phrases.going_on(phrases.stopped(one.outcome_sought))}"


def plan_name(to_plan: str | None) -> str:
    """The plan in words: CP plan, CiN plan, the child's plan where none is named."""
    if not to_plan:
        return "child's plan"
    if "case" in to_plan.lower():
        return "plan of the open case"
    return to_plan if "plan" in to_plan.lower() else f"{to_plan} plan"
