"""Wordings of actions that can be used again, the ones that go with what is planned first."""

from collections.abc import Collection

from models import codes


def templates(measures: Collection[str] = ()) -> tuple[codes.ActionTemplate, ...]:
    """Every wording in use: those that carry out one of these measures, general ones, the rest."""
    rows = codes.rows_of("action_templates", codes.ActionTemplate)
    own = [one for one in rows if one.goes_with(measures)]
    plain = [one for one in rows if not one.measures]
    rest = [one for one in rows if one not in own and one not in plain]
    return (*own, *plain, *rest)
