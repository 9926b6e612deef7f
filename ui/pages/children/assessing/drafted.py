"""What is half-typed of an assessment, as it is kept each second and comes back after a crash."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from models.records.assessing import Entered, Given


def written(values: Mapping[str, Any], given: tuple[Given, ...]) -> str:
    """The fields and answers as one text."""
    fields = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
        if value is not None
    }
    return json.dumps({"fields": fields, "given": [asdict(one) for one in given]})


def read(text: str) -> tuple[dict[str, Any], tuple[Given, ...]]:
    """Fields and answers out of a draft."""
    found = json.loads(text)
    fields: dict[str, Any] = found["fields"]
    if "assessed_on" in fields:
        fields["assessed_on"] = date.fromisoformat(fields["assessed_on"])
    return fields, tuple(Given(**one) for one in found["given"])


def fields_of(one: Entered) -> dict[str, Any]:
    """An assessment on record as the fields of the form."""
    return {
        "scheme_code": one.scheme_code,
        "assessed_on": one.assessed_on,
        "author": one.author,
        "present": one.present,
        "with_child": said(one.with_child),
        "with_family": said(one.with_family),
        "score": None if one.score is None else str(one.score),
        "judgement": one.judgement,
        "rationale": one.rationale,
    }


def said(value: bool | None) -> str | None:
    """Yes, no, or nothing where nobody said."""
    return None if value is None else "yes" if value else "no"
