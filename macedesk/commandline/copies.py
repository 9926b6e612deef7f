"""`backup` and `restore`: verified copies, both ways."""

import os
from pathlib import Path

import click

from macedesk import passphrase
from macedesk.commandline.desk import FILE, opened
from models.storage.backup import backup as make_backup
from models.storage.restoring import restore as put_back
from models.storage.troubles import told_plainly


@click.command("backup")
@FILE
@click.option("--to", type=click.Path(), required=True)
def backup(file: Path, to: str) -> None:
    """Write a verified copy of FILE, with its keys: to a path, or into a folder (ending in /)."""
    with opened(file) as workspace:
        copy = make_backup(workspace.store, _place(to))
    click.echo(f"Backed up to {copy.path.name}, read back and sound.")


def _place(to: str) -> Path:
    """The path as typed; one that ends as a folder does is made a folder."""
    place = Path(to)
    if to.endswith(("/", os.sep)):
        with told_plainly():
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


@click.command("restore")
@click.argument("copy", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), required=True)
def restore(copy: Path, to: Path) -> None:
    """Put a backup COPY in the place of FILE; what was there is set aside."""
    put_back(copy, to, passphrase=passphrase.for_file(copy))
    click.echo(f"Restored to {to.name}, read back and sound.")


COMMANDS = (backup, restore)
