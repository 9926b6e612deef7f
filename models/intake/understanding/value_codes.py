"""Fields whose answer is one of a list: yes or no, plan, risk, kinds of exploitation, status."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models import codes
from models.intake.understanding import answers
from models.intake.understanding.dates import read_day
from models.intake.understanding.lists import ticked_or_parts
from models.intake.understanding.telling import PARENT
from models.intake.understanding.ticks import choices, yes_no
from models.intake.understanding.value import Value, chosen

LONGEST_KIND = 12  # words: more tell what happened
LONGEST_LEVEL = 7  # words: "Likely to be involved in exploitation" is a scheme's own level
MOST = 0.75
LONGEST_STATUS = 2  # words: "Done 17/9, ref sent to chair" tells what was done as well
UNDER_WAY = "in progress"


_BEFORE = re.compile(  # "High (Medium)", "High (was Med)", "H, previously M", "Medium -> High"
    r"(?P<now>[A-Za-z ]{1,20}?)\s*"
    r"(?:\((?=[^()]*\)$)|[,;–-]?\s*(?=(?:was|prev\w*|formerly|up from|down from)\b))"
    r"(?:(?:was|prev(?:ious(?:ly)?)?|formerly|up from|down from)\b[.:]?)?\s*"
    r"(?P<was>[A-Za-z ]{1,20}?)\)?"
    r"|(?P<first>[A-Za-z ]{1,20}?)\s*(?:→|[-=]+>)\s*(?P<then>[A-Za-z ]{1,20})"
)
_NEUTRAL = re.compile(
    r"\W*(?:both|other|don['’]?t know|unknown|not known|unsure|not sure|none|neither|nothing|"
    r"n/?a)\b",
    re.IGNORECASE,
)
_EACH_PARENT = re.compile(
    rf"\b(?:{PARENT}|family)\b(?: is| was)?\W{{0,3}}(yes|no|y|n|aware|unaware|not aware)\b",
    re.IGNORECASE,
)
_EACH_CHILD = re.compile(
    r"\b(?:s?he|him|her|them|child|young person|yp|pupil|student)\W{1,3}"
    r"(yes|no|y|n|aware|unaware|not aware)\b",
    re.IGNORECASE,
)
_KNOWS = ("yes", "y", "aware")
_LETTER = re.compile(r"\b([VEMT])\b(?: \(([^()]+)\))?", re.IGNORECASE)
_VEMT = re.compile(r"\W*(?:[VEMT](?: \([^()]+\))?\W*)+", re.IGNORECASE)
_OWN_LEVEL = re.compile(r"(?:emerging|standard|raised|mild|minimal)(?: risk)?", re.IGNORECASE)
_MEANT = {"M": "missing", "T": "trafficking"}  # "vulnerable" and "exploited" name no kind
_ONE_WORD = re.compile(r"\b(sexual|criminal)(?:ly)?\b", re.IGNORECASE)
_KIND_OF = {"sexual": "CSE", "criminal": "CCE"}
DENIED = re.compile(r"\b(?:not?|never|none|nil|un)\b|n['’]t\b", re.IGNORECASE)
_OPEN = re.compile(r"\bopen|closed to (?:csc|social care|child)", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:closed|ended|nfa|no further action)\b", re.IGNORECASE)
CLOSED = ": it may mean that the case is closed to the panel, and it closes nobody here"
LONGEST_BARE = 8  # words
LEAST_OF, LEAST_SIGNS = {"types": 2}, 4
_STROKE = re.compile(r"\s*/\s*|\s+or\s+")
LISTS = {"types": "exploitation_types", "plan": "plans", "risk": "risk_levels", "gender": "genders"}


def field_of_boxes(raw: str) -> str | None:
    """Return the field whose list all options of a tick list are of, where it has three or more."""
    found = choices(raw)
    return field_of_options([option for option, _ in found.options] if found else [])


def field_of_options(options: Sequence[str]) -> str | None:
    """Return the field whose list most of three options or more are of."""
    options = [option for option in options if not _NEUTRAL.match(option)]
    for field, name in LISTS.items():
        known = sum(_is_of(name, option) for option in options)
        least = LEAST_OF.get(field, 3)
        if len(options) >= least and known >= MOST * len(options):
            return field
    return None


def are_signs(raw: str) -> bool:
    """Say whether the options of a tick list are signs of exploitation, half of them known ones."""
    found = choices(raw)
    options = [option for option, _ in found.options] if found else []
    known = sum(codes.recognise("indicators", option) is not None for option in options)
    return len(options) >= LEAST_SIGNS and 2 * known >= len(options)


def _is_of(name: str, option: str) -> bool:
    """Say whether an option is of a list; of levels of risk also where a scheme has its own."""
    own = name == "risk_levels" and _OWN_LEVEL.fullmatch(option.strip()) is not None
    if name == "exploitation_types" and any(
        codes.recognise(name, half) for half in _halves(option)
    ):
        return True
    return own or codes.recognise(name, option) is not None


def _halves(option: str) -> list[str]:
    """Return the halves of "drug running / county lines" and "online grooming or images"."""
    return [half.strip() for half in _STROKE.split(option)]


def options_known(field: str, raw: str) -> int | None:
    """Return how many options of a tick list are of the field's list, None where it has none."""
    found, name = choices(raw), LISTS.get(field)
    if found is None or name is None:
        return None
    return sum(codes.recognise(name, option) is not None for option, _ in found.options)


def yes_or_no(field: str, raw: str, this_year: int) -> list[Value]:
    """Return yes or no, and what is said beyond it."""
    answer, detail = yes_no(raw)
    if answer is None and field == "informed_parent" and (each := _of_each(raw)):
        return each
    if answer is None and field == "informed_parent":
        answer, detail = _of_parents(raw), raw
    if answer is None:
        return [Value(field, None, 0.4, "neither yes nor no, kept as written")]
    found = [Value(field, answer)]
    return [*found, Value(f"{field}_note", detail, 0.9)] if detail else found


def _of_each(raw: str) -> list[Value]:
    """Return what the child and a parent know where each is told of: "Him: yes. Family: no"."""
    child, parent = _EACH_CHILD.search(raw), _of_parents(raw)
    if child is None or parent is None:
        return []
    knows = child[1].lower() in _KNOWS
    return [Value("informed_child", knows), Value("informed_parent", parent)]


def _of_parents(raw: str) -> bool | None:
    """Return whether any parent knows in "Mum yes; gran no", None where no parent is told of."""
    said = [found[1].lower() for found in _EACH_PARENT.finditer(raw)]
    return any(one in _KNOWS for one in said) if said else None


def informed_both(field: str, raw: str, this_year: int) -> list[Value]:
    """Return one answer for child and parent."""
    answer = yes_no(raw)[0]
    return [
        *yes_or_no("informed_child", raw, this_year),
        Value("informed_parent", answer, 0.9 if answer is not None else 0.4),
    ]


def plan_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the plan's column, its code and a legal status."""
    words = chosen(raw)
    found = answers.read_plan(words)
    if found is None:
        return [Value(field, None, 0.5, "no plan of the list, kept as written")] if words else []
    label, code = found
    values = [Value(field, label), Value("plan_code", code)]
    legal = codes.recognise("legal_status", words)
    if legal and answers.says_more(words, label):
        values.append(Value("legal_status", legal.code, 0.8))
    return values


def plan_on_list(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the plan in a list of children; "Closed" and "none" are marked, read as not open."""
    words, values = chosen(raw), plan_of(field, raw, this_year)
    if Value("plan_code", "NOT_OPEN") not in values or _OPEN.search(words):
        return values
    note = f"“{words}” read as Not open" + (CLOSED if _CLOSED.search(words) else "")
    return [replace(one, fit=0.7, note=note) if one.name == field else one for one in values]


def gender_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a gender of the list."""
    words = chosen(raw)
    found = codes.recognise("genders", words)
    return [Value(field, found.label if found else words or None, 1.0 if found else 0.7)]


def coded(field: str, raw: str, this_year: int) -> list[Value]:
    """Keep the paper's words, the code beside them."""
    words = chosen(raw)
    found = codes.recognise({"ethnicity": "ethnicity", "nrm": "nrm_statuses"}[field], words)
    return [Value(field, words or None), *([Value(f"{field}_code", found.code)] if found else [])]


def risk_level(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a level, and a score said with it; a scheme's own word is marked."""
    words = chosen(raw)
    both = _BEFORE.fullmatch(words)
    levels = (both["now"] or both["then"], both["was"] or both["first"]) if both else ()
    if levels and all(codes.recognise("risk_levels", level) for level in levels):
        before = Value("previous_risk", answers.read_risk(levels[1])[0], 0.9)
        return [*risk_level(field, levels[0], this_year), before]
    label, score = answers.read_risk(words)
    other = bool(label) and label[:1].lower() not in {word[:1] for word in words.lower().split()}
    note = f"“{words}” read as {label}: schemes differ" if other else ""
    begun = codes.nearly("risk_levels", label) if label == words else None
    if begun and codes.recognise("risk_levels", label) is None:
        label, note = begun.label, f"“{words}” read as {begun.label}"
    if label and len(label.split()) == 1 and read_day(label, this_year).value:
        return [Value(field, None, 0.2, "no level of risk, kept as written")]
    if label == words and len(words.split()) > LONGEST_LEVEL:
        return [Value(field, None, 0.4, "no level of risk, kept as written")]
    found = [Value(field, label or None, 0.7 if note else 1.0, note)]
    found += [Value("score", score, 0.9)] if score is not None and field != "previous_risk" else []
    day = read_day(words, this_year) if field == "risk" else None
    return [*found, Value("assessed", day.value, 0.7)] if day and day.value else found


def other_forms(field: str, raw: str, this_year: int) -> list[Value]:
    """Return whether other forms of exploitation are suspected, and which."""
    answer, detail = yes_no(raw)
    if answer is None and raw and not answers.says_nothing(raw):
        return [Value(field, True, 0.9), Value("types", ticked_or_parts(raw), 0.9)]
    found = [Value(field, bool(answer), 1.0)]
    return [*found, Value("types", ticked_or_parts(detail), 0.8)] if answer and detail else found


def kinds_of_exploitation(field: str, raw: str, this_year: int) -> list[Value]:
    """Return kinds of exploitation as worded; words that hold none suit the field less."""
    kinds = _both(raw) or _lettered(raw) or answers.split_types(raw)
    kinds = tuple(dict.fromkeys(map(_whole_kind, kinds)))
    told = sum(codes.recognise("exploitation_types", kind) is not None for kind in kinds)
    known = 2 * told >= len(kinds)
    prose = any(len(kind.split()) > LONGEST_KIND for kind in kinds)
    return [Value(field, kinds, 0.4 if prose else 1.0 if known else 0.6)]


def _whole_kind(words: str) -> str:
    """Return "CCE" for "Criminal mainly", which under such a label names a kind by one word."""
    said = {found[1].lower() for found in _ONE_WORD.finditer(words)}
    if len(said) != 1 or len(words.split()) > LONGEST_BARE or DENIED.search(words):
        return words
    return words if codes.recognise("exploitation_types", words) else _KIND_OF[said.pop()]


def _lettered(raw: str) -> tuple[str, ...]:
    """Return "E (CSE), M" of a list of the exploited, missing and trafficked in words."""
    if not _VEMT.fullmatch(raw):
        return ()
    said = [(found[1].upper(), found[2]) for found in _LETTER.finditer(raw)]
    kinds = [named or _MEANT.get(letter, "") for letter, named in said]
    return tuple(kind for kind in kinds if kind)


def _both(raw: str) -> tuple[str, ...]:
    """Return the other two options where "Both" is ticked."""
    found = choices(raw)
    if found is None or [one.lower() for one in found.ticked] != ["both"]:
        return ()
    return tuple(option for option, _ in found.options if option.lower() != "both")


def action_status(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the code of an action's status; a colour says how it goes, not that it is done."""
    words = chosen(raw)
    found = codes.recognise("action_statuses", words)
    if found is None and codes.recognise("rag", words):
        return [Value(field, UNDER_WAY, 0.7, "a colour: read as in progress")]
    told = [Value("update", words, 0.8)] if found and len(words.split()) > LONGEST_STATUS else []
    return [Value(field, found.code if found else words or None, 1.0 if found else 0.5), *told]


def response_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return what a plan holder answered."""
    words = chosen(raw)
    found = answers.read_response(words)
    return [Value(field, found or words or None, 1.0 if found else 0.5)]
