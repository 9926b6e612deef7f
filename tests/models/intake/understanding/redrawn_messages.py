"""Messages that answer a form in what they quote, or bring it as lines with bars."""

from collections.abc import Callable

from .redrawn_forms import asked, bare, flat
from .taken_apart import Apart, Listed

HEAD = (
    "From: Ines Tarn <ines@tarn.example>", "To: panel@council.example",
    "Date: Tue, 03 Nov 2026 17:52:09 +0000", "Subject: RE: form", "MIME-Version: 1.0",
    'Content-Type: text/plain; charset="utf-8"', "Content-Transfer-Encoding: 8bit", "",
)  # fmt: skip


def below_quoted_labels(one: Apart) -> bytes:
    """Answers on lines of their own below labels behind their signs."""
    lines = ["Hi, see my answers below in your form.", "", "On 2 Nov 2026, panel wrote:", ""]
    for part in one.parts:
        if isinstance(part, str):
            lines += [f"> {part}", ">"]
        elif isinstance(part, Listed):
            lines += ["; ".join(filter(None, row)) for row in part.rows]
        else:
            lines += [line for label, value in part for line in (f"> {asked(label)}", flat(value))]
    return _sent(lines)


def beside_quoted_labels(one: Apart) -> bytes:
    """Answers typed behind the labels of the message that is answered."""
    lines = [
        "I have filled in the form below.", "", "Ines", "", "From: panel@council.example",
        "Sent: 02 November 2026 10:14", "To: Ines Tarn", "Subject: form", "",
    ]  # fmt: skip
    for part in one.parts:
        if isinstance(part, str):
            lines += [part, ""]
        elif isinstance(part, Listed):
            lines += ["; ".join(filter(None, row)) for row in part.rows]
        else:
            lines += [f"{asked(label)} {flat(value)}" for label, value in part]
    return _sent(lines)


def between_bars(one: Apart) -> bytes:
    """Tables as a mail programme writes them in plain text."""
    lines: list[str] = []
    for part in one.parts:
        if isinstance(part, str):
            lines += [part, ""]
        elif isinstance(part, Listed):
            lines += [f"| {' | '.join(row)} |" for row in (part.heads, *part.rows)]
        else:
            lines += [f"| {bare(label)} | {flat(value)} |" for label, value in part]
    return _sent(lines)


def _sent(lines: list[str]) -> bytes:
    return "\r\n".join((*HEAD, *lines)).encode()


MESSAGES: dict[str, Callable[[Apart], bytes]] = {
    draw.__name__: draw for draw in (below_quoted_labels, beside_quoted_labels, between_bars)
}
