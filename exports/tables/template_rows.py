"""What a template asks an office for, and what is known beside each figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports.tables.cells import Cell
from exports.tables.template_spelling import Spelling
from indicators import periods, units
from indicators.records import Base, Indicator, Observation, Region, Source, Target
from indicators.vocabulary import Qualifier, Status
from wording import formats, sentences
from wording.context import Context

MONTHS = [f"-{month:02}" for month in range(1, 13)]
# From January to June is H1, to March Q1, and to December the year.
CUMULATED = [f"{month}/ytd" for month in MONTHS if month not in ("-01", "-03", "-06", "-12")]
PARTS = ("", "-H1", *(f"-Q{number}" for number in range(1, 5)), *CUMULATED, *MONTHS)


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure that an office is asked for.

    `last_year` is that of the same part of the year before, `held` what the data hold for the
    period already, `target` the one that awaits it; each is None where there is none.
    """

    indicator: str
    region: str
    period: str
    last_year: Observation | None = None
    held: Observation | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """Figures of `base` that an office of `regions` is asked for, those that targets await first.

    `headings` are the header words that a load reads, by the columns of observations. `sources`
    are those to choose from, the newest first; `years` those whose periods can be chosen.
    """

    base: Base
    regions: Sequence[Region]
    indicators: Sequence[Indicator]
    sources: Sequence[Source]
    years: Sequence[int]
    asked: Sequence[AskedFigure]
    headings: Mapping[str, str]

    @property
    def periods(self) -> list[str]:
        """The periods to choose from."""
        return [f"{year}{part}" for year in self.years for part in PARTS]


def cells_of(asked: AskedFigure, spelled: Spelling) -> dict[str, Cell]:
    """The cells of a row, by the columns of observations and those that help; others are empty."""
    context, target = spelled.context, asked.target
    indicator = context.catalogue.indicators[asked.indicator]
    return {
        "indicator": spelled.indicators[asked.indicator],
        "region": spelled.regions[asked.region],
        "period": spelled.period(asked.period),
        "unit": spelled.units[indicator.unit],
        "qualifier": spelled.qualifier(Qualifier.EXACT),
        "status": spelled.status(Status.ACTUAL),
        "last_year": _quantity(asked.last_year, context) if asked.last_year else None,
        "held": _held(asked.held, context) if asked.held else None,
        "goal": sentences.goal(target, context) if target else None,
        "due": periods.parse(target.period).end if target else None,
    }


def _held(row: Observation, context: Context) -> str:
    publisher = formats.publisher(row.source, context.words)
    return context.words("template.held", quantity=_quantity(row, context), publisher=publisher)


def _quantity(row: Observation, context: Context) -> str:
    """A figure in the unit that stands in its row, without it."""
    if row.value is None:
        return row.printed or context.words("figure.missing")
    known = context.catalogue
    to = known.units[known.indicators[row.indicator].unit]
    value = units.convert(Decimal(row.printed), known.units[row.unit], to)
    text = formats.number(value, context.words, formats.EXACT)
    return context.words(f"qualifier.{row.qualifier}", quantity=text)
