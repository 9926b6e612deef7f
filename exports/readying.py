"""Documents made ready in memory: what they are made with, how far it is, whether to stop."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from exports import own_template, permitted
from exports.audience import Audiences, Document
from exports.leaving import OFFICE, Ready
from exports.making import Making, making_of
from exports.versions import with_changes
from models.errors import Refusal
from models.workspace import Workspace

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
STOPPED = "Stopped. Nothing was written."


def make_with(
    workspace: Workspace,
    meeting_id: int,
    template: Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Making:
    """What all documents of a meeting are made with, read once; said before the reading."""
    stop(0, 0, "", progress, cancelled)
    look = own_template.look(workspace, template)
    made = making_of(Audiences(workspace, meeting_id), look)
    return with_changes(workspace, replace(made, pause=lambda: pause(cancelled)))


def make_ready(
    found: list[Document],
    passphrase: str | None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Ready]:
    """The files in memory: nothing lies anywhere before all of them are there."""
    ready: list[Ready] = []
    for number, one in enumerate(found):
        stop(number, len(found), one.name, progress, cancelled)
        permitted.reader(one.name)
        locked = bool(passphrase) and one.name.endswith(OFFICE)
        ready.append(Ready(one, one.make(passphrase), locked))
    stop(len(found), len(found), "", progress, cancelled)
    return ready


def watched(
    found: Iterable[Document], progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Document]:
    """The documents as each is put together, and stopped between two.

    How many there will be is not known yet, so the count is told without an end.
    """
    for number, one in enumerate(found, 1):
        stop(number, 0, one.name, progress, cancelled)
        yield one


def pause(cancelled: Cancelled | None) -> None:
    """Refusal where a person has stopped the work."""
    if cancelled is not None and cancelled():
        raise Refusal(STOPPED)


def stop(
    number: int, of: int, name: str, progress: Progress | None, cancelled: Cancelled | None
) -> None:
    """Say how far it is; Refusal where a person has stopped it."""
    pause(cancelled)
    if progress is not None:
        progress(number, of, name)
