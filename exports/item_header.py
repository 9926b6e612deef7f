"""Who an item is about and what was known of them before: the facts at its head."""

from exports import phrases
from exports.naming import Naming
from exports.wordml import Text
from models.marks import SubjectKind
from models.records.attending import Absence
from models.records.item import ItemHeader, ItemRecord
from models.rules.missing_told import beside
from models.rules.points import LEAD
from models.rules.risk_words import direction, same_level

ASSESSED = "Risk assessment"


def about_child(item: ItemRecord) -> bool:
    """Whether it is a child's item, of whom more is asked."""
    return item.row.subject_kind == SubjectKind.CHILD


def facts(item: ItemRecord, naming: Naming) -> list[tuple[str, Text | None]]:
    """What a reader needs first about the subject; what is not known is left out."""
    header = item.header
    return [
        ("Age", _age(header, naming)),
        ("Plan", header.plan),
        ("Lead professional", header.lead or nobody_leads(item)),
        ("Exploitation", phrases.joined(*header.types)),
        ("Missing", _missing(header)),
        ("NRM", header.nrm),
        (ASSESSED, _assessed(header) if about_child(item) else None),
        ("Reason on agenda", phrases.sentence(header.reason)),
        ("Asked of the panel", phrases.sentence(header.ask or item.row.ask)),
        ("Last decision", _last_decision(header)),
        ("Presenter", item.row.presenter),
        ("Invited for this item", phrases.joined(*_besides(item))),
        ("Chair for this item", item.chair),
        ("Stepped out", phrases.joined(*map(_stepped_out, item.stepped_out), by="; ")),
    ]


def nobody_leads(item: ItemRecord) -> str | None:
    """Why nobody is named who holds the child's plan, where somebody said why."""
    reason = item.why_not(LEAD)
    return f"Nobody is named. {phrases.sentence(reason)}" if reason else None


def _besides(item: ItemRecord) -> list[str]:
    """Who was invited for this item only, besides whoever presented it."""
    return [one for one in item.attending if one != item.row.presenter]


def _stepped_out(one: tuple[str, tuple[Absence, ...]]) -> str:
    name, times = one
    return f"{name} ({phrases.joined(*map(phrases.absence, times))})"


def _age(header: ItemHeader, naming: Naming) -> str:
    born = f"born {phrases.day(header.birth_date)}" if header.birth_date else ""
    age = str(header.age) if header.age is not None else ""
    return phrases.joined(age, born if naming.full_names else "")


def _missing(header: ItemHeader) -> str:
    if header.missing_90_days is None:
        return ""
    late = phrases.counted(header.interviews_late, "return interview", "return interviews")
    return phrases.joined(
        f"{phrases.counted(header.missing_90_days, 'episode', 'episodes')} in 90 days"
        f"{beside(header.missing_told)}",
        f"{late} past 72 hours" if header.interviews_late else "",
    )


def _assessed(header: ItemHeader) -> str:
    if not header.assessed_on:
        return "Never assessed" if header.assessment_overdue else "None on record"
    words = "overdue" if header.assessment_overdue else "in date"
    return f"{phrases.day(header.assessed_on)}, {words}"


def risk(header: ItemHeader) -> str:
    """The latest word on a child's risk, by whom and of when, and the older one beside it.

    Of another tier the level alone. Nothing where no meeting judged it: then the assessment alone
    has the word.
    """
    judged, assessed = header.judged, header.assessed_on
    if judged is None:
        return ""
    told = f"judged by {judged.by} on {phrases.day(judged.on)}" if judged.on else ""
    panel = told or "as it stands on record"
    if assessed is None:
        return f"{judged.level}, {panel}; there is no risk assessment."
    paper, level = f"the risk assessment of {phrases.day(assessed)}", header.assessed_level
    if level is None:
        return f"{judged.level}, {panel}; {paper} gives no level."
    if judged.on and assessed > judged.on:
        old = f"{judged.level.lower()} was {panel}, before it"
        return f"{phrases.capital(level)} by {paper}; {old}.{_apart(judged.level, level)}"
    says = "says the same" if same_level(level, judged.level) else f"says {level.lower()}"
    older = ", which is older," if judged.on and assessed < judged.on else ""
    return f"{judged.level}, {panel}; {paper}{older} {says}.{_apart(level, judged.level)}"


def _apart(before: str, now: str) -> str:
    """That the later word is the higher or the lower one, where they can be set side by side."""
    moved = direction(before, now)
    if moved not in {"increased", "decreased"}:
        return ""
    return f" The later is the {'higher' if moved == 'increased' else 'lower'}."


def _last_decision(header: ItemHeader) -> str:
    if not header.last_decision:
        return ""
    when = f" ({phrases.day(header.last_meeting_on)})" if header.last_meeting_on else ""
    return phrases.joined(
        f"{header.last_decision}{when}.", phrases.sentence(header.last_rationale), by=" "
    )
