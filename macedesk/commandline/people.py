"""`match`: who on record may be the same person, one, many at once, or all among themselves."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from macedesk.commandline.desk import AS_JSON, DAY, FILE, opened, say_json
from models.errors import Refusal
from models.records.duplicates import JoinedRow
from models.records.papers import MatchRecord, PairRecord
from models.rules.day_words import in_words
from models.workspace import Workspace

NO_REGISTER = "This file is no list of people with names, dates of birth or postcodes."
ONE_WAY = (
    "Say whom to look for: --name or a telephone, vehicle, account, address or number, "
    "--from with a list of people, or --all."
)
PERSON = "person"
THINGS = {"place": "location", "vehicle": "vehicle", "phone": "phone", "account": "online_account"}
PATH = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("match")
@FILE
@click.option("--name", default=None)
@click.option("--dob", type=DAY, default=None)
@click.option("--postcode", default=None)
@click.option("--gender", default=None)
@click.option("--school", default=None)
@click.option("--nhs", "nhs_number", default=None)
@click.option("--phone", "phones", multiple=True)
@click.option("--vehicle", "vehicles", multiple=True)
@click.option("--handle", "handles", multiple=True)
@click.option("--address", "addresses", multiple=True)
@click.option("--kind", type=click.Choice([PERSON, *THINGS]), default=PERSON,
              help="What --name is of; a place may be given by its position too.")  # fmt: skip
@click.option("--from", "listed", type=PATH, default=None, help="A list of people to look for.")
@click.option("--all", "everybody", is_flag=True, help="Pairs of records that may be one person.")
@click.option("--top", type=click.IntRange(1, 1000), default=20)
@AS_JSON
def match(
    file: Path,
    name: str | None,
    dob: date | None,
    postcode: str | None,
    gender: str | None,
    listed: Path | None,
    everybody: bool,
    top: int,
    as_json: bool,
    kind: str,
    **more: Any,
) -> None:
    """Say who on record may be the same person, with weights and reasons."""
    by_marks = kind == PERSON and any(more.values())
    if [name is not None or by_marks, listed is not None, everybody].count(True) != 1:
        raise click.UsageError(ONE_WAY)
    with opened(file) as workspace:
        if everybody:
            _tell_pairs(workspace.read.same_person(), as_json)
        elif listed is not None:
            _tell_many(list(_of_list(workspace, listed, top)), as_json)
        else:
            query = {"name": name, "dob": dob, "postcode": postcode, "gender": gender}
            if kind == PERSON:
                found = _found(workspace, query, top, **more)
            else:
                found = workspace.read.possible_things(THINGS[kind], name or "", postcode, top=top)
            _tell_one(query, found, _answers(workspace), as_json)


def _found(
    workspace: Workspace, query: dict[str, Any], top: int, **more: Any
) -> tuple[MatchRecord, ...]:
    name = query["name"] or ""
    return workspace.read.possible_matches(
        name, query["dob"], query["postcode"], query["gender"], top, **more
    )


def _of_list(workspace: Workspace, listed: Path, top: int) -> Iterator[dict[str, Any]]:
    """The answer to each person of a list, in its order."""
    paper = workspace.papers.read_only(listed).paper
    records = paper.records if paper is not None else ()
    if not records or any(one.kind not in ("persons", "child") for one in records):
        raise Refusal(NO_REGISTER)
    for one in records:
        said = {field.name: field.value for field in one.fields}
        query = {key: said.get(key) for key in ("name", "dob", "postcode", "gender")}
        begun = perf_counter()
        found = _found(workspace, query, top)
        taken = round(1000 * (perf_counter() - begun), 3)
        yield {
            "id": said.get("la_id"),
            "query": query,
            "matches": [as_form(match) for match in found],
            "ms": taken,
        }


def _answers(workspace: Workspace) -> dict[int, list[str]]:
    """What a person has said of a record and another, by the record."""
    said: dict[int, list[str]] = defaultdict(list)
    for one in workspace.read.joined_records():
        said[one.lead_id].append(f"one record with {one.other_label}{_by(one)}")
    for one in workspace.read.told_apart():
        said[one.lead_id].append(f"not {one.other_label}{_by(one)}")
        said[one.other_id].append(f"not {one.lead_label}{_by(one)}")
    return said


def _by(one: JoinedRow) -> str:
    on = f" on {in_words(one.decided_on)}" if one.decided_on else ""
    return f", said by {one.decided_by or 'somebody'}{on}"


def _tell_one(
    query: dict[str, Any],
    found: tuple[MatchRecord, ...],
    said: dict[int, list[str]],
    as_json: bool,
) -> None:
    if as_json:
        forms = [as_form(one, said.get(one.subject_id, [])) for one in found]
        say_json({"query": query, "matches": forms})
        return
    for one in found:
        told = "".join(f"; {each}" for each in said.get(one.subject_id, ()))
        click.echo(f"{one.weight:6.1f}  {one.label}: {one.why}{told}")


def _tell_many(answers: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        say_json(answers)
        return
    for answer in answers:
        best = answer["matches"][0]["name"] if answer["matches"] else "nobody"
        click.echo(f"{answer['query']['name']}: {best}")


def _tell_pairs(pairs: tuple[PairRecord, ...], as_json: bool) -> None:
    if as_json:
        say_json([_pair_form(one) for one in pairs])
        return
    for one in pairs:
        band = "likely" if one.likely else "possible"
        click.echo(f"{one.weight:6.1f}  {band}: {one.label} and {one.with_label}: {one.why}")


def _pair_form(one: PairRecord) -> dict[str, Any]:
    return {
        "id": one.reference or str(one.subject_id),
        "with": one.with_reference or str(one.with_id),
        "weight": one.weight,
        "probability": one.probability,
        "band": "likely" if one.likely else "possible",
        "why": one.why,
    }


def as_form(one: MatchRecord, said: Sequence[str] = ()) -> dict[str, Any]:
    """A match in the published form; `said` is what a person answered of it, where one did."""
    why = [
        {"field": reason.field, "weight": reason.weight, "note": reason.note}
        for reason in one.reasons
    ]
    return {
        "id": one.reference or str(one.subject_id),
        "name": one.label,
        "dob": one.birth_date,
        "weight": one.weight,
        "probability": one.probability,
        "why": why,
        **({"said": list(said)} if said else {}),
    }


COMMANDS = (match,)
