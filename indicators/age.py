"""How far figures reach, and how old they are.

Months are counted as on a calendar: on any day of November 2026 a figure of the end of 2023 is
35 months old.
"""

from collections.abc import Iterable
from datetime import date

from indicators import periods
from indicators.records import Observation

SPEAKS_FOR = 18  # months after which what was reported no longer says how things are


def months_old(period: str, today: date) -> int:
    """The months from that in which a period ends to today's; negative for one that lies ahead."""
    end = periods.parse(period).end
    return (today.year - end.year) * 12 + today.month - end.month


def is_old(period: str, today: date) -> bool:
    """Whether a figure of this period is too old to speak of today without its age."""
    return months_old(period, today) > SPEAKS_FOR


def latest_month(texts: Iterable[str]) -> str:
    """The month, as a period, in which the latest of the periods ends; empty without any."""
    ends = [periods.parse(text).end for text in texts]
    return f"{max(ends):%Y-%m}" if ends else ""


def reach(rows: Iterable[object]) -> str:
    """The last month that figures among `rows` tell of; empty without any.

    What is estimated or foreseen is no report, nor is a target or an area.
    """
    return latest_month(row.period for row in rows if isinstance(row, Observation) and _tells(row))


def _tells(row: Observation) -> bool:
    return row.value is not None and row.status.is_actual
