"""What a person mended in a preview: put into the record, and remembered for that form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from models.intake.papers import ReadField, ReadPaper, ReadRecord
from models.intake.understanding import Labelled, labelled
from models.intake.understanding.about import WHOLE
from models.intake.understanding.episode_days import end_of, last_such
from models.intake.understanding.moments import NO_YEAR
from models.intake.understanding.sheet_day import AS_OF, IN_NAME
from models.intake.understanding.sheet_years import with_sheet_years
from models.intake.understanding.value import Value
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key
from models.services.papers.previewed import PreviewedFile
from models.services.papers.somebody_else import without_anothers

THIS_CENTURY = 2050
Mended = Mapping[tuple[str, int, str], Any]


def mend(previewed: PreviewedFile, mended: Mended, today: date) -> PreviewedFile:
    """The preview with the person's values; keys are file, place of the record, and field.

    Text typed is read as the field's own sort (dates, yes or no, lists); None empties a field.
    """
    mine = {key[1:]: value for key, value in mended.items() if key[0] == previewed.file}
    paper = previewed.paper
    if not mine or paper is None:
        return previewed
    records = list(paper.records)
    taken: set[str] = set()
    said = _said(previewed)
    for (place, name), typed in mine.items():
        value = _without_label(typed, said)
        if 0 <= place < len(records):
            read = records[place]
            records[place] = _mended(read, name, value, today)
            if name == "name":
                mine_too = {field for at, field in mine if at == place}
                records[place] = without_anothers(read, records[place], mine_too)
            if name == AS_OF:
                records = [_on_sheet(one, records[place]) for one in records]
            taken.add(str(value).strip())
    left = tuple(one for one in paper.not_understood if not _says(one.text, taken))
    right = replace(paper, records=tuple(records), not_understood=left)
    return replace(previewed, paper=with_sheet_years(right, today))


def by_lists_day(previewed: PreviewedFile, mended: Mended) -> PreviewedFile:
    """The preview with the days of lists that a person said, and what is reckoned by them."""
    days = {key: value for key, value in mended.items() if key[-1] == AS_OF}
    seen_on = previewed.seen_on
    return mend(previewed, days, seen_on) if days and seen_on is not None else previewed


def of_day(previews: Iterable[PreviewedFile], day: date) -> dict[tuple[str, int, str], date]:
    """What mends lists that tell no day of their own: each of them tells of this one."""
    return {
        (one.file, place, AS_OF): day
        for one in previews
        for place, field in _days_of(one)
        if field.sure < IN_NAME
    }


def of_other_days(previews: Iterable[PreviewedFile], day: date) -> dict[str, date]:
    """File → the day that its list tells of itself, where that is another."""
    told = ((one.file, field) for one in previews for _, field in _days_of(one))
    return {
        file: field.value
        for file, field in told
        if field.sure >= IN_NAME and isinstance(field.value, date) and field.value != day
    }


def _days_of(previewed: PreviewedFile) -> Iterator[tuple[int, ReadField]]:
    """Yield the day of each list, with the place of the first record of it."""
    told: set[str] = set()
    for place, record in enumerate(previewed.paper.records if previewed.paper else ()):
        for field in record.fields:
            if field.name == AS_OF and field.where not in told:
                told.add(field.where)
                yield place, field


def _on_sheet(record: ReadRecord, mended: ReadRecord) -> ReadRecord:
    """The record with the day that a person said of its list: all of a worksheet have one."""
    said = next(one for one in mended.fields if one.name == AS_OF)
    same = [one.name == AS_OF and one.where == said.where for one in record.fields]
    fields = zip(record.fields, same, strict=True)
    return replace(record, fields=tuple(said if its else one for one, its in fields))


def _said(previewed: PreviewedFile) -> list[Labelled]:
    content = previewed.content
    return list(labelled(content, {WHOLE: previewed.read_as})) if content else []


def _without_label(value: Any, said: list[Labelled]) -> Any:
    """The text of "Who we mean: Otis Penhallow" where the paper has it under that very label."""
    head, colon, rest = value.partition(":") if isinstance(value, str) else ("", "", "")
    key, text = label_key(head), " ".join(rest.split())
    known = colon and any(one.label == key and one.text == text for one in said)
    return rest.strip() if known else value


def _says(text: str, values: set[str]) -> bool:
    """True for a text left over that is one of the values, with or without its label."""
    return any(value and (text == value or text.endswith(f": {value}")) for value in values)


def _mended(record: ReadRecord, name: str, value: Any, today: date) -> ReadRecord:
    where = next((one.where for one in record.fields if one.name == name), record.where)
    values = [_by(today, one) for one in _values(record.kind, name, value, today.year)]
    names = {one.name for one in values} | {name}
    kept = [one for one in record.fields if one.name not in names]
    raw = value if isinstance(value, str) else str(value or "")
    new = [ReadField(one.name, one.value, raw, where, 1.0, one.note) for one in values]
    return replace(record, fields=(*kept, *new))


def _by(today: date, one: Value) -> Value:
    """A day typed without its year lies behind: "28 Dec" in January was last year's."""
    if isinstance(one.value, date) and one.note == NO_YEAR:
        return replace(one, value=last_such(one.value, end_of(today)))
    return one


def _values(kind: str, name: str, value: Any, year: int) -> tuple[Value, ...]:
    if value is None or value == "":
        return (Value(name, None),)
    if isinstance(value, str):
        return read_value(kind, name, value, year) or (Value(name, value),)
    return (Value(name, tuple(value) if isinstance(value, list) else value),)


def doubt(kind: str, name: str, value: Any) -> str:
    """What is doubtful of a value that a person typed, such as a check digit; empty for nothing."""
    if not isinstance(value, str):
        return ""
    return next((one.note for one in _values(kind, name, value, THIS_CENTURY) if one.note), "")


def learned(previewed: PreviewedFile, mended: Mended) -> Iterator[tuple[str, str]]:
    """Label and field for each mending that put a text of the paper into another field."""
    paper, content = previewed.paper, previewed.content
    if paper is None or content is None:
        return
    mine = {key[1:]: value for key, value in mended.items() if key[0] == previewed.file}
    if not mine:
        return
    said = _said(previewed)
    for (_, name), value in mine.items():
        label = _label(paper, said, name, _without_label(value, said))
        if label:
            yield label, name


def _label(paper: ReadPaper, said: list[Labelled], name: str, value: Any) -> str | None:
    """The one label over the text that the person meant, if it was read as something else.

    Of several labels over that very text those count that no field knows; in doubt none.
    """
    if not isinstance(value, str) or not value.strip():
        return None
    wanted = " ".join(value.split())
    rightly = {one.where for record in paper.records for one in record.fields if one.name == name}
    found = [one for one in said if one.text == wanted and one.where not in rightly]
    unknown = {one.label for one in found if not one.known}
    labels = unknown or {one.label for one in found}
    return labels.pop() if len(labels) == 1 else None
