"""Nobody signs in by another's name."""

import pytest

from models.errors import Refusal
from models.marks import Role
from models.workspace import Workspace


@pytest.mark.parametrize("said", ["Éva Novák", "éva novák", " ÉVA NOVÁK "])
def test_a_name_that_somebody_signs_in_by_is_taken_however_it_is_typed(clock, said: str) -> None:
    panel = Workspace.memory("Ada Administrator", clock)
    panel.users.add("Éva Novák", Role.CHAIR)
    with pytest.raises(Refusal, match="signs in by that name already"):
        panel.users.add(said, Role.MINUTE_TAKER)
    panel.close()
