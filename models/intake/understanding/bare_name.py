"""Names whose labels do not say whose they are: of who sends the form, the child or a parent."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.understanding.elements import Element, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.numbers import read_phone
from models.intake.understanding.telling import PARENT
from models.intake.understanding.wording import label_key
from models.rules.names import plain

KINDS = frozenset({"child", "assessment"})
_RELATED = re.compile(rf"([^()\n]{{3,50}}?)\s*\((?:{PARENT}|mam)\)", re.IGNORECASE)
_PRINTED = re.compile(r"\b(?:print(?:ed)?|sign(?:ed|ature)?)\b", re.IGNORECASE)
BARE = frozenset({"name", "full name", "print name"})
PARTS = frozenset({"surname", "first_name"})
TOLD, LEAST = 0.7, 2  # how sure, words of a name


def sender_named(elements: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes with a name that is not the child's taken for the sender's, if none is."""
    pairs = [one for one in elements if isinstance(one, Pair) and one.match and one.value]
    fields = {pair.match.field: pair for pair in pairs if pair.match}
    if kind in KINDS and "referrer" not in fields and (signed := _signed(pairs)):
        sender = Match("referrer", TOLD, settled=True)
        return [replace(signed, match=sender) if one is signed else one for one in elements]
    bare = [pair for pair in pairs if pair.match and _is_bare(pair, pair.match)]
    if kind not in KINDS or not fields.keys() >= PARTS or len(bare) != 1 or "referrer" in fields:
        return list(elements)
    child = {word for part in PARTS for word in plain(fields[part].value).split()}
    name = read_name(bare[0].value).name
    if child & set(plain(name).split()) or not looks_like_name(name):
        return list(elements)
    sender = Match("referrer", TOLD, settled=True)
    return [replace(bare[0], match=sender) if one is bare[0] else one for one in elements]


def parent_named(elements: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes with a name that says whose it is read so: "Contact 1: Ida Holm (mother)".

    A telephone asked for behind the same words is that parent's, never the child's.
    """
    if kind not in KINDS:
        return list(elements)
    found: list[Element] = []
    named = ""
    for one in elements:
        if isinstance(one, Pair) and named and label_key(one.label).startswith(f"{named} "):
            phone = read_phone(one.value) is not None
            one = replace(one, match=Match("parent_phone", TOLD, settled=True)) if phone else one
        elif isinstance(one, Pair) and one.match is None and _is_parent(one.value):
            named = label_key(one.label)
            one = replace(one, match=Match("parent_name", TOLD, settled=True))
        found.append(one)
    return found


def _is_parent(text: str) -> bool:
    said = _RELATED.fullmatch(text.strip())
    return said is not None and looks_like_name(read_name(said[1]).name)


def _signed(pairs: Sequence[Pair]) -> Pair | None:
    """Return the name that is to be printed beside a signature: never that of the child."""
    named = [pair for pair in pairs if pair.match and pair.match.field == "name"]
    return next((pair for pair in named if _PRINTED.search(pair.label)), None)


def child_named(elements: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes with "Who are you worried about?" read as the child, if none is named.

    One name has to answer it, and the day of birth follows.
    """
    pairs = [one for one in elements if isinstance(one, Pair) and one.match and one.value]
    fields = [pair.match.field for pair in pairs if pair.match]
    told = not {"name", *PARTS} & set(fields) and "associates" in fields and "dob" in fields
    if kind != "child" or not told or fields.index("associates") > fields.index("dob"):
        return list(elements)
    asked = pairs[fields.index("associates")]
    if not looks_like_name(read_name(asked.value).name) or len(asked.value.split()) < LEAST:
        return list(elements)
    named = replace(asked, match=Match("name", TOLD, settled=True))
    return [named if one is asked else one for one in elements]


def _is_bare(pair: Pair, match: Match) -> bool:
    return match.field == "name" and not match.remembered and label_key(pair.label) in BARE
