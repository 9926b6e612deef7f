"""Answers that mean a row of a list: plans, categories, risk words, kinds of exploitation."""

import re

from models import codes
from models.codes import Plan
from models.intake.understanding.lists import ticked_or_parts
from models.intake.understanding.ticks import choices, yes_no

_IDENTIFIER = re.compile(r"\b(?=[A-Z0-9/-]*\d{3})[A-Z0-9][A-Z0-9/-]{2,}\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"^\W*(?:(?:none|nil|n/?a|n/?k|not known|unknown|not applicable|no|tbc|nothing known|nobody|"
    r"no[- ]one|not (?:stated|held|recorded|provided|given|on record)|"
    r"not allocated|unallocated|not yet allocated|awaiting allocation|"
    r"to be allocated|no (?:social worker|worker|lead professional)(?: allocated)?|vacant)"
    r"(?:[\s,–-]+(?:that |as far as )(?:i|we) (?:know|am aware|are aware)(?: of)?|"
    r"[\s,–-]+at (?:present|the moment|this time)|[\s,–-]+(?:currently|yet|known|recorded|held))?"
    r")?\W*$",
    re.I,
)
_ELSEWHERE = re.compile(  # as child; same as above; as above (Tarn Academy)
    r"^\W*(?:same )?as (?:the )?(?:child|young person|yp|pupil|patient|above|before)\W*"
    r"(?:\(([^()]+)\)\W*)?$",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\W*(?:t\W?b\W?[cad]|to be (?:confirmed|advised|decided|allocated)|await\w*\b.*|vacant|"
    r"unallocated|not (?:yet )?allocated)\W*",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|ended|closed|was|ex|until|stepped down from)\b", re.I
)
LONGEST_LEVEL = 4  # words: more tell the level in a sentence
_SCORE = re.compile(
    r"\bscore\b\D{0,5}(\d{1,3})|\(\s*(?:score\D{0,3})?(\d{1,3})\s*(?:points?)?\)|^(\d{1,3})$", re.I
)
_LEVEL = re.compile(r"\b(?:category|cat\.?|level|band|cse)\s*-?\s*([1-4])\b", re.IGNORECASE)
_CSE = re.compile(
    r"\b(?:cse|cat(?:egory)?\.?|level)[\s-]*(?:cat(?:egory)?\.?|level)?[\s-]*\(?([123])\)?(?!\d)",
    re.I,
)
_OTHER = re.compile(
    r"\bother\b|\bnon[- ]?cse\b|\bcce\b|criminal exploitation|county lines", re.IGNORECASE
)


LONGEST_RUN = 3  # words: "CSE online" is two kinds, "Online CSE" and "online grooming" are one


def says_nothing(text: str) -> bool:
    """Say whether an answer is a way of leaving a field empty."""
    return bool(_NOTHING.match(text))


def without_pointing(text: str) -> str:
    """Return what an answer says in full behind "as above", nothing where it only points there."""
    found = _ELSEWHERE.match(text)
    return (found[1] or "").strip() if found else text


def leaves_open(text: str) -> bool:
    """Say whether an answer tells that it is still to come, such as "tbc"."""
    return _LEFT_OPEN.fullmatch(text) is not None


def read_identifier(text: str) -> str | None:
    """Return the first system number in a text."""
    found = _IDENTIFIER.search(text)
    return found[0] if found else None


def read_plan(words: str) -> tuple[str, str] | None:
    """Return the plan's column of the quarterly picture, such as CiN plan or CLA, and its code."""
    found = codes.recognise("plans", words)
    if found is None and re.match(
        r"\W*(?:not|no|never)\b.*\b(?:open|involve|known|plan|closed)", words, re.I
    ):
        return "Not open", "NOT_OPEN"
    if found is None:
        clauses = [part for part in re.split(r"[;,(]| - ", words) if not _ENDED.search(part)]
        named = dict.fromkeys(code for part in clauses for code in codes.mentions("plans", part))
        special = [code for code in named if code.code not in ("OPEN", "NOT_OPEN")]
        if len(special) > 1:  # "CP/PLO": pre-proceedings stand beside a plan
            special = [code for code in special if code.code != "PLO"]
        if {code.code for code in special} == {"CLA", "OLA"}:  # "CLA (OLA)": another authority's
            special = [code for code in special if code.code == "OLA"]
        if len(special) > 1:  # "YJS order + CIN": an order of court is no plan of social care
            special = [code for code in special if code.code != "YJ"]
        found = special[0] if len(special) == 1 else None
    return (found.column, found.code) if isinstance(found, Plan) and found.column else None


def says_more(words: str, label: str) -> bool:
    """Say whether an answer holds more than the plan's own name."""
    return len(words.strip()) > len(label) + 2


def read_risk(words: str) -> tuple[str, int | None]:
    """Return the level in the list's own word, or as written, and a score where one is given."""
    scored = _SCORE.search(words)
    score = int(next(filter(None, scored.groups()))) if scored else None
    bare = _SCORE.sub("", words).strip(" :-–")
    if bare[:1] == "(" or bare.count("(") != bare.count(")"):
        bare = bare.strip(" :-–()")
    found = codes.recognise("risk_levels", bare)
    level = _LEVEL.search(words)
    told = codes.mentions("risk_levels", bare) if len(bare.split()) > LONGEST_LEVEL else ()
    found = found or (told[0] if len(told) == 1 else None)
    if found:
        return found.label, score
    return (f"Category {level[1]}" if level else bare or words), score


def read_category(words: str) -> tuple[str | None, bool, bool]:
    """Return CSE1 to CSE3 or None, whether other forms are said, and whether it was understood."""
    found = codes.recognise("categories", words)
    level = _CSE.search(words)
    other = bool(_OTHER.search(words)) or (found is not None and found.code == "OTHER")
    if level:
        return f"CSE{level[1]}", other, True
    if found and found.code != "OTHER":
        return found.code, other, True
    return None, other, other or says_nothing(words)


def without_category(words: str) -> str:
    """Return what words say beside a category of CSE."""
    return _CSE.sub(" ", words)


def split_types(raw: str) -> tuple[str, ...]:
    """Return kinds of exploitation as the paper words them."""
    parts = ticked_or_parts(raw)
    if choices(raw):
        return parts
    listed = "\n" in raw  # an option on each line
    each = ([one] if listed and is_one_kind(one) else _split_type(one) for one in parts)
    return tuple(piece for pieces in each for piece in pieces)


def is_one_kind(part: str) -> bool:
    """Say whether the words about a stroke are kinds of one group: "Online / grooming"."""
    halves = [codes.recognise("exploitation_types", half) for half in part.split("/")]
    return len(halves) > 1 and len({getattr(one, "group", None) for one in halves}) == 1


def _split_type(part: str) -> list[str]:
    if " + " in part:
        return [piece for each in part.split(" + ") for piece in _split_type(each.strip())]
    words = [codes.recognise("exploitation_types", word) for word in part.split()]
    led = part.split()[0].isupper() if words else False
    told = len({word.code for word in words if word}) == len(words)
    if led and told and 1 < len(words) <= LONGEST_RUN:
        return part.split()
    pieces = [
        piece.strip() for piece in re.split(r"\s*(?:/|\+|&|\band\b|[()])\s*", part) if piece.strip()
    ]
    whole = codes.recognise("exploitation_types", part)
    if len(pieces) < 2 or not all(codes.recognise("exploitation_types", piece) for piece in pieces):
        return [part]
    spoken = {
        code.code for piece in pieces if (code := codes.recognise("exploitation_types", piece))
    }
    return [part] if whole and len(spoken) < 2 else pieces


def read_response(words: str) -> str | None:
    """Return accepted, accepted modified, rejected or in plan: what a plan holder answered."""
    found = codes.recognise("recommendation_statuses", words)
    lowered = words.lower()
    if re.search(r"\baccept\w*\b.{0,20}\b(?:modif|chang|amend)", lowered):
        return "accepted modified"
    if found and not re.match(r"\W*not\b", lowered):
        return found.code
    if re.search(r"\b(?:reject|declin|refus|not (?:accept|agree))", lowered):
        return "rejected"
    if re.search(r"\b(?:modif|amend|chang|in part|partly|partial)", lowered):
        return "accepted modified"
    if re.search(r"\b(?:accept|agree)", lowered):
        return "accepted"
    return {True: "accepted", False: "rejected", None: None}[yes_no(words)[0]]


def read_core(words: str) -> bool | None:
    """Return whether a member is core: yes, core, C; or invited, as needed, associate."""
    answer = yes_no(words)[0]
    if answer is not None:
        return answer
    if re.match(r"\W*(?:c|core|permanent|standing|full|statutory)\b", words, re.IGNORECASE):
        return True
    if re.match(
        r"\W*(?:a|i|as |case|if |invited|associate|co-?opted|when |guest|observer|non)", words, re.I
    ):
        return False
    return None
