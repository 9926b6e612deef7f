"""Who has care of a child, as a form tells it: a name, its telephone, what more is said."""

import re

from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.numbers import PHONE, read_phone
from models.intake.understanding.telling import PARENT
from models.intake.understanding.value import Value
from models.intake.understanding.value_people import is_sentence

_KIN = rf"(?:(?:foster|kinship|birth|main|step)[- ]?)?(?:{PARENT}|aunt)"
_LED_BY_KIN = re.compile(rf"^\W*{_KIN}\s*[,:–-]\s*([A-Z].*)$", re.IGNORECASE)
_HELD_BY_KIN = re.compile(rf"^\W*{_KIN}\s*\(([^()]+)\)(.*)$", re.IGNORECASE)
_TOLD_BESIDE = re.compile(  # "Donna Varley, 07700 900519, aware and agrees to this."
    r"((?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w'’-]+ [A-Z][\w'’-]+)\s*(?:,|\(?0\d)", re.DOTALL
)
_OTHER_NAME = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
LEAST_TOLD = 3  # words behind a name
_NAMED_WORDS = re.compile(r"\b[A-Z][\w'’-]+")


def parent_named(field: str, raw: str, this_year: int) -> list[Value]:
    """Return who has care of the child, as written; a sentence suits it less."""
    raw = "\n".join(map(_as_parent, raw.splitlines()))
    words = raw.split()
    told = len(words) > 3 and (raw.rstrip().endswith(".") or is_sentence(raw))
    phone = read_phone(raw)
    number = [Value("parent_phone", phone, 0.9)] if phone else []
    name = PHONE.sub("", raw).strip(" ,;:–-") if phone else raw
    raw = name if looks_like_name(read_name(name).name) else raw
    if (named := _TOLD_BESIDE.match(raw)) and (told or _tells_more(raw[named.end() :])):
        return [Value(field, named[1], 0.9, "more is said beside the name: check"), *number]
    nobody = _NAMED_WORDS.search(raw) is None and len(words) > 1
    return [Value(field, raw or None, 0.4 if told or nobody else 1.0), *number]


def _tells_more(rest: str) -> bool:
    """Say whether words behind a parent's name tell something and name nobody else."""
    said = PHONE.sub("", rest)
    return len(said.split()) >= LEAST_TOLD and _OTHER_NAME.search(said) is None


def _as_parent(line: str) -> str:
    """Return "Foster carer, Glenys Waudby" as the name alone, "Mum (Sadia Bokhari)" as well."""
    led, held = _LED_BY_KIN.match(line), _HELD_BY_KIN.match(line)
    if held and looks_like_name(held[1]):
        return f"{held[1]}{held[2]}"
    return led[1] if led and looks_like_name(" ".join(led[1].split()[:2])) else line
