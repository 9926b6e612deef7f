"""`match`: who on record may be the same person."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from macedesk.commandline.desk import AS_JSON, DAY, FILE, opened, say_json
from models.records.papers import MatchRecord


@click.command("match")
@FILE
@click.option("--name", required=True)
@click.option("--dob", type=DAY, default=None)
@click.option("--postcode", default=None)
@click.option("--gender", default=None)
@click.option("--top", type=click.IntRange(1, 1000), default=20)
@AS_JSON
def match(
    file: Path,
    name: str,
    dob: date | None,
    postcode: str | None,
    gender: str | None,
    top: int,
    as_json: bool,
) -> None:
    """Say who on record may be the same person, with weights and reasons."""
    with opened(file) as workspace:
        found = workspace.read.possible_matches(name, dob, postcode, gender, top)
    if as_json:
        query = {"name": name, "dob": dob, "postcode": postcode, "gender": gender}
        say_json({"query": query, "matches": [as_form(one) for one in found]})
        return
    for one in found:
        click.echo(f"{one.weight:6.1f}  {one.label}: {one.why}")


def as_form(one: MatchRecord) -> dict[str, Any]:
    """A match in the published form."""
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
    }


COMMANDS = (match,)
