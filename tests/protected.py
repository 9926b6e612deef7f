"""Word files under a passphrase that costs little: a real one takes a hundred thousand rounds."""

from functools import partial

import pytest

ROUNDS = 100


def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have passphrases of documents turned into keys in few rounds; files are else as they are."""
    from msoffcrypto.method.ecma376_agile import ECMA376Agile

    encrypt = partial(ECMA376Agile.encrypt, spin_count=ROUNDS)
    monkeypatch.setattr(ECMA376Agile, "encrypt", staticmethod(encrypt))
