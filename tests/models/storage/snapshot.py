"""Every row of every journalled table, to compare a panel before and after."""

from models.storage.store import Store


def snapshot(store: Store) -> dict[str, dict[int, tuple]]:
    """All rows by table and id, as the file keeps them."""
    names = {table.name: table for shape in store.shapes.values() for table in shape.tables}
    with store.reading() as session:
        return {
            name: {row.id: tuple(row) for row in session.execute(table.select())}
            for name, table in names.items()
        }
