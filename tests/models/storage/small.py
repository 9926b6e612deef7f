"""Small entities with every relation that the storage must carry."""

from datetime import date

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from models.base import NAMES, AgencySet, Row


class Small(DeclarativeBase):
    """A base of its own, so that the panel's tables stay the panel's."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {tuple[int, ...]: AgencySet}


class Subject(Row, Small):
    __tablename__ = "subject"
    kind: Mapped[str]
    label: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "subject"}


class Child(Subject):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    born: Mapped[date | None]
    system_id: Mapped[str | None] = mapped_column(unique=True)
    __mapper_args__ = {"polymorphic_identity": "child"}


class Item(Row, Small):
    __tablename__ = "item"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"))
    text: Mapped[str]
    shared_with: Mapped[tuple[int, ...]] = mapped_column(default=())
    subject: Mapped[Subject] = relationship()
    lines: Mapped[list["Line"]] = relationship(back_populates="item", cascade="all, delete-orphan")


class Line(Row, Small):
    __tablename__ = "line"
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    text: Mapped[str]
    done: Mapped[bool] = mapped_column(default=False)
    item: Mapped[Item] = relationship(back_populates="lines")


class Seen(Small):
    __tablename__ = "seen"
    __journalled__ = False
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
