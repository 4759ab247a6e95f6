"""How a project and what is reported of it are written."""

from indicators.projects import ProjectHistory
from indicators.records import Project
from wording import formats
from wording.context import Context
from wording.words import Words


def stage(row: ProjectHistory, context: Context) -> str:
    """How far a project is: 在建; 报道时在建（2005年） where nobody has said for long."""
    words, newest = context.words, row.newest
    word = words(f"stage.{newest.stage}")
    if not row.is_dated(context.today):
        return word
    if not newest.year:
        return words("stage.reported", stage=word)
    return words("stage.reported_in", stage=word, year=formats.period(newest.year, words))


def capacity(row: Project, context: Context) -> str:
    """The capacity in the unit that pages show; as printed where nobody knows the unit."""
    unit = context.catalogue.units.get(row.unit)
    if unit is None:
        return formats.with_unit(row.capacity, row.unit, context.words)
    return formats.scaled(row.capacity, unit, context.catalogue, context.words)


def investment(row: Project, context: Context) -> str:
    """The investment in the unit of money that pages show; empty when not stated."""
    unit = context.catalogue.units["亿元"]
    return formats.scaled(row.investment, unit, context.catalogue, context.words)


def history(row: ProjectHistory, words: Words) -> str:
    """The reports of a project in a line, the first one first: 规划 2017 → 投产 2020."""
    told = (
        f"{words(f'stage.{each.stage}')} {each.year}".rstrip() for each in reversed(row.reports)
    )
    return " → ".join(told)
