"""A record as it grows: each field once, the surest reading kept, what loses its place reported."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import NotUnderstood, ReadField, ReadRecord
from models.intake.understanding.answers import leaves_open, says_nothing
from models.intake.understanding.elements import MERGED, Pair
from models.intake.understanding.fitting import fitted, told_otherwise
from models.intake.understanding.lexicon import Match, strange_words
from models.intake.understanding.names import is_short_for, read_name
from models.intake.understanding.numbers import read_plate
from models.intake.understanding.safe_answers import asks_if_safe, turned
from models.intake.understanding.value import Value
from models.rules.names import plain

DOUBTFUL = 0.5  # a text whose label says so little is not joined to one whose label is plain
IN_PASSING, TO_CHECK = 0.6, "read from a sentence: check"
_WORD = re.compile(r"[^\W\d_]+")
WHOSE = ("name", "la_id", "dob")
EMPTIED = frozenset({
    "mash_ref", "la_id", "nhs", "lead", "school", "district", "postcode", "alias", "vehicle",
    "phone", "place_from", "found_at", "referral_ref", "gp", "upn", "parent_name",
})  # fmt: skip
UNTOLD = frozenset({"disability", "religion", "first_language"})
"""Fields that "none" answers and "not known" leaves empty."""
_UNTOLD = re.compile(r"\W*(?:n/?[ak]|not (?:yet )?known|unknown|not recorded|not stated)\W*", re.I)
NAMED = ("referrer", "lead", "assessor")
SHARED = ("referrer", "received", "meeting", "referrer_agency", "completed_by", "agency")


class Growing:
    """One record being read; `lost` holds what found its field taken."""

    def __init__(self, kind: str, where: str, this_year: int) -> None:
        self.kind = kind
        self.where = where
        self.fields: dict[str, ReadField] = {}
        self.lost: list[NotUnderstood] = []
        self.this_year = this_year

    def take(self, pair: Pair) -> None:
        """Read a labelled value into its field or fields; an unknown label is reported."""
        pair = told_otherwise(pair, self.kind, self.fields)
        if pair.match is None:
            self.lost.append(NotUnderstood(pair.where, pair.text))
        elif not pair.value and strange_words(self._unnamed(pair.label), pair.match):
            self.lost.append(NotUnderstood(pair.where, pair.label))
        elif pair.value and not _leaves_empty(pair):
            pair, values = fitted(pair, pair.match, self.kind, self.fields, self.this_year)
            if strange_words(self._unnamed(pair.label), pair.match):
                self.lost.append(NotUnderstood(pair.where, pair.label))
            if all(value.value is None for value in values):
                self.lost.append(NotUnderstood(pair.where, pair.text))
            for value in values if not asks_if_safe(pair) else map(turned, values):
                self.put(value, pair, own=pair.match is not None and value.name == pair.match.field)
        elif leaves_open(pair.value):
            self.lost.append(NotUnderstood(pair.where, pair.text))

    def _unnamed(self, label: str) -> str:
        """Return a label without the words of the child's own name."""
        named = self.fields.get("name") or self.fields.get("first_name")
        mine = set(_WORD.findall(str(named.value))) if named else set()
        if not any(word in label for word in mine):
            return label
        return _WORD.sub(lambda word: "" if word[0] in mine else word[0], label)

    def put(self, value: Value, pair: Pair, own: bool = True) -> None:
        """Keep a value under its name, unless a surer one already has it."""
        score = pair.match.score if pair.match else 0.5
        field = ReadField(
            value.name, value.value, pair.value, pair.where, round(score * value.fit, 2), value.note
        )
        old = self.fields.get(value.name)
        if old is None or old.value is None:
            self.fields[value.name] = field
        elif field.value is not None and field.value != old.value:
            self._meet(old, field, pair.label if own else "")
        elif value.name in NAMED and len(field.raw) > len(old.raw):
            self.fields[value.name] = replace(field, sure=max(field.sure, old.sure))

    def _meet(self, old: ReadField, new: ReadField, label: str) -> None:
        if new.name.endswith("vehicle") and read_plate(new.raw) and not read_plate(old.raw):
            looks = f"{new.name}_description"
            self.fields[looks] = replace(old, name=looks)
            self.fields[new.name] = new
            return
        joined = _joined(old, new)
        if joined is not None:
            self.fields[old.name] = replace(
                old, value=joined, raw=f"{old.raw}\n{new.raw}", sure=min(old.sure, new.sure)
            )
            return
        if not label:
            return
        keep, lose = (new, old) if new.sure > old.sure + 0.1 else (old, new)
        if keep.name in NAMED and is_short_for(str(keep.value), str(lose.value)):
            keep, lose = lose, keep
        same = keep.name in NAMED and _named(keep) == _named(lose)
        if same:
            keep = max(keep, lose, key=lambda field: len(field.raw))
            self.fields[old.name] = replace(keep, sure=max(old.sure, new.sure))
            return
        self.fields[old.name] = keep
        self.lost.append(NotUnderstood(lose.where, f"{label.strip(' :')}: {lose.raw}"))

    def take_in_passing(self, name: str, value: object, text: str, where: str) -> None:
        """Keep what a sentence told, to be checked, where no label has told it."""
        if value is not None and self.get(name) is None:
            pair = Pair("", text, where, Match(name, IN_PASSING))
            self.put(Value(name, value, 1.0, TO_CHECK), pair)

    def take_only(self, name: str, told: Iterable[tuple[object, str, str]]) -> None:
        """Keep the one value that a paper tells, in whatever places; of several, none."""
        found = list(told) if self.get(name) is None else []
        if len({value for value, *_ in found}) == 1:
            self.take_in_passing(name, *found[0])

    def get(self, name: str) -> object:
        """Return a field's value so far, or None."""
        field = self.fields.get(name)
        return field.value if field else None

    def inherit(self, first: "Growing") -> None:
        """Take what was said once for all records of a paper."""
        for name in SHARED + (WHOSE if self.kind == "reply" else ()):
            if name in first.fields:
                self.fields.setdefault(name, first.fields[name])

    def finished(self) -> ReadRecord:
        """Return the record with its name whole."""
        self._whole_name()
        return ReadRecord(self.kind, tuple(self.fields.values()), self.where)

    def _whole_name(self) -> None:
        parts = [self.fields.get(part) for part in ("first_name", "middle_name", "surname")]
        said = [part for part in parts if part and part.value]
        self._name_of_another(said)
        if not said or (self.get("name") and self.get("name") != self.get("surname")):
            return
        whole = " ".join(str(part.value) for part in said)
        raw = " ".join(part.raw for part in said)
        sure = min(part.sure for part in said)
        name = read_name(whole).name if "," not in whole else whole
        self.fields["name"] = ReadField("name", name, raw, said[0].where, sure)

    def _name_of_another(self, parts: list[ReadField]) -> None:
        """Leave a bare name out that shares no word with first name and surname: the sender's."""
        name = self.fields.get("name")
        words = {word for part in parts for word in plain(str(part.value)).split()}
        if name and len(parts) > 1 and not words & set(plain(str(name.value)).split()):
            self.lost.append(NotUnderstood(name.where, f"Name: {name.raw}"))
            del self.fields["name"]


def _named(field: ReadField) -> str:
    return read_name(str(field.value)).name


def _leaves_empty(pair: Pair) -> bool:
    """Say whether "n/a", "none" or a dash stands where a number or a name would."""
    field = pair.match.field if pair.match else ""
    legal = field == "plan" and "legal" in pair.label.lower()  # "none" is no order, and no closing
    unknown = field in UNTOLD and _UNTOLD.fullmatch(pair.value) is not None
    return unknown or (field in EMPTIED or legal) and says_nothing(pair.value)


def _joined(old: ReadField, new: ReadField) -> object | None:
    if isinstance(old.value, tuple) and isinstance(new.value, tuple):
        return old.value + tuple(item for item in new.value if item not in old.value)
    if old.name in MERGED and min(old.sure, new.sure) < DOUBTFUL <= max(old.sure, new.sure):
        return None
    if old.name in MERGED:
        if plain(str(new.value)) == plain(str(old.value)):
            return old.value
        return f"{old.value}\n{new.value}"
    if old.name.endswith(("_note", "alias", "_description", "_words")):
        return f"{old.value}; {new.value}"
    return None
