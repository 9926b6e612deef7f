"""A text about several people, parted into a piece for each."""

import re

_BULLET = re.compile(r"^\s*(?:[-•*●▪·–]|\(?\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+[\"'“‘A-Z])")
_WHO = (
    r"(?:(?:[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Oo]ne)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:male|female|man|woman|lad|girl|boy|adult|person|cousin|uncle|friend|mate)|"
    r"[Ss]ome(?:one|body)(?= called| known| named))"
)
_LOOKS = (  # words with a capital by which people are described and not named
    "Asian|Black|White|Mixed|Eastern|European|Albanian|Romanian|Somali|Polish|Turkish|Kurdish|"
    "African|Caribbean|Chinese|Afghan|Vietnamese|Arab|Pakistani|Indian|Iraqi|Iranian|Syrian|"
    "Irish|Roma"
)
SOMEBODY = re.compile(
    rf"^(?:an? |the |one |two )?(?:[a-z-]+ )?(?:(?-i:[a-z-]+|{_LOOKS}) ){{0,4}}?(?<![\w'])"
    r"(?:males?|females?|man|men|woman|women|boys?|girls?|lads?|adults?|persons?|individuals?|"
    r"youths?|teenagers?)(?![\w'])",
    re.IGNORECASE,
)
"""How somebody is described who is not named: "older Asian male"."""
_CALLED = r"\s+(?:called\s+|known as\s+|named\s+)?[\"“]?"
_ANOTHER = re.compile(  # ". Also an older woman Trace"
    rf"(?:[.;,]\s*|^|\s+)(?:[Aa]nd also|[Aa]lso|[Aa]nd|[Pp]lus)\s+(?={_WHO}{_CALLED}[A-Z][a-z])"
)
_DESCRIBED = re.compile(
    rf"(?P<who>{_WHO}){_CALLED}(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)[\"”]?(?P<more>.*)$",
    re.DOTALL,
)


_SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z])")
_INITIAL = re.compile(  # the point in "S. Mahmood", "Mr S. Mahmood" and "J.T. Marsh" ends nothing
    r"(?:^|[^\w\s.]\s*|\b[a-z]+\s+|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)(?:[A-Z]\.?\s*)*[A-Z]$"
    r"|\b(?:St|Mr|Mrs|Ms|Dr)$"
)


def pieces_of(text: str) -> list[str]:
    """Return each line, numbered item, part between semicolons and "also an older man Trent"."""
    whole = [part for line in text.splitlines() for part in _numbered(line)]
    lines = [_BULLET.sub("", line).strip() for line in whole]
    parts = [part.strip() for line in lines for part in split_outside_brackets(line, ";")]
    return [one for part in parts for one in _others(part) if one]


def _others(part: str) -> list[str]:
    """Part "also an older woman Trace" from whom it follows, begun as a sentence is."""
    first, *others = (one.strip(" .,") for one in _ANOTHER.split(part))
    return [first, *(one[:1].upper() + one[1:] for one in others)] if others else [part]


def described(text: str) -> tuple[str, str, str] | None:
    """Return how "an older woman Trace, runs the house" calls whom, and the rest; None for none."""
    found = _DESCRIBED.match(text)
    return (found["who"], found["name"], found["more"].strip(" ,")) if found else None


def _numbered(line: str) -> list[str]:
    """Part "1. Lee Marsh 2. Darren Pike" typed on one line."""
    return _NUMBERED.split(line) if re.match(r"\s*\(?1[.)]\s", line) else [line]


def split_outside_brackets(text: str, mark: str) -> list[str]:
    """Return what stands between marks that are in no brackets."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == mark and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def sentences_apart(text: str, mark: str) -> str:
    """The text with a mark where a sentence ends: not behind an initial that begins a name."""
    return _SENTENCE.sub(lambda end: end[0] if _INITIAL.search(text[: end.start()]) else mark, text)
