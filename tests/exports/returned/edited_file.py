"""Minutes as somebody changes them in Word: plainly, or tracked with author and date."""

import copy
import io
import zipfile
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

WHO, WHEN = "Cleo Chair", "2026-11-13T10:30:00Z"


class EditedFile:
    """A document opened for changes; `blob` is how it comes back."""

    def __init__(self, blob: bytes) -> None:
        self.document = docx.Document(io.BytesIO(blob))
        self._number = 9000

    @property
    def blob(self) -> bytes:
        to = io.BytesIO()
        self.document.save(to)
        return to.getvalue()

    def at(self, words: str) -> Paragraph:
        """The first paragraph that says these words."""
        return next(one for one in self.document.paragraphs if words in _said(one))

    def type_over(self, words: str, new: str, *, last: bool = False) -> None:
        """Words replaced without tracking; the last place that says them, or the first."""
        run = self._run(words, last=last)
        run.find(qn("w:t")).text = new

    def insert(self, after: str, words: str) -> None:
        """Tracked: words put in after others."""
        self._run(after).addnext(self._tracked("w:ins", _run_of(words)))

    def delete(self, words: str, *, last: bool = False) -> None:
        """Tracked: words taken out."""
        self._take_out("w:del", words, last=last)

    def move(self, words: str, after: str) -> None:
        """Tracked: words moved behind others."""
        self._take_out("w:moveFrom", words)
        self._run(after).addnext(self._tracked("w:moveTo", _run_of(f" {words}")))

    def add(self, after: str, text: str) -> None:
        """A paragraph put in below another, in its style."""
        above = self.at(after)
        made = copy.deepcopy(above._p)
        for old in [one for one in made if one.tag != qn("w:pPr")]:
            made.remove(old)
        made.append(_run_of(text))
        above._p.addnext(made)

    def remove(self, words: str) -> None:
        """A paragraph taken out whole, without tracking."""
        one = self.at(words)._p
        one.getparent().remove(one)

    def run_together(self, first: str, second: str) -> None:
        """Two paragraphs made one, as Backspace does at the beginning of the second."""
        above, below = self.at(first)._p, self.at(second)._p
        for one in [one for one in below if one.tag != qn("w:pPr")]:
            above.append(one)
        below.getparent().remove(below)

    def part(self, before: str) -> None:
        """A paragraph made two before a run that says just this, as Enter does."""
        run = self._run(before)
        paragraph = run.getparent()
        made = copy.deepcopy(paragraph)
        for one in [one for one in made if one.tag != qn("w:pPr")]:
            made.remove(one)
        for one in [run, *run.itersiblings()]:
            made.append(one)
        paragraph.addnext(made)

    def row(self, words: str) -> Any:
        """The row of the table in which a cell says these words."""
        cells = self.document.element.body.iter(qn("w:tc"))
        return next(one for one in cells if words in "".join(one.itertext())).getparent()

    def row_like(self, row: Any, texts: tuple[str, ...]) -> Any:
        """A row of the same form that says other words."""
        made = copy.deepcopy(row)
        for cell, text in zip(made.iter(qn("w:tc")), texts, strict=True):
            _say(next(cell.iter(qn("w:t"))), text)
        return made

    def comment(self, words: str, text: str, author: str = WHO) -> None:
        """A comment on words."""
        from docx.text.run import Run

        run = Run(self._run(words), self.at(words))
        self.document.add_comment(run, text=text, author=author, initials="CC")

    def lose_bookmarks(self) -> None:
        """All bookmarks gone, as where the text was copied into another document."""
        body = self.document.element.body
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for one in list(body.iter(qn(name))):
                one.getparent().remove(one)

    def _take_out(self, name: str, words: str, *, last: bool = False) -> None:
        run = self._run(words, last=last)
        holder = self._tracked(name)
        run.addprevious(holder)
        holder.append(run)
        if name == "w:del":
            run.find(qn("w:t")).tag = qn("w:delText")

    def _tracked(self, name: str, *inside: Any) -> Any:
        made = OxmlElement(name)
        self._number += 1
        for key, value in (("id", str(self._number)), ("author", WHO), ("date", WHEN)):
            made.set(qn(f"w:{key}"), value)
        for one in inside:
            made.append(one)
        return made

    def _run(self, words: str, *, last: bool = False) -> Any:
        """The run that holds exactly these words, parted from the rest."""
        runs = list(self.document.element.body.iter(qn("w:r")))
        for run in reversed(runs) if last else runs:
            told = run.find(qn("w:t"))
            if told is not None and words in (told.text or ""):
                before, _, after = told.text.partition(words)
                if before:
                    run.addprevious(_like(run, before))
                if after:
                    run.addnext(_like(run, after))
                _say(told, words)
                return run
        raise AssertionError(f"nobody says {words!r}")


def _said(paragraph: Paragraph) -> str:
    """What a paragraph says with all that was put in."""
    return "".join(one.text or "" for one in paragraph._p.iter(qn("w:t")))


def _like(run: Any, text: str) -> Any:
    made = copy.deepcopy(run)
    _say(made.find(qn("w:t")), text)
    return made


def _say(told: Any, text: str) -> None:
    told.text = text
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _run_of(text: str) -> Any:
    run, told = OxmlElement("w:r"), OxmlElement("w:t")
    _say(told, text)
    run.append(told)
    return run


def with_part(blob: bytes, name: str, content: bytes) -> bytes:
    """The file with one part more, or another in its place."""
    to = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(to, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return to.getvalue()
