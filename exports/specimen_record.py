"""What the invented panel holds: two meetings with one of everything that a document tells."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from exports.sent_documents import ASK_OF_OWNER
from models import codes
from models.clock import SetClock
from models.marks import Information, ItemKind, Sharing
from models.workspace import Workspace

BEFORE = date(2026, 10, 1)
HELD = date(2026, 11, 12)
LATER = HELD + timedelta(days=42)
STARTS = datetime(2026, 11, 12, 9, 30)
WORDS = "Invented for this preview."
TEXTS = ("presentation", "voice", "parents_view", "protective", "analysis", "for_file",
         "communications_line")  # fmt: skip
OF_PLAN = ("risks", "intelligence_gaps", "family_views", "community_impact")


@dataclass(frozen=True)
class People:
    """Who the record is of, and who speaks."""

    police: int
    health: int
    officer: int
    nurse: int
    absent: int
    child: int
    person: int
    place: int
    referral: int


def meeting(workspace: Workspace, clock: SetClock) -> int:
    """A meeting that is held, after another; gives its id."""
    who = _people(workspace)
    clock.set(datetime.combine(BEFORE, STARTS.time()))
    _earlier(workspace, who)
    clock.set(STARTS)
    held, agenda = workspace.agenda.plan_meeting(HELD), workspace.agenda
    items = [agenda.add(held, one) for one in (who.person, who.place)]
    items.insert(0, agenda.add(held, who.child, referral_id=who.referral))
    late = agenda.add(held, workspace.register.add_child("Ivy Byrne", system_id="LCS0001"))
    told = workspace.register.add_child("Noor Lane", system_id="LCS0002")
    agenda.add(held, told, kind=ItemKind.NOTIFICATION)
    agenda.request(held, (who.police, who.health), HELD)
    _opened(workspace, held, who)
    _child(workspace, items[0], who)
    _others(workspace, items, who)
    workspace.conduct.defer(late, WORDS)
    workspace.extras.write_column(items[0], "places", WORDS, None)
    workspace.extras.add_communication(items[0], WORDS, "Schools")
    workspace.conduct.other_business(held, WORDS)
    return held


def _people(workspace: Workspace) -> People:
    panel, register = workspace.panel, workspace.register
    police = panel.add_agency("Police", kind="police", sees_persons_of_concern=True)
    health = panel.add_agency("Health")
    child = register.add_child("Robin Ashdown", system_id="LCS0000", birth_date=date(2009, 1, 2))
    register.add_assessment(child, assessed_on=BEFORE, level="High", author="Ann Patel")
    person, place = register.add_person("Darren Pike"), register.add_place("Harbour Arcade")
    register.link(person, "exploits", child, confidence="suspected", source="Referral")
    referral = workspace.referrals.add(child, received_on=BEFORE, reason=WORDS, ask=WORDS)
    return People(
        police,
        health,
        panel.add_member("Jane Khan", police, "Detective Inspector", core=True),
        panel.add_member("Ann Patel", health, "Named nurse", core=True),
        panel.add_member("Lee Brook", health, "School nurse"),
        child,
        person,
        place,
        referral,
    )


def _earlier(workspace: Workspace, who: People) -> None:
    """The meeting before: an action late now, one said to be done, a recommendation that stands."""
    conduct, before = workspace.conduct, workspace.agenda.plan_meeting(BEFORE)
    item = workspace.agenda.add(before, who.child)
    conduct.start(before)
    conduct.attend(before, who.officer, "P")
    conduct.open_item(item)
    conduct.write(item, "presentation", WORDS, "")
    conduct.record_action(item, WORDS, owner_id=who.officer, due_on=BEFORE + timedelta(days=14))
    told = conduct.record_action(item, WORDS, owner_id=who.officer, due_on=LATER)
    conduct.update_action(told, "in progress", f"Done. {WORDS}", item_id=item)
    conduct.recommend(item, WORDS, to_plan="CP", by_date=HELD)
    conduct.finish_item(item)
    conduct.close(before)


def _opened(workspace: Workspace, held: int, who: People) -> None:
    conduct = workspace.conduct
    conduct.start(held)
    for member in (who.officer, who.nurse):
        conduct.attend(held, member, "P")
    read_aloud(workspace, held)
    conduct.previous_minutes(held, BEFORE, True, None)


def read_aloud(workspace: Workspace, held: int) -> None:
    """The chair reads what is read aloud in the words that are in force."""
    workspace.conduct.read_script(held, "Jane Khan")


def _child(workspace: Workspace, item: int, who: People) -> None:
    conduct = workspace.conduct
    conduct.open_item(item)
    for field in TEXTS:
        conduct.write(item, field, WORDS, "")
    conduct.say(item, who.health, f"DOB: 3/1/2009. {WORDS}", information=Information.FACT)
    only: dict[str, Any] = {"sharing": Sharing.NAMED_AGENCIES, "shared_with": (who.police,)}
    line = conduct.say(item, who.police, WORDS, information=Information.INTELLIGENCE, **only)
    conduct.submit(line)
    conduct.judge_risk(item, "High", before="Medium", rationale=WORDS, dissent=WORDS)
    conduct.decide(item, codes.decisions("child")[0].code, WORDS, review_on=LATER)
    conduct.recommend(item, WORDS, to_plan="CP", by_date=LATER)
    conduct.record_action(item, WORDS, owner_id=who.officer, due_on=LATER)
    conduct.record_action(item, WORDS, owner_id=who.absent, due_on=LATER)
    conduct.record_action(item, WORDS, owner_id=who.officer, due_on=LATER, **only)
    conduct.disrupt(item, "Warning notice", lead_agency_id=who.police, against_id=who.person)
    conduct.disrupt(
        item, "Disclosure request", lead_agency_id=who.police, against_id=who.person, **only
    )
    for whom in ("child", "parents"):
        conduct.tell(item, whom, "Ann Patel", HELD, WORDS, safe_to_write=True)


def _others(workspace: Workspace, items: list[int], who: People) -> None:
    conduct, disruption = workspace.conduct, workspace.disruption
    conduct.record_action(items[1], WORDS, owner_id=who.officer, due_on=LATER)
    conduct.record_action(items[2], WORDS, owner="Place manager", kind=ASK_OF_OWNER)
    for measure in workspace.read.measures():
        disruption.change_measure(measure.id, in_force_from=HELD)
    for plan in workspace.read.plans():
        for field in OF_PLAN:
            disruption.change_plan(plan.id, field, WORDS, None)
        dropped = disruption.add_measure(plan.id, "Risk order")
        disruption.move_measure(dropped, "not pursued", what=WORDS)
        disruption.displaced(plan.id, who.place, WORDS)
