"""The bullet's rows: a value against each of its targets, and against a named reference level."""

from collections.abc import Iterable, Sequence

from figures import bullets, theme
from figures.bullets import BulletRow
from figures.drawing import Drawing, Heading
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Region, Target
from targets import tracker
from targets.assessment import Assessment
from targets.tracked import TrackedTarget
from wording import formats, sentences
from wording.context import Context


def progress(
    indicator: Indicator,
    region: Region,
    reported: Reported | None,
    tracked: Sequence[TrackedTarget],
    reference: Reported | None,
    context: Context,
) -> Drawing | None:
    """Draw the value as a bar, against each target and against the reference level.

    `reported` is the value shown first, None when none is published. A target in force of
    `tracked` is held against the latest value of its assessment; what a later one has replaced
    is left out. The reference is a value of another indicator, drawn and named as no target.
    None when there is nothing to draw: no value, no target, no reference.
    """
    shown = reported.shown if reported and reported.shown.value is not None else None
    level = reference.shown if reference and reference.shown.value is not None else None
    held = [row.assessment for row in _ordered(tracked, context)]
    rows = [_target_row(row, context) for row in held]
    rows += [_reference_row(indicator, level, shown, context)] if level else []
    if not rows and shown is None:
        return None
    rows = [BulletRow(None, _number(shown, context), _value_line(shown, context)), *rows]
    compared = [row.latest.row for row in held if row.latest]
    sources = [row for row in (shown, *(row.target for row in held), *compared, level) if row]
    heading = _heading(indicator, region, sources, context, has_targets=bool(tracked))
    plot = bullets.plot(indicator, rows, context)
    drawn = _drawn(reported, tracked, reference)
    return Drawing(plot, heading, (), alt(indicator, region, rows, context), drawn)


def _drawn(
    reported: Reported | None, tracked: Sequence[TrackedTarget], reference: Reported | None
) -> tuple[Observation | Target, ...]:
    """What the bullet draws: values shown, values compared with targets, the targets; each once."""
    values = [row.shown for row in (reported, reference) if row]
    held = [row.assessment.latest.row for row in tracked if row.assessment.latest]
    return tuple(dict.fromkeys((*values, *held, *(row.target for row in tracked))))


def _ordered(tracked: Iterable[TrackedTarget], context: Context) -> list[TrackedTarget]:
    """Each distinct target in force once, the next due first, those of the past after them."""
    distinct: dict[tuple[str, float, str, str], TrackedTarget] = {}
    for row in tracker.by_due(tracker.in_force(tracked), context.today):
        target = row.target
        key = target.period, target.value, target.comparator, target.kind
        distinct.setdefault(key, row)
    return list(distinct.values())


def _number(row: Observation | Target | None, context: Context) -> float | None:
    return float(formats.shown_value(row, context.catalogue, context.words)) if row else None


def _value_line(shown: Observation | None, context: Context) -> str:
    words = context.words
    if shown is None:
        return words("progress.no_value")
    quantity = formats.quantity(shown, context.catalogue, words)
    text = words("progress.value", period=formats.period(shown.period, words), quantity=quantity)
    return theme.join(text, formats.standing(shown, words))


def _target_row(row: Assessment, context: Context) -> BulletRow:
    words, latest = context.words, row.latest
    promise = words(
        f"progress.{row.target.kind}",
        due=formats.period(row.target.period, words),
        quantity=formats.target_quantity(row.target, context.catalogue, words),
    )
    reason = words(f"reason.{row.reason}") if row.reason else ""
    text = theme.join(promise, _reached(row, context), words(f"tstatus.{row.status}"), reason)
    value = _number(latest.row, context) if latest and row.gap is not None else None
    return BulletRow(_number(row.target, context), value, text)


def _reached(row: Assessment, context: Context) -> str:
    """What is reached of the target, and as of when; empty without a figure to compare."""
    if row.latest is None or row.gap is None:
        return ""
    words = context.words
    when = words("progress.as_of", period=formats.period(row.latest.row.period, words))
    state = sentences.attained(row, context, "label")
    return words("progress.reached", state=state, when=when)


def _reference_row(
    indicator: Indicator, level: Observation, shown: Observation | None, context: Context
) -> BulletRow:
    words, catalogue = context.words, context.catalogue
    other = catalogue.indicators[level.indicator]
    text = words(
        "progress.reference",
        name=other.name(words.lang),
        period=formats.period(level.period, words),
        quantity=formats.quantity(level, catalogue, words),
    )
    if other.unit == indicator.unit and shown is not None and level.value:
        amount = formats.shown_value(shown, catalogue, words)
        ratio = amount / formats.shown_value(level, catalogue, words)
        text = theme.join(text, words("progress.share", share=formats.share(ratio, words)))
    return BulletRow(_number(level, context), _number(shown, context), text, is_reference=True)


def _heading(
    indicator: Indicator,
    region: Region,
    rows: Sequence[Observation | Target],
    context: Context,
    *,
    has_targets: bool,
) -> Heading:
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    state = "" if has_targets else words("progress.no_target")
    key = "progress.title" if has_targets else "progress.title_reference"
    return Heading(
        words(key, name=indicator.name(words.lang)),
        (theme.join(region.name(words.lang), words("unit", unit=unit), state),),
        theme.foot_lines(rows, context),
    )


def alt(indicator: Indicator, region: Region, rows: Sequence[BulletRow], context: Context) -> str:
    """Say in words what the bullet shows: the texts of its rows."""
    words = context.words
    texts = words("sentence.join").join(row.text for row in rows)
    name = indicator.name(words.lang)
    return words("progress.alt", name=name, region=region.name(words.lang), rows=texts)
