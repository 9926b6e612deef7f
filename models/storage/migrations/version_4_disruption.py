"""Version 4 of disruption: who may read a plan, steps and breaches, where harm may have gone."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Text

from models.storage.migrations.batch import identity, remade


def disrupting(operations: Operations) -> None:
    """Plans that only measures for some readers opened are for those readers from now on."""
    for name, kind in (("mitigation", String), ("sharing", String), ("shared_with", Text)):
        operations.add_column("disruption_plan", Column(name, kind))
    _shared_as_their_measures(operations)
    with remade(operations, "disruption_plan") as plan:
        plan.alter_column("sharing", existing_type=String(), nullable=False)
        plan.alter_column("shared_with", existing_type=Text(), nullable=False)
    with remade(operations, "measure") as measure:
        measure.add_column(
            Column(
                "action_id", Integer, ForeignKey("action.id", name="fk_measure_action_id_action")
            )
        )
    _table(
        operations,
        "displacement",
        "plan_id",
        Column("plan_id", Integer, ForeignKey("disruption_plan.id"), nullable=False),
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("note", String),
        Column("noted_on", Date, nullable=False),
    )
    operations.create_index("ix_displacement_subject_id", "displacement", ["subject_id"])
    _table(
        operations,
        "measure_step",
        "measure_id",
        Column("measure_id", Integer, ForeignKey("measure.id"), nullable=False),
        Column("day", Date, nullable=False),
        Column("status", String, nullable=False),
        Column("what", String),
        Column("done", String),
        Column("by_name", String),
    )


def _shared_as_their_measures(operations: Operations) -> None:
    """A plan without a measure for all is for whom its first measure was for."""
    first = "SELECT {} FROM measure WHERE measure.plan_id = disruption_plan.id ORDER BY id LIMIT 1"
    narrow = (
        "EXISTS (SELECT 1 FROM measure WHERE measure.plan_id = disruption_plan.id) AND NOT EXISTS"
        " (SELECT 1 FROM measure WHERE measure.plan_id = disruption_plan.id"
        " AND measure.sharing = 'all panel')"
    )
    operations.execute("UPDATE disruption_plan SET sharing = 'all panel', shared_with = ''")
    operations.execute(
        f"UPDATE disruption_plan SET sharing = ({first.format('sharing')}),"
        f" shared_with = ({first.format('shared_with')}) WHERE {narrow}"
    )


def _table(operations: Operations, name: str, indexed: str, *columns: Column[object]) -> None:
    operations.create_table(
        name,
        *columns,
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index(f"ix_{name}_{indexed}", name, [indexed])
