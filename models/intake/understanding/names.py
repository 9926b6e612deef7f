"""Names of people as panels write them: First Surname, from any order, case or title."""

import re
from dataclasses import dataclass

from models.intake.understanding.wording import straight

RANKS = "PCSO|WPC|PC|DCI|DSU|DC|DS|DI|Sgt|Insp"
"""Ranks of officers as they stand before a name, a pattern."""
_TITLES = re.compile(
    rf"^(?:(?:mr|mrs|miss|ms|mx|dr|sister|matron|master|rev|prof|sir|cllr|{RANKS}|"
    r"t/ds|t/di|a/di|det con|det sgt|sw)\b\.?\s+)+",
    re.IGNORECASE,
)
_RANKED = re.compile(  # DC 1190 Jo Marsh
    rf"^(?:t/)?(?:{RANKS})\.?\s*\d{{2,6}}\s+(?=[A-Z])", re.IGNORECASE
)
_KNOWN_AS = re.compile(
    r"[,(\[–-]?\s*\b(?:also\s+known\s+as|(?:only\s+)?known\s+(?:only\s+|simply\s+)?as|"
    r"a\.?k\.?a\.?|nicknamed?|alias|street name|goes by|"
    r"(?:also |only )?(?:goes|went) as|also (?:uses|goes by|called|answers to)|"
    r"(?:everyone|everybody|friends?|mates|kids|lads|boys|girls|others|family|they|we|people|"
    r"young people|children|residents|locals) calls? "
    r"(?:him|her|them)|likes to be called|prefers|preferred name)\b\s*:?\s*([^)\],;]+)[)\]]?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"”]{1,30})[\"”]|(?<!\w)['‘]([^'’]{1,30})['’](?!\w)")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_WORD = r"[^\W\d_][\w'’.-]*"
_NAME = re.compile(rf"^{_WORD}(?:\s+{_WORD}){{0,4}}$")
LONGEST_SHORT = 5  # letters of an agency's short name
_PARTICLES = frozenset(
    ("ab", "al", "ap", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn")
    + ("la", "le", "ten", "ter", "van", "von")
)
_LEADS = _PARTICLES | {"mac", "mc", "ní", "nic", "o", "ó", "st", "st.", "ua"}  # begin a surname
_SLASHED = re.compile(r"^([A-Z][A-Z'’-]+)\s*/\s*([A-Z][a-z][^/,]*)$")  # MARSH/Toby James
_MAC = re.compile(r"^(Mc|Mac)([A-Z]{3,}(?:-[A-Z]+)*)$")
_NO_NAME = re.compile(r"^\W*\d|[=|<>{}\[\]\\^~@#%]")
_SHOUTED = re.compile(  # the short words of a surname in capitals: Zoë LE BLANC, Bo LI
    r"(?<=\w[^\W\d_A-Z] )(?:(?:AL|AP|DA|DE|DI|DU|EL|LA|LE)(?= [^\W\d_a-z]{3})|"
    r"[^\W\d_a-zAEIOU][AEIOU]$)"
)
_NOT_A_NICKNAME = re.compile(
    r"\d|\b(?:surname|(?:full|real) name|not known|n/?k)\b|"
    r"\b(?:aged?|dob|born|social|worker|officer|father|mother|uncle|aunt|brother|sister|cousin|"
    r"boyfriend|girlfriend|ex|partner|friend|police|csc|team|male|female|adult|unknown|deceased|"
    r"he|she|him|her|his|they|them|mr|mrs|ms|miss|manager|lead|allocated|peers?|siblings?|twin|mate|classmate|"
    r"neighbour|associate|carer|practitioner|nurse|teacher|dsl|co-?ordinator|advis[eo]r|step(?:brother|sister|father|mother|dad|mum))\b|/\s*her|/\s*him",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:mace|mase|mash|panel|service|services|health|healthcare|nhs|trust|council|borough|county|"
    r"partnership|constabulary|police|probation|education|schools?|academy|college|housing|"
    r"association|society|project|centre|hospital|clinic|foundation|department|team|unit|"
    r"young people|youth|families|homes?|authority|board|commission|integrated|community|"
    r"safeguarding|licensing|camhs|cic|yjs|yot|csc|surgery|practice|provision|nursery|ltd|limited)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Name:
    """A name in the order First Surname, other names it goes by, and words that are not a name."""

    name: str
    alias: str | None = None
    rest: str = ""


def read_name(text: str) -> Name:
    """Return the name in text, titles off, nicknames beside it."""
    text = _SLASHED.sub(r"\1, \2", straight(text).strip(" ,;:-–."))
    text, alias = _nickname(text)
    bracket = _BRACKETED.search(text)
    rest = bracket[1] if bracket else ""
    text = straight(_BRACKETED.sub(" ", text)).strip(" ,;:-–")
    text, after = _cut_role(text)
    bare = _RANKED.sub("", text) if _RANKED.match(text) else _TITLES.sub("", text)
    ordered = _cased(_ordered(bare if " " in bare or "," in bare else text))
    return Name(ordered, alias, "; ".join(filter(None, [rest.strip(), after])))


def _nickname(text: str) -> tuple[str, str | None]:
    found = _KNOWN_AS.search(text)
    if found:
        before, after = text[: found.start()], text[found.end() :]
        return straight(f"{before} {after}"), found[1].strip(" '\"“”‘’")
    quoted = _QUOTED.search(text)
    if quoted:
        alias = (quoted[1] or quoted[2]).strip()
        return straight(text[: quoted.start()] + " " + text[quoted.end() :]), alias
    bracket = _BRACKETED.search(text)
    inside = bracket[1].strip() if bracket else ""
    if bracket and inside and len(inside.split()) <= 5 and not _NOT_A_NICKNAME.search(inside):
        return straight(text[: bracket.start()] + " " + text[bracket.end() :]), inside
    return text, None


def _cut_role(text: str) -> tuple[str, str]:
    """Cut "Kian Baines, social worker" or "Kian Baines - CSC" after the name."""
    parts = re.split(r"\s+[-–—|]\s+|\s*;\s*|\n|\s+/\s+", text, maxsplit=1)
    text, after = parts[0], parts[1] if len(parts) > 1 else ""
    before, comma, rest = text.partition(",")
    if comma and not _inverted(before.strip(), rest.strip()):
        return before.strip(), "; ".join(filter(None, [rest.strip(), after.strip()]))
    return text, after.strip()


def _inverted(before: str, rest: str) -> bool:
    rest_words, before_words = rest.split(), before.split()
    if not rest_words or not before_words or not _NAME.match(rest) or len(rest_words) > 3:
        return False
    if all(map(_is_shouted, before_words)) and not rest.isupper():
        return True
    surname = len(before_words) == 1 or before_words[0].lower() in _LEADS
    return surname and all(word[0].isupper() for word in rest_words)


def _ordered(text: str) -> str:
    before, comma, after = text.partition(",")
    if comma and after.strip():
        surname = _surname(before.strip()) if before.isupper() else before.strip()
        return f"{_TITLES.sub('', after.strip())} {surname}"
    words = text.split()
    capitals = [word for word in words if len(word) > 1 and _is_shouted(word)]
    shouted = _is_shouted(words[0]) and len(words[0].replace(".", "")) > 2 if words else False
    first = len(words) > 1 and capitals and shouted  # J.T. Marsh is in order
    body = first and len(words[0]) <= LONGEST_SHORT and names_a_body(words[0])  # MACE admin
    if first and not body and len(capitals) < len(words) and not _is_shouted(words[-1]):
        lead = next(i for i, word in enumerate(words) if not _is_shouted(word))
        return " ".join(words[lead:] + words[:lead])
    return text


def _is_shouted(word: str) -> bool:
    """Say whether a word is typed in capitals, "McGUIRE" too."""
    return word.isupper() or _MAC.match(word) is not None


def _surname(shouted: str) -> str:
    """Return a surname typed in capitals, "LI" as "Li" and "LE BLANC" as "Le Blanc"."""
    words = (word if "'" in word else word.capitalize() for word in shouted.split())
    return " ".join(_cased_word(w.upper()) if len(w) > 2 else w for w in words)


def _cased(text: str) -> str:
    text = _SHOUTED.sub(lambda found: found[0].title(), text)
    lower = text.islower()
    return " ".join(
        _cased_word(word) if lower or not word.islower() else word for word in text.split()
    )


def _cased_word(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    shouted = len(letters) > 2 and word.upper() == word
    mac = _MAC.match(word)
    if mac:
        return mac[1] + mac[2].title()
    irish = re.match(r"^([OD]['’])([A-Z]{3,})$", word)
    if irish or shouted or word.islower():
        if word.lower() in _PARTICLES:
            return word.lower() if word.islower() else word.capitalize()
        return re.sub(r"[^\W\d_]+", lambda part: _capital(part[0]), word)
    return word


def _capital(part: str) -> str:
    part = part.capitalize()
    if len(part) > 4 and part.startswith("Mc"):
        return "Mc" + part[2:].capitalize()
    return part


def is_no_name(text: str) -> bool:
    """Say whether text begins with a number or holds signs that no name has, as a formula does."""
    return bool(_NO_NAME.search(text))


def names_a_body(text: str) -> bool:
    """Say whether words name a service, a council or a panel, and nobody: Kestrel Health Trust."""
    return bool(_BODY.search(text))


def looks_like_name(text: str) -> bool:
    """Say whether text could be a person's name: a few capitalised words and nothing else."""
    text = straight(text).strip(" ,.;:")
    if not _NAME.match(text):
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in text.split())


def is_short_for(initials: str, whole: str) -> bool:
    """Say whether "A Gascoyne" is "Aneurin Gascoyne" with the first name cut to its letter."""
    short, full = (read_name(text).name.replace(".", "").split() for text in (initials, whole))
    if len(short) < 2 or len(full) < 2 or short[-1] != full[-1]:
        return False
    return len(short[0]) == 1 and len(full[0]) > 1 and full[0].startswith(short[0])
