"""A ranking by completion in words, in the form of the notices of Guizhou."""

from collections.abc import Sequence

from indicators.records import Region
from indicators.vocabulary import Level
from targets.ranking import Ranking
from targets.scores import RankedRegion
from wording import formats, sentences
from wording.context import Context

FIRST = 3  # places that the leading sentence names
ORDERS = {1: "more", -1: "less", 0: "near"}


def lead(ranking: Ranking, context: Context) -> str:
    """Name the first three with what they reached; all of them when there are no more.

    `ranking` has at least one ranked row.
    """
    ranked, words = ranking.ranked, context.words
    named = [row for row in ranked if row.rank and row.rank <= FIRST]
    values = [reached(row, context) for row in named]
    subject = {"noun": noun(ranking, context), "names": _listed(_names(named, context), context)}
    if len({row.rank for row in ranked}) == 1:
        is_same = len(set(values)) == 1
        text = values[0] if is_same else _listed(values, context)
        return words("completion.tie", **subject, values=_with_unit(text, ranking, context))
    key = "top" if len(ranked) > FIRST else "all"
    text = _with_unit(_listed(values, context), ranking, context)
    return words(f"completion.{key}.{ORDERS[ranking.direction]}", **subject, values=text)


def noun(ranking: Ranking, context: Context) -> str:
    """What is ranked: completion, the share of a cap, or the lead of a rate or a share."""
    if ranking.method == "points":
        key = "points" if ranking.indicator.measure.is_rate else "share_points"
        return context.words(f"completion.noun.{key}")
    return context.words("completion.noun.cap" if is_cap(ranking) else "completion.noun.share")


def is_cap(ranking: Ranking) -> bool:
    """Whether all targets are caps, of which less is used."""
    return all(row.target.comparator.is_cap for row in ranking.rows)


def missing(ranking: Ranking, context: Context) -> str:
    """Name those that have a target and no value; empty when there are none."""
    names = _names(ranking.unranked, context)
    if not names:
        return ""
    return context.words("completion.missing", names=_listed(names, context))


def hint(ranking: Ranking, context: Context) -> str:
    """By which targets, of which time the values are, and what a change of rank is against."""
    parts = (_yardstick(ranking, context), _time(ranking, context), _comparison(ranking, context))
    return (" " if context.words.lang == "en" else "").join(parts)


def _yardstick(ranking: Ranking, context: Context) -> str:
    words = context.words
    due = formats.period(ranking.due, words)
    if ranking.common is None:
        return words("completion.by_own", due=due)
    goal = sentences.goal(ranking.common, context)
    is_mixed = any(not row.is_common for row in ranking.rows)
    return words("completion.by_both" if is_mixed else "completion.by_common", due=due, goal=goal)


def _time(ranking: Ranking, context: Context) -> str:
    words = context.words
    if not ranking.period:
        return words("completion.times_differ")
    return words("completion.time", period=formats.period(ranking.period, words))


def _comparison(ranking: Ranking, context: Context) -> str:
    words = context.words
    if not ranking.compared:
        return words("completion.no_change")
    before = (
        formats.period(ranking.before, words) if ranking.before else words("completion.year_ago")
    )
    key = "change" if ranking.compared == len(ranking.ranked) else "change_some"
    return words(f"completion.{key}", before=before, n=str(ranking.compared))


def reached(row: RankedRegion, context: Context) -> str:
    """The completion as a percentage, else the lead in points; with 约 or 超 of the source.

    Empty for a row that has no rank.
    """
    if row.point is None or row.gap is None:
        return ""
    words, qualifier = context.words, row.point.row.qualifier
    if row.completion is not None:
        text = formats.share_short_of(row.completion, 1.0, words)
    else:
        text = gap(row, context)
        text = text if qualifier.is_exact else text.removeprefix("+")  # 超8, not 超+8
    return words(f"qualifier.{qualifier}", quantity=text)


def gap(row: RankedRegion, context: Context) -> str:
    """The signed percentage points to the target, or to the clock: +14.8; empty without a value."""
    if row.gap is None:
        return ""
    size = abs(row.gap)
    text = (
        formats.number(formats.decimal(size), context.words)
        if row.completion is None
        else formats.share_short_of(size, 0.0, context.words).removesuffix("%")
    )
    return ("+" if row.gap > 0 else "−" if row.gap else "") + text


def name(region: Region, lang: str) -> str:
    """A prefecture as notices name it: the short name and what it is (黔西南 and 州)."""
    full, short = region.name(lang), region.short(lang)
    is_short = lang == "zh" and region.level == Level.PREFECTURE and full != short
    return short + full[-1] if is_short else full


def _names(rows: Sequence[RankedRegion], context: Context) -> list[str]:
    regions = context.catalogue.regions
    return [name(regions[row.region], context.words.lang) for row in rows]


def _listed(texts: Sequence[str], context: Context) -> str:
    """Join as a sentence does: A, B and C."""
    *rest, last = texts
    if not rest:
        return last
    return context.words("completion.and", rest=context.words("list.join").join(rest), last=last)


def _with_unit(values: str, ranking: Ranking, context: Context) -> str:
    return context.words("points", points=values) if ranking.method == "points" else values
