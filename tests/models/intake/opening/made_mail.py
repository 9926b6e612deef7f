"""E-mails made in memory: as programs exchange them, and as Outlook saves them."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

Parts = dict[str, Any]
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
FILETIME = datetime(1601, 1, 1, tzinfo=UTC)


def eml(body: str = "Please see attached.", html: str = "", **files: bytes) -> bytes:
    """Return an e-mail; the files' names have "_dot_" for the dot before their ending."""
    message = EmailMessage()
    message["From"] = "Zoë Marsh <z.marsh@school.example>"
    message["To"] = "mace@council.example"
    message["Subject"] = "For the panel"
    message["Date"] = "Thu, 12 Nov 2026 08:15:00 +0000"
    message["Message-ID"] = "<1@school.example>"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in files.items():
        message.add_attachment(
            data,
            maintype="application",
            subtype="octet-stream",
            filename=name.replace("_dot_", "."),
        )
    return message.as_bytes()


def msg(
    body: str = "Please see attached.",
    files: Mapping[str, bytes] | None = None,
    inner: Parts | None = None,
    **texts: str,
) -> bytes:
    """Return an Outlook message with attachments, and one that it was forwarded with."""
    return compound(message_parts(body, files, inner, **texts))


def message_parts(
    body: str,
    files: Mapping[str, bytes] | None = None,
    inner: Parts | None = None,
    **texts: str,
) -> Parts:
    """Return the streams of a message, those of a storage as a dictionary of their own."""
    sent = int((datetime(2026, 11, 12, 8, 15, tzinfo=UTC) - FILETIME).total_seconds() * 10**7)
    fixed = struct.pack("<HHIQ", 0x0040, 0x0039, 6, sent)
    told = {"0037": "For the panel", "0C1A": "Zoe Marsh", "5D01": "z.marsh@school.example"}
    parts: Parts = {"__properties_version1.0": bytes(32) + fixed}
    for number, text in (told | {"1000": body} | texts).items():
        parts[f"__substg1.0_{number.removeprefix('_')}001F"] = text.encode("utf-16-le")
    for number, (name, data) in enumerate((files or {}).items()):
        parts[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    if inner is not None:
        inner = inner | {"__properties_version1.0": bytes(24) + fixed}
        held = {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": inner}
        parts["__attach_version1.0_#000000FF"] = held
    return parts


def compound(parts: Parts) -> bytes:
    """Return a compound file of streams and storages, as Outlook keeps its messages."""
    entries: list[list[Any]] = [["Root Entry", 5, FREE, b""]]
    _listed(parts, 0, entries)
    small = bytearray()
    chains: list[int] = []
    sectors: list[bytes] = []
    fat: list[int] = []

    def kept(data: bytes) -> int:
        start = len(fat)
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors.extend(pieces)
        fat.extend([*range(start + 1, start + len(pieces)), END] if pieces else [])
        return start if pieces else END

    starts: list[int] = []
    for _, kind, _, data, *_ in entries:
        if kind != 2 or not data:
            starts.append(END if kind == 2 else 0)
        elif len(data) >= 4096:
            starts.append(kept(data))
        else:
            start, count = len(small) // 64, -(-len(data) // 64)
            small += data.ljust(count * 64, b"\0")
            chains += [*range(start + 1, start + count), END]
            starts.append(start)
    starts[0] = kept(bytes(small))
    table = kept(struct.pack(f"<{len(chains)}I", *chains).ljust(512, b"\xff"))
    listing = kept(
        b"".join(_entry(one, entries, starts, len(small)) for one in range(len(entries)))
    )
    size = -(-(len(fat) + 8) // 128)
    first = len(fat)
    fat += [FAT] * size
    fat += [FREE] * (size * 128 - len(fat))
    for at in range(size):
        sectors.append(struct.pack("<128I", *fat[at * 128 : at * 128 + 128]))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, size, listing, 0)
    head += struct.pack("<IIIII", 4096, table, -(-len(chains) // 128), END, 0)
    head += struct.pack("<109I", *range(first, first + size), *[FREE] * (109 - size))
    return head + b"".join(sectors)


def _listed(parts: Parts, parent: int, entries: list[list[Any]]) -> None:
    """Each storage's children hang one below the other, which readers take as a tree."""
    before = parent
    for place, (name, held) in enumerate(sorted(parts.items())):
        number = len(entries)
        folder = isinstance(held, dict)
        entries.append([name, 1 if folder else 2, FREE, b"" if folder else held])
        entries[before].append(("child" if place == 0 else "right", number))
        if folder:
            _listed(held, number, entries)
        before = number


def _entry(place: int, entries: list[list[Any]], starts: list[int], small: int) -> bytes:
    name, kind, _, data, *hung = entries[place]
    right = next((at for how, at in hung if how == "right"), FREE)
    child = next((at for how, at in hung if how == "child"), FREE)
    wide = name.encode("utf-16-le") + b"\0\0"
    size = small if kind == 5 else len(data)
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", starts[place], size)
    )
