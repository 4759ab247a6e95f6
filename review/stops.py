"""What stops a load until somebody accepts it: a row a stop. Its words are in review.po."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType

from indicators.release import Release
from indicators.vocabulary import Measure
from review.assessed import SeriesKey
from review.differences import SERIES, Differences
from review.flips import Flip
from review.sizes import OFF, Sizes
from store.release_rows import RowChange
from store.snapshot import Filter, ReleaseData

SHARE = 0.01  # of the rows of a table; more than that is no correction of single figures


@dataclass(frozen=True, slots=True)
class Outlier:
    """A figure far from its series, whose `median` size is in the indicator's unit."""

    change: RowChange
    median: float


Example = RowChange | Outlier | Flip | str  # a text is the name of a file


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop that is met: its name, the numbers of its sentence, and all that met it."""

    name: str
    examples: Sequence[Example]
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the stops are judged by.

    `missing` are files of the last load that are not there, `twins` the withdrawn releases that
    had the very same facts.
    """

    differences: Differences
    flips: Sequence[Flip]
    missing: Sequence[str]
    twins: Sequence[Release] = ()


Judge = Callable[[Evidence], Stop | None]


def met(evidence: Evidence) -> list[Stop]:
    """The stops that are met, in the order of their table."""
    return [stop for judge in STOPS.values() if (stop := judge(evidence)) is not None]


def gone(before: Iterable[str], now: Iterable[str]) -> list[str]:
    """The files that are no longer there; the same name with another ending is the same file."""
    stems = {_stem(name) for name in now}
    return sorted(name for name in before if _stem(name) not in stems)


def _stem(name: str) -> str:
    return PurePosixPath(name).with_suffix("").as_posix()


def _stop(name: str, examples: Sequence[Example], **values: object) -> Stop | None:
    return Stop(name, examples, {"n": len(examples), **values}) if examples else None


def _rows_gone(evidence: Evidence) -> Stop | None:
    return _stop("rows-gone", evidence.differences.removed)


def _file_gone(evidence: Evidence) -> Stop | None:
    # Rows decide: where all of them stand in other files now, nothing was lost.
    is_loss = bool(evidence.differences.removed)
    return _stop("file-gone", evidence.missing if is_loss else ())


def _many_changed(evidence: Evidence) -> Stop | None:
    changed = Counter(row.table for row in evidence.differences.changed)
    of = evidence.differences.before.counts()
    many = [t for t in SERIES if changed[t] > 1 and changed[t] > SHARE * of[t]]
    rows = [row for row in evidence.differences.changed if row.table in many]
    whole = sum(of[table] for table in many)
    return _stop("many-changed", rows, of=whole, share=f"{len(rows) / max(whole, 1):.1%}")


def _off_series(evidence: Evidence) -> Stop | None:
    differences = evidence.differences
    is_growth = {
        name
        for name, indicator in differences.after.catalogue.indicators.items()
        if indicator.measure is Measure.GROWTH
    }
    written = [row for row in differences.rows if _is_figure(row)]
    suspects = [row for row in written if row.row["indicator"] not in is_growth]
    return _stop("off-series", _outliers(differences, suspects), times=OFF)


def _is_figure(change: RowChange) -> bool:
    """Whether a figure, and not only what stands beside it, was added or changed."""
    if change.table != "observations" or change.after is None or not change.after["value"]:
        return False
    return change.before is None or change.before["value"] != change.after["value"]


def _outliers(differences: Differences, suspects: Sequence[RowChange]) -> list[Outlier]:
    series = {_series(row) for row in suspects}
    published, loaded = (
        _sizes(release, series) for release in (differences.before, differences.after)
    )
    found = []
    for row in suspects:
        name, size = _series(row), abs(float(row.row["value"]))
        others = published[name].middle() or loaded[name].middle(without=size)
        if others and others.is_far_from(size):
            found.append(Outlier(row, others.median))
    return found


def _series(change: RowChange) -> SeriesKey:
    return str(change.row["indicator"]), str(change.row["region"])


def _sizes(release: ReleaseData, series: set[SeriesKey]) -> Mapping[SeriesKey, Sizes]:
    """The figures of each series without their signs; zeros have no size."""
    sizes: dict[SeriesKey, list[float]] = defaultdict(list)
    indicators, regions = zip(*series, strict=True) if series else ((), ())
    for name, value in release.values(Filter({*indicators}, {*regions})) if series else ():
        if value:
            sizes[name].append(abs(value))
    return defaultdict(Sizes, {name: Sizes(sorted(found)) for name, found in sizes.items()})


def _verdict_flips(evidence: Evidence) -> Stop | None:
    return _stop("verdict-flips", [flip for flip in evidence.flips if flip.is_lost])


def _withdrawn(evidence: Evidence) -> Stop | None:
    if not evidence.twins:
        return None
    twin = evidence.twins[0]
    return _stop("withdrawn", evidence.differences.rows, number=twin.number, reason=twin.reason)


STOPS: Mapping[str, Judge] = MappingProxyType(
    {
        "rows-gone": _rows_gone,  # a row of any table whose key is gone
        "file-gone": _file_gone,  # a file of the last load is not there, and rows are gone
        "many-changed": _many_changed,  # more than `SHARE` of the figures or targets, and two
        "off-series": _off_series,  # a figure `OFF` times more or less than its series
        "verdict-flips": _verdict_flips,  # a target that was met and is met no more
        "withdrawn": _withdrawn,  # the facts are those of a release that was withdrawn
    }
)
