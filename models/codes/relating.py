"""Relations between records: found by code or wording, and worded from either side."""

from models.codes.children import LinkRelation
from models.codes.in_force import kept
from models.codes.typed import relations


@kept
def _by_words() -> dict[str, LinkRelation]:
    found = {one.label.casefold(): one for one in relations()}
    return {**found, **{one.code.casefold(): one for one in relations()}}


def relation(text: str | None) -> LinkRelation | None:
    """The relation of that very code or wording, or nothing.

    Looser words are not taken: "victim of" and "offender" run in opposite directions.
    """
    return _by_words().get((text or "").strip().casefold())


@kept
def _by_reverse() -> dict[str, LinkRelation]:
    return {
        one.reverse.casefold().removeprefix("is ").strip(): one
        for one in relations()
        if not one.symmetric
    }


def reversed_relation(text: str | None) -> LinkRelation | None:
    """The relation whose wording from the far side this is: "exploited by", "is driven by"."""
    words = (text or "").strip().casefold()
    for lead in ("is ", "was ", "being ", "has been "):
        words = words.removeprefix(lead)
    return _by_reverse().get(words)


def relation_wording(text: str, outgoing: bool) -> str:
    """A relation as read from the one who does it (outgoing) or from the one it is done to.

    Words that are on no list are given as written, and said to be the other's words when read
    from the far side.
    """
    row = relation(text)
    if row is not None:
        return row.label if outgoing else row.reverse
    return text if outgoing else f"{text} (said of the other)"
