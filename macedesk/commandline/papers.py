"""`import`: papers in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from macedesk.commandline.desk import AS_JSON, DAY, FILE, opened, say_json, warn
from models.records.papers import ImportedFile
from models.services.papers.mending import Mended, of_day, of_other_days
from models.services.papers.previewed import PreviewedFile

ANSWER = "reply"


@click.command("import")
@FILE
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read and report; write nothing.")
@click.option("--as-of", "as_of", type=DAY, help="The day of a tracker that tells none itself.")
@AS_JSON
def import_papers(
    file: Path, paths: tuple[Path, ...], dry_run: bool, as_of: date | None, as_json: bool
) -> None:
    """Import PATHS into FILE: kind found from the content."""
    with opened(file) as workspace:
        if as_of is not None and as_of > workspace.store.clock.today():
            raise click.UsageError("--as-of: no list tells of a day that is still ahead.")
        papers = workspace.papers
        previews = papers.preview(list(paths))
        days = _days(previews, as_of) if as_of is not None else {}
        reports = papers.rehearse(previews, days) if dry_run else papers.keep(previews, days)
    if as_json:
        say_json({"files": [as_form(one) for one in reports]})
    else:
        for one in reports:
            click.echo("\n".join((_line(one), *_rows(one))))
    refused = sum(one.status == "refused" for one in reports)
    if refused:
        if not as_json:
            click.echo(_refused(refused, len(reports), dry_run), err=True)
        raise SystemExit(1)


def _days(previews: Sequence[PreviewedFile], as_of: date) -> Mended:
    """The day for each list that tells none; one that tells another is named on standard error."""
    for name, day in of_other_days(previews, as_of).items():
        warn(f"{name} tells of {day.isoformat()} itself, and is taken for that day.")
    return of_day(previews, as_of)


def _refused(count: int, of: int, dry_run: bool) -> str:
    if count == of:
        return "It was refused." if of == 1 else "All files were refused."
    some = "1 file was" if count == 1 else f"{count:,} files were"
    return f"{some} refused; the others {'would be' if dry_run else 'are'} in."


def as_form(one: ImportedFile) -> dict[str, Any]:
    """A file's report in the published form."""
    return {
        "file": one.file,
        "kind": one.kind,
        "status": one.status,
        "reason": one.reason,
        "records": list(one.records),
        "not_understood": [{"where": where, "text": text} for where, text in one.not_understood],
        "asked": [{"where": where, "text": text} for where, text in one.told],
        "notes": [{"where": where, "text": text} for where, text in one.notes],
        "unchanged": [{"where": where, "text": text} for where, text in one.unchanged],
        "matches": [
            {"with": match.label, "weight": match.weight, "why": match.why} for match in one.matches
        ],
    }


def _rows(one: ImportedFile) -> list[str]:
    """What is asked about rows; of answers brought in, each that was not taken with the reason."""
    told = (*one.not_understood, *one.unchanged) if one.kind == ANSWER else one.told
    return [f"  {where}: {text}" for where, text in told]


def _line(one: ImportedFile) -> str:
    refused = one.status == "refused"
    kind = "" if refused and one.kind != ANSWER else f", {one.kind.replace('_', ' ')}"
    words = f"{one.file}: {one.status}{kind}"
    if one.reason:
        words += f". {one.reason}"
    if one.not_understood and not refused:
        words += f" ({len(one.not_understood):,} not understood, kept)"
    return words


COMMANDS = (import_papers,)
