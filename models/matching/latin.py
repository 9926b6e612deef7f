"""Names of other scripts in Latin letters, so that Олег and Oleg are compared."""

import re
import unicodedata
from functools import cache

from models.matching.name_lists import families

_FILE = "scripts.txt"
SYLLABLE = re.compile(r"[A-Z][a-z]*")
TWO_SYLLABLES = frozenset({"Ou Yang", "Si Ma", "Zhu Ge", "Shang Guan", "Nam Gung"})
"""Chinese and Korean surnames that are not one sign."""
ARABIC_FORMS = str.maketrans({"ک": "ك", "ی": "ي", "ى": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
                              "ء": None, "ـ": None})  # fmt: skip
"""One letter for what Arabic, Persian and Urdu write in several ways; marks are left out."""
UNHEARD = ("'", "`")
"""Signs for letters that Latin ones have no letter for; at the start they carry a vowel."""
VOWELS = frozenset("اأإآ")
"""Letters that carry a vowel at the start of a word, whichever it is."""
SERVANT, ARTICLE = re.compile(r"\bعبد\s+"), re.compile(r"ال(?=\w{3})")
"""Abd, which begins a longer name, and the article before one."""


def in_latin(name: str) -> str:
    """The name transliterated; one of Latin letters, with accents or without, stays as it is."""
    if name.isascii():
        return name
    bare = _without_marks(name)
    if bare.replace("’", "").replace("‘", "").isascii():
        return name
    parts = SERVANT.sub("عبد", name).split()
    return " ".join(part if part.isascii() else _transliterated(part) for part in parts)


def of_other_script(name: str) -> bool:
    """Whether a name is written in other letters than Latin ones."""
    return not name.isascii() and any(
        one.isalpha() and not unicodedata.name(one, "LATIN").startswith("LATIN") for one in name
    )


def _transliterated(part: str) -> str:
    known = _listed().get(_as_listed(part))
    if known is not None:
        return known.title()
    script = unicodedata.name(part[0], "").split(" ")[0]
    if script == "ARABIC" and (found := ARTICLE.match(part)):
        return f"Al {_transliterated(part[found.end() :])}"
    # Its tables are read when a name first needs them, not when the program starts.
    from anyascii import anyascii

    said = anyascii(_without_marks(part) if script == "ARABIC" else part)
    if script in ("CJK", "HANGUL"):
        return _surname_last(part, SYLLABLE.findall(said))
    begun = f"a{said}" if part[0] in VOWELS or said[:1] in UNHEARD else said
    return "".join(one for one in begun if one not in UNHEARD)


def _surname_last(part: str, syllables: list[str]) -> str:
    """A name whose own script writes the surname first, and no space, as one writes it in English.

    >>> _surname_last("王小明", ["Wang", "Xiao", "Ming"])
    'Xiaoming Wang'
    """
    if len(syllables) != len(part) or len(part) < 2:
        return " ".join(syllables)
    many = 2 if " ".join(syllables[:2]) in TWO_SYLLABLES and len(part) > 2 else 1
    surname = "".join(syllables[:many])
    surname = _listed().get(_as_listed(part[:many]), surname)
    return f"{''.join(syllables[many:]).capitalize()} {surname.capitalize()}"


def _without_marks(text: str) -> str:
    return "".join(
        one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)
    )


def _as_listed(part: str) -> str:
    return _without_marks(part).translate(ARABIC_FORMS).casefold()


@cache
def _listed() -> dict[str, str]:
    """Names in their own script, as compared, to how they are written here."""
    return {_as_listed(form): here for here, forms in families(_FILE) for form in forms}
