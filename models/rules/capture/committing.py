"""Actions, recommendations and disruption measures: who does what, about whom, by when."""

import re
from dataclasses import replace
from datetime import date

from models.rules.capture.addressed import of_agency_at_head, read_addressed, read_last
from models.rules.capture.aiming import aimed
from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import read_marks
from models.rules.capture.meant import measure_in
from models.rules.capture.mentions import mentions_in
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import LEADS, read_owner, resolved
from models.rules.capture.parties import party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.plans import past_plan, plan_in
from models.rules.capture.protecting import in_few, protected
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import BARE, blanked, says_more
from models.rules.capture.refs import MeasureRef
from models.rules.capture.subjects import SubjectsRead, read_subjects
from models.rules.capture.telegrams import led_by, lone_owner, of_its_agency
from models.rules.capture.telling import of_education
from models.rules.capture.tidying import tidy, with_hour, without, without_date
from models.rules.capture.with_whom import with_whom
from models.rules.dates import DateReading
from models.rules.day_words import in_words

# "A statement from Frith" is Frith's, and tells nobody to do it.
FROM = re.compile(
    r"(?<!statement)(?<!evidence)(?<!report)(?<!reports)(?<!intel)(?<!intelligence)(?<!info)(?<!information)"
    r"(?<!letter)(?<!advice)(?<!support)(?<!referral)(?<!request)(?<!call)(?<!footage)(?<!details)(?<!agreement)"
    r"(?<!authority)(?<!confirmation)[\s,]+from\s+",
    re.IGNORECASE,
)
FOR = re.compile(r"\s*(?:for|to|on|that)\s+(?:the\s+)?", re.IGNORECASE)
# "Chantelle - RHI within 72 hours": what stands for her service is what she is to do.
TOLD_OF = re.compile(r"\s+[-–—:]\s*(?=[^\s:–—-][^:–—]*$)")
BY_WHEN = re.compile(r"\s*(?:within|by|before|b4|on|in|at|due|for|re)\b", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:[+&/]|\band\b)\s*(?:the\s+)?", re.IGNORECASE)
SERVING = frozenset({
    "against", "apply", "consider", "get", "give", "issue", "request", "seek", "serve", "use",
})  # fmt: skip
PROTECTING = frozenset(
    {"re", "protect", "protects", "protecting", "safeguard", "safeguarding", "both"}
)
OPENING = re.compile(r"^(?:[Tt]o\s+(?!be\b)|[Tt]hat\s+(?=the\b|[A-Z]))")
"""What leads from the first word to the deed: "recommend that …", "action to …"."""
NOT_LISTED = "Not found in the measures list: kept as typed."


def read_commitment(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """The reading, and whether the owner given was "everyone"."""
    text = of_education(text, context)
    marked = read_marks(text, context.agency_names, spoken=False)
    when = context.day_in(marked.text)
    body = without_date(marked.text, when)
    owner = _behind_date(marked.text, when, context)
    body = without_date(marked.text[: when.end], when) if owner else body
    owner = owner or of_its_agency(_owner(kind, _before_asap(body, when), context), body, context)
    owner, body = led_by(owner, body, context) or (owner, body)
    if owner.found and not owner.in_doubt:
        body = _without_owner(body, owner)
    cleaned, plan = tidy(OPENING.sub("", tidy(body))), None
    if kind is CaptureKind.RECOMMENDATION:
        plan, cleaned = plan_in(cleaned, context)
    cleaned = with_hour(cleaned, marked.text, when)
    measured = kind is CaptureKind.MEASURE
    measure, misspelt = measure_in(cleaned, context, sought=measured)
    subjects = read_subjects(cleaned, context)
    subjects = aimed(subjects, cleaned, measure, context) if measured else subjects
    reading = CaptureReading(
        kind,
        cleaned,
        owner.person,
        owner.agency,
        subjects.subject,
        measure,
        when.value,
        when.when if when.value else None,
        marked.information,
        marked.sharing,
        marked.agencies,
        (*_warnings(kind, owner, when, subjects, measure), *misspelt),
        _chips(owner, when, subjects, measure, plan, context.today),
        mentions_in(cleaned, subjects),
        plan=plan,
    )
    return (_protecting(reading, context) if measured else reading), owner.everyone


def _before_asap(body: str, when: DateReading) -> str:
    """ "CAWN on Webb, Frith asap": the words before a time at the end that names no day."""
    last = when.vague and when.raw and body.rstrip(" .!").endswith(when.raw)
    return body[: body.rindex(when.raw)].rstrip(" ,") if last else body


def _without_owner(body: str, owner: OwnerRead) -> str:
    """The body without who does it; "- housing to lead" goes whole, never a part of it."""
    before, rest = body[: owner.start], body[owner.end :]
    if before.rstrip().endswith("."):
        return body  # a sentence of its own: "… of placement. IRO to confirm"
    told = TOLD_OF.search(body[owner.start : owner.end])
    if told and BY_WHEN.match(rest):
        return without(body, owner.start, owner.start + told.start())
    leads = LEADS.match(rest) if before.strip() else None
    if leads is None or not leads[0].strip(" .,;)–—-"):
        return without(body, owner.start, owner.end)
    return f"{before.rstrip(' ,;:–—-')} {rest[leads.end() :]}".strip()


def _protecting(reading: CaptureReading, context: CaptureContext) -> CaptureReading:
    """The measure with the children it is for, and with what else its line says."""
    named = protected(reading.text, reading.subject, context) if reading.measure else ()
    told = in_few([raw for _, raw in named]) if named else None
    children = tuple(child for child, _ in named)
    chip = (Chip("protects", ", ".join(child.name for child in children)),) if children else ()
    return replace(
        reading,
        protects=children,
        rationale=_beside_measure(reading, context) or told,
        chips=(*reading.chips, *chip),
    )


def _beside_measure(reading: CaptureReading, context: CaptureContext) -> str | None:
    """The whole line where it says more than which measure, against whom and by whom."""
    if reading.measure is None:
        return None
    text = reading.text
    spans = [(one.start, one.end) for one in context.measure_names.all_in(text)]
    spans += [(one.start, one.end) for one in context.agency_names.all_in(text)]
    spans += [(one.start, one.end) for one in reading.mentions]
    return text if says_more(blanked(text, spans), BARE | SERVING | PROTECTING) else None


def _owner(kind: CaptureKind, body: str, context: CaptureContext) -> OwnerRead:
    owner = _led_by_for(body, context) or with_whom(body, context) or read_owner(body, context)
    if owner.found:
        return owner
    if kind is not CaptureKind.MEASURE:
        asked = kind is CaptureKind.RECOMMENDATION
        behind = _behind_plan(body, context) if asked else None
        found = behind or read_addressed(body, context, agencies=True)
        found = found or lone_owner(body, context) or read_last(body, context, people=True)
        errand = kind is CaptureKind.ACTION and found is None
        return (of_agency_at_head(body, context) if errand else found) or owner
    return (
        _from_whom(body, context)
        or _first_of_two(body, context)
        or read_last(body, context)
        or lone_owner(body, context)
        or _lead_agency(body, context)
        or owner
    )


def _from_whom(body: str, context: CaptureContext) -> OwnerRead | None:
    """ "CAWN for Lewis Mallard from Frith": a member who stands last behind "from" does it."""
    for led in FROM.finditer(body):
        rest = body[led.end() :]
        tokens = tokens_of(rest)
        party = party_at(rest, tokens, 0, context) if tokens else None
        last = party is not None and not rest[party.end :].strip(" .,;)")
        if party and last and party.people and not rest[: party.start].strip():
            return resolved((party,), (led.start(), len(body)), context)
    return None


def _behind_plan(body: str, context: CaptureContext) -> OwnerRead | None:
    """ "CP plan - Bethany bring review forward", "for Kyle's CIN plan Priya to …"."""
    start = past_plan(body)
    rest = body[start:]
    owner = read_owner(rest, context) if start else OwnerRead()
    if not owner.found or owner.start:
        owner = read_addressed(rest, context, agencies=True) or OwnerRead() if start else owner
    if not owner.found or body[:start].rstrip().endswith(" that"):
        return replace(owner, start=0, end=0) if owner.person or owner.agency else None
    return None if owner.start else replace(owner, start=start, end=start + owner.end)


def _behind_date(text: str, when: DateReading, context: CaptureContext) -> OwnerRead | None:
    """ "Warrant on his flat weds am Frith": who stands alone behind the day does it."""
    rest = text[when.end :] if when.found else ""
    last = read_last(rest, context) if rest.strip() else None
    alone = last is not None and not rest[: last.start].strip()
    return replace(last, start=0, end=0) if last and alone and last.person else None


def _led_by_for(body: str, context: CaptureContext) -> OwnerRead | None:
    """ "Action for Yates: obtain the record"."""
    head = FOR.match(body)
    rest = body[head.end() :] if head else ""
    owner = read_owner(rest, context) if head else OwnerRead()
    if not owner.found or owner.start:
        owner = read_addressed(rest, context, agencies=True) or owner
    if head and not owner.found and (owner.person or owner.agency):
        return owner
    if head is None or not owner.found or owner.start:
        return None
    return replace(owner, end=owner.end + head.end())


def _lead_agency(body: str, context: CaptureContext) -> OwnerRead | None:
    """The one agency a measure's line names, if it names one; it stays in the text."""
    found = context.agency_names.all_in(body)
    agencies = {one.items[0] for one in found}
    return OwnerRead(None, agencies.pop(), sure=False) if len(agencies) == 1 else None


def _first_of_two(body: str, context: CaptureContext) -> OwnerRead | None:
    """ "…, licensing + police": two that lead together, the first named; both stay in the text."""
    found = context.agency_names.all_in(body)
    if len(found) < 2 or body[found[-1].end :].strip(" .,;)"):
        return None
    one, other = found[-2:]
    joined = JOINED.fullmatch(body[one.end : other.start])
    return OwnerRead(None, one.items[0], sure=False) if joined else None


def _warnings(
    kind: CaptureKind,
    owner: OwnerRead,
    when: DateReading,
    subjects: SubjectsRead,
    measure: MeasureRef | None,
) -> tuple[str, ...]:
    warnings = [*owner.warnings, *subjects.warnings]
    if when.warning:
        warnings.append(f"“{when.raw}”: {when.warning}")
    if kind is CaptureKind.MEASURE and measure is None:
        warnings.append(NOT_LISTED)
    return tuple(warnings)


def _chips(
    owner: OwnerRead,
    when: DateReading,
    subjects: SubjectsRead,
    measure: MeasureRef | None,
    plan: str | None,
    today: date,
) -> tuple[Chip, ...]:
    chips = []
    if owner.person:
        agency = f" ({owner.agency.name})" if owner.agency else ""
        chips.append(Chip("owner", owner.person.name + agency, owner.sure))
    elif owner.agency:
        chips.append(Chip("agency", owner.agency.name, owner.sure))
    if measure:
        chips.append(Chip("measure", measure.name))
    if plan:
        chips.append(Chip("plan", plan))
    if when.value:
        past = " (past)" if when.value < today else ""
        chips.append(Chip("due", f"{in_words(when.value)}{past}", when.warning is None))
    if subjects.subject:
        chips.append(Chip("about", subjects.subject.name, subjects.sure))
    return tuple(chips)
