"""The recovery key: the data key as a person can write it down, with check characters."""

from hashlib import sha256

from models.errors import Trouble

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
KEY_LETTERS = 52
CHECK_LETTERS = 4
GROUP = 4


def written(key: bytes) -> str:
    """The key in fourteen groups of four (Crockford's base 32), the last one for checking."""
    text = _letters(int.from_bytes(key, "big"), KEY_LETTERS)
    whole = text + _check(key)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def read(text: str) -> bytes:
    """The key that was written down; Trouble when it was not copied rightly."""
    letters = "".join(text.split()).replace("-", "").upper().translate(LOOKALIKES)
    if len(letters) != KEY_LETTERS + CHECK_LETTERS or not set(letters) <= set(LETTERS):
        raise Trouble("A recovery key has 14 groups of 4 letters or digits. Check what was typed.")
    number = 0
    for letter in letters[:KEY_LETTERS]:
        number = number * 32 + LETTERS.index(letter)
    if number.bit_length() > 256 or _check(number.to_bytes(32, "big")) != letters[KEY_LETTERS:]:
        raise Trouble("A character of the recovery key is wrong. Compare it with your copy.")
    return number.to_bytes(32, "big")


def _check(key: bytes) -> str:
    return _letters(int.from_bytes(sha256(b"recovery" + key).digest()[:4], "big"), CHECK_LETTERS)


def _letters(number: int, count: int) -> str:
    text = ""
    for _ in range(count):
        number, letter = divmod(number, 32)
        text = LETTERS[letter] + text
    return text
