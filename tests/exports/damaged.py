"""Templates damaged at random as files are: cut short, bits turned, parts and relations lost."""

import io
import random
import zipfile

from resources.word import build

SEED = 20261112
HOW = ("cut", "bits", "bytes", "part", "relations", "crc", "xml")


def damaged(dice: random.Random) -> tuple[str, bytes]:
    """One damage to the house's template, and what it was."""
    blob, how = build.HOUSE.read_bytes(), dice.choice(HOW)
    if how == "cut":
        return how, blob[: dice.randrange(len(blob))]
    if how in ("bits", "bytes"):
        return how, _turned(blob, dice, 1 if how == "bits" else 40)
    if how == "crc":
        return how, _bad_sum(blob, dice)
    return how, _without(blob, how, dice)


def _turned(blob: bytes, dice: random.Random, most: int) -> bytes:
    made = bytearray(blob)
    for _ in range(dice.randint(1, most)):
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)


def _bad_sum(blob: bytes, dice: random.Random) -> bytes:
    """A checksum in the directory that is not that of the part."""
    starts = [at for at in range(len(blob)) if blob.startswith(b"PK\x01\x02", at)]
    at = dice.choice(starts) + 16
    return blob[:at] + bytes(one ^ 0xFF for one in blob[at : at + 4]) + blob[at + 4 :]


def _without(blob: bytes, how: str, dice: random.Random) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(to, "w") as new:
        names = old.namelist()
        wanted = [one for one in names if one.endswith(".rels")] if how == "relations" else names
        lost = dice.choice(wanted)
        for name in names:
            part = old.read(name)
            if name == lost and how == "xml":
                part = part[: dice.randrange(len(part))]
            if name != lost or how == "xml":
                new.writestr(name, part)
    return to.getvalue()
