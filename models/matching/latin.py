"""Names of other scripts in Latin letters, so that Олег and Oleg are compared."""

import re
import unicodedata

RUN_ON = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between two syllables of a name that its own script writes without a space."""


def in_latin(name: str) -> str:
    """The name transliterated; one of Latin letters, with accents or without, stays as it is."""
    if name.isascii():
        return name
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one)
    )
    if bare.replace("’", "").replace("‘", "").isascii():
        return name
    # Its tables are read when a name first needs them, not when the program starts.
    from anyascii import anyascii

    return " ".join(part if part.isascii() else _transliterated(part, anyascii(part))
                    for part in name.split())  # fmt: skip


def _transliterated(part: str, said: str) -> str:
    ideographs = any("CJK" in unicodedata.name(one, "") for one in part)
    return RUN_ON.sub(" ", said) if ideographs else said
