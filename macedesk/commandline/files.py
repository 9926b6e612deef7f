"""`init` and `check`: a new panel's file, and whether a file is sound."""

import os
from pathlib import Path

import click

from macedesk import passphrase
from macedesk.commandline.desk import AS_JSON, FILE, opened, say_json
from models.errors import Damage
from models.storage.check import CheckReport
from models.storage.check import check as check_store
from models.storage.check import rebuild as make_again
from models.workspace import Workspace


@click.command("init")
@FILE
@click.option("--panel", required=True, help="The panel's name.")
@click.option("--area", default=None, help="The area it serves.")
@click.option("--district", "districts", multiple=True, help="A district, in order of reports.")
@click.option("--recovery-key", type=click.Path(path_type=Path, dir_okay=False))
def init(
    file: Path, panel: str, area: str | None, districts: tuple[str, ...], recovery_key: Path | None
) -> None:
    """Make a new workspace FILE for a panel."""
    workspace = Workspace.create(file, passphrase.new(file), passphrase.user_name())
    try:
        workspace.panel.make(panel, area=area, districts=districts)
        if recovery_key is not None:
            write_recovery_key(workspace, recovery_key)
    finally:
        workspace.close()
    click.echo(f"Made {file.name}.")


def write_recovery_key(workspace: Workspace, to: Path) -> None:
    """Write the recovery key to a new file that only its owner may read."""
    file = workspace.store.file
    if file is None:
        return
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(file.keys.recovery_key + "\n")


@click.command("check")
@FILE
@AS_JSON
@click.option("--rebuild", is_flag=True, help="First make the search index again.")
def check(file: Path, as_json: bool, rebuild: bool) -> None:
    """Say whether FILE is sound: pages, references, journal chain, search index."""
    try:
        with opened(file) as workspace:
            if rebuild:
                make_again(workspace.store)
            report = check_store(workspace.store)
    except Damage as damage:
        report = CheckReport((damage.message,), 0)
    if as_json:
        say_json(
            {
                "sound": report.sound,
                "problems": list(report.problems),
                "operations": report.operations,
            }
        )
    else:
        click.echo("Sound." if report.sound else "\n".join(report.problems))
    if not report.sound:
        raise SystemExit(1)


COMMANDS = (init, check)
