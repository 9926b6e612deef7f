"""Fields that hold a day or a moment."""

import re

from models import codes
from models.intake.understanding.dates import Day, read_day
from models.intake.understanding.moments import moment_in_year, read_moment
from models.intake.understanding.numbers import read_count
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import Value, chosen
from models.intake.understanding.yearless import is_yearless

_BACK = re.compile(
    r"\b(?:returned|found|located|traced|back|until|came home)\b|\bto\b(?=\W*\d)", re.I
)
_NOT_BACK = re.compile(
    r"\W*(?:(?:(?:is|are|he is|she is|they are)\s+)?"
    r"still\s+(?:missing|out|absent|away|gone|outstanding)"
    r"|(?:has |have )?not\s+(?:yet\s+)?(?:returned|back|found|located)(?:\s+yet)?|not\s+yet"
    r"|outstanding|missing|yet\s+to\s+(?:return|be\s+(?:found|located)))\W*",
    re.IGNORECASE,
)
NOT_BACK = "not returned when the list was written"
_HELD = re.compile(r"\b(?:done|completed?|held|undertaken|conducted|took place)\b", re.IGNORECASE)
_WAS_HELD = (
    r"(?<!\bbe )(?<!\bbeing )(?<!\byet )(?<!\bnot been )"
    r"\b(?:done|completed?|held|undertaken|conducted|took place)\b"
)
_LED_BY_HELD = re.compile(_WAS_HELD, re.IGNORECASE)
_HELD_AFTER = re.compile(
    rf"\b(?:then|later|eventually|subsequently)\W+(?:\w+\W+){{0,2}}?{_WAS_HELD}", re.IGNORECASE
)
LEAST_TOLD = 6  # words
_NOT_HELD = re.compile(
    r"\b(?:declined|refused|cancelled|dna|unable|withdrawn)\b|"
    r"\b(?:not|never) (?:required|needed|done|completed|held|offered|taken up|engaged)\b|"
    r"\bno (?:rhi|interview|engagement|contact|reply|response)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"(?:[\w’'-]+ ){1,2}plan|plan of the open case", re.I)


def day_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a day."""
    return [_dated(field, read_day(chosen(raw), this_year))]


def day_assessed(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the day of an assessment, and the level of risk said beside it."""
    words = chosen(raw)
    begun, _, done = words.partition(" – ")
    last = read_day(done, this_year) if done and read_day(begun, this_year).value else None
    day = last if last and last.value else read_day(words, this_year)
    said = day.rest.strip(" ()–-:;,.") if day.value else words
    level = codes.recognise("risk_levels", said)
    if level and not day.value:  # "Risk / date of assessment: Low", of a child not assessed yet
        return [Value("risk", level.label, 0.8)]
    found = [_dated(field, day)]
    return [*found, Value("risk", level.label, 0.8)] if level else found


def day_of_birth(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a day of birth, and an age said beside it."""
    day = read_day(chosen(raw), this_year, born=True)
    found = [_dated(field, day)]
    age = read_count(day.rest)[0] if "ag" in day.rest.lower() or "y" in day.rest.lower() else None
    return [*found, Value("age", age, 0.8)] if age and age < 100 else found


def is_not_back(raw: str) -> bool:
    """Whether a text where a return is told says that there was none yet: "still missing"."""
    return _NOT_BACK.fullmatch(raw) is not None


def moment_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a day with its time; without its year an episode's is this year's for now."""
    if field == "returned" and is_not_back(raw):
        return [Value(field, None, 1.0, NOT_BACK)]
    gone, *back = _BACK.split(chosen(raw), maxsplit=1)
    if field == "reported" and back:
        start, end = (moment_in_year(said, this_year) for said in (gone, back[0]))
        if start.value and end.value:
            return [_dated(field, start), _dated("returned", end)]
    read = moment_in_year if field in ("reported", "returned") else read_moment
    return [_dated(field, read(chosen(raw), this_year))]


def interview_day(field: str, raw: str, this_year: int) -> list[Value]:
    """Read when an interview was offered or held; a plain yes or no, or why not, is kept.

    A day without its year is this year's for now.
    """
    moment = moment_in_year(chosen(raw), this_year)
    answer = yes_no(raw)[0]
    if moment.value is not None and field == "rhi_offered" and _HELD.search(raw):
        return [_dated("rhi_completed", moment)]
    if moment.value is None and codes.recognise("rhi_declined", chosen(raw)):
        return [Value("rhi_declined", chosen(raw), 0.9)]
    if moment.value is None and answer is not None and "impossible" not in moment.note:
        return [Value(field, answer, 0.8, "yes or no, without a date")]
    return [_dated(field, moment)]


def interview_outcome(field: str, raw: str, this_year: int) -> list[Value]:
    """Return what became of an interview: why there was none, when it was held, what it told."""
    words = chosen(raw)
    held, none = _is_held(words), _NOT_HELD.search(words) is not None
    if not held and (none or codes.recognise("rhi_declined", words)):
        return [Value("rhi_declined", words, 0.9)]
    told = len(words.split()) >= LEAST_TOLD or held and none
    learned = [Value("learned", words, 0.8)] if told else []
    if moment_in_year(words, this_year).value is not None:
        return [*interview_day("rhi_completed", raw, this_year), *learned]
    return learned or [Value(field, words or None)]


def _is_held(words: str) -> bool:
    """Say whether an outcome leads with an interview that was held, or ends with one.

    "Held, declined to say who she was with" is one that was; "Declined, checks completed" is none.
    """
    held, none = _LED_BY_HELD.search(words), _NOT_HELD.search(words)
    if held and (none is None or held.start() < none.start()):
        return True
    return _HELD_AFTER.search(words) is not None


def declined(field: str, raw: str, this_year: int) -> list[Value]:
    """Return why a talk was declined, or whether it was where a Y or N is all that stands there."""
    answer, more = yes_no(raw)
    if answer is not None and not more and len(raw.split()) == 1:
        return [Value(field, answer, 1.0, "yes or no, without a reason")]
    return [Value(field, chosen(raw) or None)]


def _dated(field: str, day: Day) -> Value:
    if day.value is None:
        return Value(field, None, 0.3 if day.note.startswith("no date") else 0.6, day.note)
    return Value(field, day.value, 0.7 if day.note else 1.0, day.note)


def day_in_plan(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the day a recommendation entered the plan, or whether it did."""
    day = read_day(raw, this_year)
    answer = yes_no(raw)[0]
    if day.value is None and answer is not None:
        return [Value(field, None, 0.8), Value("in_plan_said", answer)]
    if day.value is None and is_yearless(raw):
        return [Value(field, None, 1.0, day.note)]
    if _PLAN.fullmatch(raw.strip()):
        return []  # a sheet's own row says which plan, and no answer
    return [_dated(field, day)]
