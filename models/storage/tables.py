"""The storage's own tables: operations and their changes, drafts, facts about the file."""

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from models.base import NAMES

OURS = MetaData(naming_convention=NAMES)

operation = Table(
    "operation",
    OURS,
    Column("number", Integer, primary_key=True),
    Column("sitting", String(32), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("follows", Integer),
    Column("at", DateTime, nullable=False),
    Column("actor", Integer),
    Column("name", String, nullable=False),
    Column("label", String, nullable=False),
    Column("undoes", Integer),
    Column("barrier", Boolean, nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "sitting", "sequence", unique=True),
)

change = Table(
    "change",
    OURS,
    Column("id", Integer, primary_key=True),
    Column("operation", ForeignKey("operation.number"), nullable=False, index=True),
    Column("table", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("salt", String(32)),
    Column("digest", String(64), nullable=False),
    Index(None, "table", "row_id"),
)

draft = Table(
    "draft",
    OURS,
    Column("key", String, primary_key=True),
    Column("whose", Integer, primary_key=True, autoincrement=False),
    Column("sitting", String(32), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", DateTime, nullable=False),
)

fact = Table(
    "file_fact",
    OURS,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
