"""What a review found, in words: stops, rows old to new, verdicts that flip, conflicts."""

from collections.abc import Iterable
from decimal import Decimal

from indicators.catalogue import Catalogue
from indicators.change import PERCENT
from indicators.points import Point
from indicators.precedence import Reported
from indicators.records import Target
from review.differences import Differences
from review.flips import Flip
from review.stops import Example, Outlier, Stop
from store.release_rows import Row, RowChange
from wording import formats
from wording.words import Words

FACTOR = 10  # from here on a change is told as a multiple: per cent would be a long number


def stop_sentence(stop: Stop, differences: Differences, words: Words) -> str:
    """What was seen, with its numbers and, for rows, the files that hold them."""
    values = {**stop.values, "files": _files(stop, differences, words)}
    return words(f"stop.{stop.name}", **values)


def _files(stop: Stop, differences: Differences, words: Words) -> str:
    rows = [one for one in stop.examples if isinstance(one, RowChange)]
    counts = differences.files(rows).items()
    parts = [words("stop.in_file", file=file, count=count) for file, count in counts]
    return words("list.join").join(parts)


def accept(names: Iterable[str]) -> str:
    """The argument of a load that accepts these stops; a part of a command, not of a language."""
    return f"--accept {','.join(names)}"


def example(one: Example, differences: Differences, words: Words) -> str:
    """One of the things that met a stop."""
    if isinstance(one, str):
        return one
    if isinstance(one, Flip):
        return flip(one, differences, words)
    if isinstance(one, Outlier):
        indicator = differences.after.catalogue.indicators[str(one.change.row["indicator"])]
        size = f"{formats.number(formats.decimal(one.median), words)}{indicator.unit}"
        return words("stop.median", row=row(one.change, differences, words), median=size)
    return row(one, differences, words)


def row(change: RowChange, differences: Differences, words: Words) -> str:
    """A row in short: what it is of, and its value old to new."""
    subject, values = row_subject(change, differences, words), row_values(change, words)
    return words("review.row", subject=subject, values=values) if values else subject


def row_subject(change: RowChange, differences: Differences, words: Words) -> str:
    """What a row is of: indicator, region and period of a figure, else its name."""
    if "indicator" not in change.row:
        own = (f"name_{words.lang}", f"title_{words.lang}", "title", "id", "code", "unit")
        names = [str(change.row[name]) for name in own if change.row.get(name)]
        return words("review.named", table=words(f"loaders.table.{change.table}"), name=names[0])
    now, then = differences.after.catalogue, differences.before.catalogue
    return _subject(change.row, now if change.after else then, words)


def _subject(of: Row, catalogue: Catalogue, words: Words) -> str:
    indicator, region = str(of["indicator"]), str(of["region"])
    known, place = catalogue.indicators.get(indicator), catalogue.regions.get(region)
    return words(
        "review.subject",
        indicator=known.name(words.lang) if known else indicator,
        region=place.short(words.lang) if place else region,
        period=formats.period(str(of["period"]), words),
        source=of["source"],
    )


def row_cells(change: RowChange, words: Words) -> tuple[str, str, str]:
    """The value before and after, and how far they are apart; else the columns that differ."""
    before, after = _sides(change)
    if "printed" not in change.row or value(before) == value(after):
        return "", "", _columns(change, words)
    return value(before), value(after), apart(change, words)


def row_values(change: RowChange, words: Words) -> str:
    """What of a row differs: its printed value old to new, or the columns; empty for a new name."""
    if "printed" not in change.row:
        return _columns(change, words)
    before, after = (value(of) for of in _sides(change))
    if not (before and after):
        return after or before
    if before == after:
        return _columns(change, words)
    text, distance = words("review.change", before=before, after=after), apart(change, words)
    return words("review.apart", change=text, apart=distance) if distance else text


def value(of: Row | None) -> str:
    """The number of a figure or a target as it is printed; empty for none, and for no row."""
    if not of:
        return ""
    return str(of["printed"]) if of["value"] is None else f"{of['printed']}{of['unit']}"


def _sides(change: RowChange) -> tuple[Row | None, Row | None]:
    return change.before, change.after


def _columns(change: RowChange, words: Words) -> str:
    before, after = change.before or {}, change.after or {}
    lines = [
        words("review.cell", column=name, before=before[name], after=after[name])
        for name in change.columns
    ]
    return words("list.join").join(lines)


def apart(change: RowChange, words: Words) -> str:
    """How far the new value is from the old: points of what is in per cent, else per cent.

    From tenfold on it is a multiple. Empty where either is missing, or the old one is zero.
    """
    old, new = ((of or {}).get("value") for of in _sides(change))
    if old is None or new is None or not old:
        return ""
    if (change.after or {}).get("unit") == PERCENT:
        return words("review.points", points=_minus(f"{new - old:+.4g}"))
    ratio = new / old
    if ratio >= FACTOR or 0 < ratio <= 1 / FACTOR:
        times = formats.number(Decimal(f"{ratio:.4g}"), words)
        return words("review.times", times=times)
    return words("review.percent", percent=_minus(f"{(new - old) / abs(old):+.1%}"))


def _minus(text: str) -> str:
    return text.replace("-", formats.MINUS)


def flip(one: Flip, differences: Differences, words: Words) -> str:
    """A target with its status old to new, and the figure that did it."""
    return words(
        "review.flip",
        target=target(one.target, differences.after.catalogue, words),
        before=words(f"tstatus.{one.before.status}"),
        after=words(f"tstatus.{one.after.status}"),
        figures=flip_figures(one, words),
    )


def flip_figures(one: Flip, words: Words) -> str:
    """The figure that spoke before, and the one that speaks after; one where it is the same."""
    old, new = (_told(point, words) for point in one.figures)
    return old if old == new else words("review.change", before=old, after=new)


def target(of: Target, catalogue: Catalogue, words: Words) -> str:
    """A target in short: what it is of, and its value as it was stated."""
    subject = {
        "indicator": of.indicator, "region": of.region, "period": of.period,
        "source": of.source.id,
    }  # fmt: skip
    return words(
        "review.row",
        subject=_subject(subject, catalogue, words),
        values=formats.aimed(formats.as_printed(of, catalogue, words), of, words),
    )


def _told(point: Point | None, words: Words) -> str:
    if point is None:
        return words("figure.missing")
    of = point.row
    return words(
        "review.point", period=formats.period(of.period, words), value=f"{of.printed}{of.unit}"
    )


def conflict(one: Reported, differences: Differences, words: Words) -> str:
    """A figure with those of other sources that it disagrees with."""
    rows = (one.shown, *one.conflicts)
    told = [
        words("review.reported", source=of.source.id, value=f"{of.printed}{of.unit}") for of in rows
    ]
    catalogue = differences.after.catalogue
    indicator, region = catalogue.indicators[one.shown.indicator], one.shown.region
    return words(
        "review.conflict",
        indicator=indicator.name(words.lang),
        region=catalogue.regions[region].short(words.lang),
        period=formats.period(one.shown.period, words),
        values=words("list.join").join(told),
    )
