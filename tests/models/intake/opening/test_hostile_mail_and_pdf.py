"""PDFs and e-mails that must not be read, or not to the end: each in words, none without bound."""

import random
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.errors import Refusal
from models.intake.opening import open_paper
from tests.models.intake.opening.made_mail import eml, msg
from tests.models.intake.opening.made_pdf import at, pdf, tick, written

WHOLE = pdf(at(50, 700, "Aidan Holt") * 20, fields=(tick(True, 10, 10),))
TEN = Path(__file__).parents[3] / "data" / "pdf_papers"


def with_stream(entries: str, data: bytes) -> bytes:
    """A PDF whose only page is drawn by these bytes."""
    stream = f"<< {entries} /Length {len(data)} >> stream\n".encode() + data + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", kids, page, stream])


def bomb() -> bytes:
    return with_stream("/Filter /FlateDecode", zlib.compress(bytes(60_000_000), 9))


def nested_bomb() -> bytes:
    twice = zlib.compress(zlib.compress(bytes(60_000_000), 9), 9)
    return with_stream("/Filter [/FlateDecode /FlateDecode]", twice)


def drawing_itself() -> bytes:
    """A form that draws ten others, each of which draws ten more."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
            b"/Resources << /XObject << /X 5 0 R >> >> >>"
        ),
        b"<< /Length 6 >> stream\n/X Do \nendstream",
    ]
    for level in range(8):
        orders = b"/X Do " * 10
        entries = (
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(orders)} "
            f"/Resources << /XObject << /X {min(level + 6, 12)} 0 R >> >> >> stream\n"
        )
        objects.append(entries.encode() + orders + b"\nendstream")
    return written(objects)


def locked() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"x" * 32 + b") /U (" + b"y" * 32 + b") >>",
    ]
    return written(objects, "/Encrypt 3 0 R /ID [(a) (a)]")


REFUSED: dict[str, tuple[bytes, str]] = {
    "a head and nothing more": (b"%PDF-1.7\n%\xe2\xe3", "cut short or damaged"),
    "a picture of a paper": (pdf("10 0 0 10 0 0 cm /Im Do\n", image=True), "picture of a paper"),
    "an empty page": (pdf(""), "no text at all"),
    "a locked PDF": (locked(), "locked with a password"),
    "a bomb": (bomb(), "unpacks to far more"),
    "a bomb in a bomb": (nested_bomb(), "unpacks to far more"),
    "an old packing": (with_stream("/Filter /LZWDecode", bytes(300_000)), "unpacks to far more"),
    "drawings within drawings": (drawing_itself(), "drawings within drawings"),
    "too many pages": (pdf(*[at(9, 9, "a")] * 201), "more than 200 pages"),
    "an endless head": (eml().replace(b"\n\n", b"\nX-A: " + b"a" * 300_000 + b"\n\n"), "cut short"),
    "boundaries without end": (eml("boundary= " * 200), "cut short"),
    "an encrypted e-mail": (
        eml().replace(b"text/plain", b"application/pkcs7-mime"), "encrypted",
    ),
    "an encrypted Outlook message": (msg(_001A="IPM.Note.SMIME"), "encrypted"),
    "half an Outlook message": (msg("x" * 9000)[:-700], "cut short or damaged"),
    "a page nested without end": (
        eml(html="<table><tr><td>" * 100 + "Aidan"), "nested too deeply",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_words_and_soon(name: str) -> None:
    data, said = REFUSED[name]
    start = time.monotonic()
    with pytest.raises(Refusal) as refused:
        open_paper("paper", data)
    assert said in refused.value.message
    assert time.monotonic() - start < 5


def test_scripts_and_files_inside_a_pdf_are_named_and_never_opened() -> None:
    catalog = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/Names << /EmbeddedFiles << /Names [(a.exe) 1 0 R] >> >>"
    )
    content = open_paper("a.pdf", pdf(at(50, 700, "Aidan"), catalog=catalog))
    assert "A file attached inside the PDF was not read." in content.notes
    assert any("nothing was done" in one for one in content.notes)


def test_pictures_that_an_e_mail_would_fetch_are_not_fetched() -> None:
    page = '<img src="http://tracker.example/1.png"><p>Aidan</p>'
    content = open_paper("a.eml", eml("", html=page))
    assert "A picture in the message was not fetched." in content.notes


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, a piece cut out, or a piece put in twice."""
    kept = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        kept[chance.randrange(len(kept))] = chance.randrange(256)
    start, size = chance.randrange(len(kept)), chance.randrange(200)
    if chance.random() < 0.3:
        del kept[start : start + size]
    elif chance.random() < 0.3:
        kept[start:start] = kept[start : start + size]
    return bytes(kept)


def whole_ones() -> Iterator[bytes]:
    yield WHOLE
    yield (TEN / "e02.pdf").read_bytes()
    yield eml("Hello", html="<table><tr><td>a</td><td>b</td></tr></table>", a_dot_csv=b"a,b\n1,2\n")
    yield msg("Hello", {"a.csv": b"a,b\n1,2\n"})


def test_damaged_copies_are_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(4)
    for whole in whole_ones():
        for _ in range(40):
            try:
                open_paper("paper", damaged(whole, chance))
            except Refusal as refused:
                assert refused.message.startswith(("This ", "The letters"))
