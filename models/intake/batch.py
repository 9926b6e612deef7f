"""A pile of papers opened one after another: a bad one never keeps the others out."""

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from os import fstat
from pathlib import Path

from models.errors import Refusal
from models.intake.opening import base_name, open_paper
from models.intake.opening.limits import MAX_BYTES
from models.intake.opening.mail import kept_copy
from models.intake.papers import Content

MAX_PAPERS = 2_000
MAX_DEPTH = 3
MESSAGES = ("eml", "msg")
TOO_DEEP = "This was attached to a message within messages within messages. Save it and add it."
PASSED_OVER = ("~$", ".", "Thumbs.db", "desktop.ini")
Source = Path | tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper that was opened: its plain content, and its bytes to be kept with the record.

    `within` is the hash of the message that it was attached to; `holds` how many papers a message
    brings, whose own bytes are kept without them.
    """

    content: Content
    data: bytes = field(repr=False)
    within: str = ""
    holds: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A paper that was not opened; `message` says why, where in it, and what to do."""

    name: str
    message: str

    @property
    def sentence(self) -> str:
        """Return the file's name and the message, for the screen only: a name may name a child."""
        return f"{self.name}: {self.message}"


def open_files(
    sources: Iterable[Source],
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Opened | Refused]:
    """Yield every paper of a batch, opened or refused, in the order given.

    A source is a path or a (name, bytes) pair; a folder stands for the papers in it, at any depth.
    What is attached to a message follows it, under names of its own.
    `progress(done, all, name)` is called before each paper and once at the end with an empty
    name; `cancelled()` is asked before each paper and ends the batch.
    """
    papers = list(_papers(sources))
    names: set[str] = set()
    for done, source in enumerate(papers):
        if cancelled is not None and cancelled():
            return
        if progress is not None:
            progress(done, len(papers), _name(source))
        yield from _named_apart(_unfolded(_opened(source)), names)
    if progress is not None:
        progress(len(papers), len(papers), "")


def _papers(sources: Iterable[Source]) -> Sequence[Source]:
    papers: list[Source] = []
    for source in sources:
        if isinstance(source, Path) and source.is_dir():
            papers.extend(_inside(source, MAX_PAPERS - len(papers)))
        else:
            papers.append(source)
    return papers


def _inside(folder: Path, room: int) -> list[Path]:
    """Return the papers in a folder by name, without hidden files and Office's own marker files."""
    found: list[Path] = []
    for each in sorted(folder.rglob("*")):
        parts = each.relative_to(folder).parts
        if each.is_symlink() or not each.is_file() or any(map(_passed_over, parts)):
            continue
        found.append(each)
    return found[: max(room, 0)]


def _passed_over(name: str) -> bool:
    return name.startswith(PASSED_OVER)


def _name(source: Source) -> str:
    return base_name(source.name if isinstance(source, Path) else source[0])


def _opened(source: Source) -> Opened | Refused:
    try:
        data = _bytes(source) if isinstance(source, Path) else source[1]
        return Opened(open_paper(_name(source), data), data)
    except Refusal as refusal:
        return Refused(_name(source), refusal.message)
    except OSError as error:
        return Refused(_name(source), _unreadable(error))


def _unfolded(one: Opened | Refused, depth: int = 0) -> Iterator[Opened | Refused]:
    """A paper; a message as its words alone, then what was attached to it."""
    if isinstance(one, Refused) or one.content.form not in MESSAGES:
        yield one
        return
    held, content = one.content.attached, replace(one.content, attached=())
    yield replace(one, content=content, data=kept_copy(one.content), holds=len(held))
    for each in held:
        if depth >= MAX_DEPTH:
            yield Refused(base_name(each.name), TOO_DEEP)
            continue
        inner = _opened((each.name, each.data))
        if isinstance(inner, Opened):
            source = inner.content.source or content.source
            inner = replace(
                inner, content=replace(inner.content, source=source), within=content.sha256
            )
        yield from _unfolded(inner, depth + 1)


def _named_apart(opened: Iterable[Opened | Refused], names: set[str]) -> Iterator[Opened | Refused]:
    """The papers, an attachment under a name that no paper before it has."""
    for one in opened:
        if isinstance(one, Opened) and one.within:
            name = _unused(one.content.name, names)
            one = replace(one, content=replace(one.content, name=name))
        names.add(one.name if isinstance(one, Refused) else one.content.name)
        yield one


def _unused(name: str, names: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"
    return free


def _bytes(path: Path) -> bytes:
    """Read a file whole, one byte past the limit at most; nothing but a plain file is read."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise Refusal("This is not a file that can be read. Add the paper itself.")
    with path.open("rb") as file:
        if not stat.S_ISREG(fstat(file.fileno()).st_mode):
            raise Refusal("This is not a file that can be read. Add the paper itself.")
        return file.read(MAX_BYTES + 1)


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "This paper is no longer where it was. Find it and add it again."
    if isinstance(error, PermissionError):
        return (
            "This paper may not be read by you, or is open in another program. "
            "Close it there, or ask for the right to read it, and add it again."
        )
    return f"This paper could not be read from its disk ({error.strerror or 'unknown fault'})."
