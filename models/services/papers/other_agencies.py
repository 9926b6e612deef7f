"""Returns of an agency that is none of the panel's: said in the preview, before one is made."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency
from models.intake.papers import ReadField, ReadPaper
from models.intake.understanding.posts import names_a_post
from models.rules.asking import kind_of
from models.rules.near_names import near_name
from models.services.papers.agencies import bare_kind
from models.services.papers.previewed import PreviewedFile
from models.services.papers.same import tight

RETURN, MEMBERS = "return", "members"
NAMING = frozenset({RETURN, MEMBERS})
"""Kinds of records that name an agency of the panel."""
NOT_OURS = "not an agency of this panel: put one of yours here, else keeping it adds this one"
LEFT = "no longer an agency of this panel: put one of yours here, else it is kept as its return"
NEARLY = "nearly “{}”, an agency of this panel: put that here if it is the same"
A_POST = "somebody's post and no agency: put here whose return it is"


def asked_whose(session: Session, one: PreviewedFile) -> PreviewedFile:
    """A return's or members' preview with a note beside each agency that is not on record."""
    if one.paper is None or not any(record.kind in NAMING for record in one.paper.records):
        return one
    agencies = session.scalars(select(Agency)).all()
    panel = any(agency.active for agency in agencies)
    return replace(one, paper=_noted(one.paper, agencies)) if panel else one


def _noted(paper: ReadPaper, agencies: Sequence[Agency]) -> ReadPaper:
    notes = {
        str(name): _note(str(name), agencies, record.kind)
        for record in paper.records
        if record.kind in NAMING and (name := record.get("agency"))
    }
    records = tuple(
        replace(record, fields=tuple(_with_note(field, notes) for field in record.fields))
        for record in paper.records
    )
    return replace(paper, records=records)


def _with_note(field: ReadField, notes: Mapping[str, str]) -> ReadField:
    note = notes.get(str(field.value), "") if field.name == "agency" else ""
    return replace(field, note=note) if note else field


def _note(name: str, agencies: Sequence[Agency], kind_of_record: str) -> str:
    ours = [one for one in agencies if one.active]
    known = {tight(word) for one in ours for word in (one.name, one.short_name) if word}
    kind = bare_kind(name)
    of_kind = [one for one in ours if kind and kind_of(one.kind, one.name) == kind]
    if "@" in name or tight(name) in known:
        return ""
    if tight(name) in {tight(one.name) for one in agencies}:
        return LEFT if kind_of_record == RETURN else ""
    if len(of_kind) == 1:
        return ""
    near = near_name(name, [one.name for one in ours])
    if near is not None:
        return NEARLY.format(near)
    if kind_of_record == MEMBERS:
        return ""
    return A_POST if names_a_post(name) else NOT_OURS
