"""What persons of concern are called where their names may not stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PersonOfConcern
from models.queries.knowable import leads
from models.records.documents import CalledPerson
from models.records.reader import Reader
from models.rules.names import initials, person_code


def called_persons(session: Session, reader: Reader) -> tuple[CalledPerson, ...]:
    """Every person of concern, with every record folded into another called as that one is."""
    rows = {
        one: (label, f"{initials(label)} ({person_code(one, system_id)})")
        for one, label, system_id in session.execute(
            select(PersonOfConcern.id, PersonOfConcern.label, PersonOfConcern.system_id).order_by(
                PersonOfConcern.id
            )
        )
    }
    lead = leads(session)
    found = []
    for one, (label, own) in rows.items():
        stands = rows.get(lead.get(one, one), (label, own))
        found.append(CalledPerson(one, stands[0], stands[1]))
    return tuple(found)
