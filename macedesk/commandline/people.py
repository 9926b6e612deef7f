"""`match`: who on record may be the same person."""

from datetime import date
from pathlib import Path

import click

from macedesk.commandline.desk import AS_JSON, DAY, FILE, opened, say_json


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
        say_json({"query": query, "matches": [one.as_form() for one in found]})
        return
    for one in found:
        click.echo(f"{one.weight:6.1f}  {one.label}: {one.sentence}")


COMMANDS = (match,)
