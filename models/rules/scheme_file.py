"""A scheme as a small file that one panel gives another; what comes in is not trusted."""

import json
from collections.abc import Mapping
from typing import Any

from models.codes.raw import raw
from models.codes.reading import check_row
from models.codes.risk import Scheme
from models.codes.scheme_fields import BANDS
from models.errors import Refusal, Trouble
from models.rules.scheme_bands import MOST_LEVELS, MOST_POINTS, check_bands
from models.rules.scheme_indicators import HIGHEST, LONGEST, MOST

KIND, FORMAT = "MaceDesk risk scheme", 1
MOST_BYTES, DEEPEST, MOST_WORDS = 256_000, 6, 4000
NOT_ONE = "This is no risk scheme of MaceDesk."
STAYS = frozenset({"code", "position", "active", "valid_from", "valid_to", "parent", "synonyms"})
"""What is this panel's alone, and no part of a scheme."""


def written(scheme: Scheme) -> str:
    """The file's text: words, indicators, arithmetic, bands and validity; no assessment."""
    values = {name: value for name, value in raw(scheme).items() if name not in STAYS}
    return json.dumps(
        {"kind": KIND, "format": FORMAT, "scheme": values}, ensure_ascii=False, indent=2
    )


def read(data: bytes) -> dict[str, Any]:
    """The values of a scheme out of a file; Refusal for what is too large, too deep or unfit."""
    if len(data) > MOST_BYTES:
        raise Refusal("This file is too large for a risk scheme.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(NOT_ONE) from None
    _check_depth(text)
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except ValueError:
        raise Refusal(NOT_ONE) from None
    return _checked(found)


def _checked(found: Any) -> dict[str, Any]:
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise Refusal(NOT_ONE)
    if found.get("format") != FORMAT:
        raise Refusal("This file was written by a newer MaceDesk.")
    given = found.get("scheme")
    if not isinstance(given, dict):
        raise Refusal(NOT_ONE)
    values = {name: _cleaned(value) for name, value in given.items() if name not in STAYS}
    try:
        scheme = check_row(Scheme, {"code": "file", **values})
    except Trouble:
        raise Refusal("This scheme is not whole, or has parts that are not known here.") from None
    _check_bounds(scheme)
    origin = f"Taken in from a file. Its source: {scheme.source or 'not said'}."
    note = "\n".join(filter(None, (origin, scheme.note)))[:MOST_WORDS]
    return {**{name: value for name, value in values.items() if name != "source"}, "note": note}


def _check_bounds(scheme: Scheme) -> None:
    codes = [one.code for one in scheme.indicators]
    if len(codes) > MOST or len(scheme.levels) > MOST_LEVELS or len(set(codes)) < len(codes):
        raise Refusal("This scheme asks too much, or one thing twice.")
    if not scheme.label.strip() or len(scheme.label) > LONGEST:
        raise Refusal("This scheme has no name that can stand here.")
    if any(not one.label.strip() or len(one.label) > LONGEST for one in scheme.indicators):
        raise Refusal("An indicator of this scheme is empty or too long.")
    counted = scheme.arithmetic
    small = [*(one.weight for one in scheme.indicators), counted.suspected]
    small += [one for one in (counted.max_per_indicator, counted.indicators) if one is not None]
    small += [one.most for one in scheme.indicators if one.most is not None]
    large = [one.points for one in counted.points]
    large += [end for one in scheme.levels for end in (one.low, one.high) if end is not None]
    far = any(abs(one) > MOST_POINTS for one in large)
    if far or any(not 0 <= one <= HIGHEST for one in small):
        raise Refusal("A number in this scheme is out of range.")
    if scheme.validity is not None and not 1 <= scheme.validity.number <= 999:
        raise Refusal("A number in this scheme is out of range.")
    if any(one.band not in ("", *BANDS) for one in scheme.levels):
        raise Refusal("A level of this scheme counts as none that is known here.")
    check_bands(scheme.levels)


def _cleaned(value: Any) -> Any:
    """Words without what cannot be seen, and none too long to be read."""
    if isinstance(value, str):
        if len(value) > MOST_WORDS:
            raise Refusal("A text in this scheme is too long.")
        return "".join(sign for sign in value if sign.isprintable() or sign == "\n").strip()
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _cleaned(one) for name, one in value.items()}
    return value


def _check_depth(text: str) -> None:
    """Refuse brackets within brackets without end, before anything reads them."""
    depth, quoted, skip = 0, False, False
    for sign in text:
        if skip:
            skip = False
        elif quoted:
            skip, quoted = sign == "\\", sign != '"'
        elif sign == '"':
            quoted = True
        elif sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise Refusal("This file is nested too deeply for a risk scheme.")
        elif sign in "]}":
            depth -= 1


def _no_constant(word: str) -> float:
    raise ValueError(word)
