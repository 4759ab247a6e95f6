"""The bullet's rows: a value against each of its targets, and against a named reference level."""

from collections.abc import Sequence

from figures import bullets, formats, series, template
from figures.bullets import Row
from figures.drawing import Context, Drawing
from indicators import periods
from indicators import targets as arithmetic
from indicators.precedence import Figure
from indicators.vocabulary import Indicator, Observation, Region, Target


def progress(
    indicator: Indicator,
    region: Region,
    figure: Figure | None,
    targets: Sequence[Target],
    reference: Figure | None,
    context: Context,
    *,
    history: Sequence[Figure] = (),
) -> Drawing | None:
    """Draw the value as a bar, against each target and against the reference level.

    `figure` is the value shown first, None when none is published. A target is compared with
    the latest figure up to its due date in `history`, else with `figure` unless that is later.
    The reference is another indicator's figure, drawn and named as no target. None when there
    is nothing to draw: no value, no target, no reference.
    """
    shown = figure.shown if figure and figure.shown.value is not None else None
    level = reference.shown if reference and reference.shown.value is not None else None
    known = history or ([figure] if figure else [])
    rows = [_target_row(indicator, target, known, context) for target in _ordered(targets)]
    rows += [_reference_row(indicator, level, shown, context)] if level else []
    if not rows and shown is None:
        return None
    rows = [Row(None, _number(shown, context), _value_line(shown, context)), *rows]
    sources = [row for row in (shown, *targets, level) if row]
    heading = _heading(indicator, region, sources, context, has_targets=bool(targets))
    return Drawing(
        bullets.figure(indicator, rows, heading, context), alt(indicator, region, rows, context)
    )


def _ordered(targets: Sequence[Target]) -> list[Target]:
    """Each distinct target once, the next due first."""
    distinct = {(t.period, t.value, t.comparator, t.kind): t for t in targets}
    return sorted(distinct.values(), key=lambda t: (periods.parse(t.period).end, t.value))


def _number(row: Observation | Target | None, context: Context) -> float | None:
    return float(formats.shown_value(row, context.catalogue, context.words)) if row else None


def _value_line(shown: Observation | None, context: Context) -> str:
    words = context.words
    if shown is None:
        return words("progress.no_value")
    quantity = formats.quantity(shown, context.catalogue, words)
    said = words("progress.value", period=formats.period(shown.period, words), quantity=quantity)
    soft = shown.status in ("revised", *series.SOFT)
    return template.join(said, words(f"status.{shown.status}") if soft else "")


def _target_row(
    indicator: Indicator, target: Target, known: Sequence[Figure], context: Context
) -> Row:
    words = context.words
    said = words(
        f"progress.{target.kind}",
        due=formats.period(target.period, words),
        quantity=formats.target_quantity(target, context.catalogue, words),
    )
    shown = _compared(indicator, target, known)
    when = words("progress.as_of", period=formats.period(shown.period, words)) if shown else ""
    state = words("progress.reached", state=_attained(target, shown, context), when=when)
    text = template.join(said, state) if shown else template.join(said, words("progress.none_due"))
    return Row(_number(target, context), _number(shown, context), text)


def _compared(indicator: Indicator, target: Target, known: Sequence[Figure]) -> Observation | None:
    """The figure a target is held against: of the same kind of period if there is one."""
    due = periods.parse(target.period).end
    kind = arithmetic.comparable_kind(indicator, target.period)
    found = arithmetic.latest_actual(known, due, kind=kind) or arithmetic.latest_actual(known, due)
    return found.shown if found else None


def _attained(target: Target, shown: Observation | None, context: Context) -> str:
    """完成率 for a floor; the room left below a cap, or how far it is exceeded."""
    words = context.words
    if shown is None or shown.value is None:
        return ""
    if target.comparator == "<=":
        cap = formats.shown_value(target, context.catalogue, words)
        value = formats.shown_value(shown, context.catalogue, words)
        unit = formats.unit_name(
            context.catalogue.indicators[target.indicator], context.catalogue, words
        )
        left = formats.with_unit(formats.number(abs(cap - value), words), unit, words)
        return words("progress.headroom" if value <= cap else "progress.exceeded", quantity=left)
    ratio = arithmetic.attainment(shown.value, target)
    return "" if ratio is None else words("progress.attainment", share=formats.share(ratio, words))


def _reference_row(
    indicator: Indicator, level: Observation, shown: Observation | None, context: Context
) -> Row:
    words, catalogue = context.words, context.catalogue
    other = catalogue.indicators[level.indicator]
    text = words(
        "progress.reference",
        name=other.name(words.lang),
        period=formats.period(level.period, words),
        quantity=formats.quantity(level, catalogue, words),
    )
    if other.unit == indicator.unit and shown is not None and level.value:
        own = formats.shown_value(shown, catalogue, words)
        ratio = own / formats.shown_value(level, catalogue, words)
        text = template.join(text, words("progress.share", share=formats.share(ratio, words)))
    return Row(_number(level, context), _number(shown, context), text, is_reference=True)


def _heading(
    indicator: Indicator,
    region: Region,
    rows: Sequence[Observation | Target],
    context: Context,
    *,
    has_targets: bool,
) -> template.Heading:
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    state = "" if has_targets else words("progress.no_target")
    key = "progress.title" if has_targets else "progress.title_reference"
    return template.Heading(
        words(key, name=indicator.name(words.lang)),
        (template.join(region.name(words.lang), words("unit", unit=unit), state),),
        template.foot_lines(rows, context),
    )


def alt(indicator: Indicator, region: Region, rows: Sequence[Row], context: Context) -> str:
    """Say in words what the bullet shows: the texts of its rows."""
    words = context.words
    said = words("sentence.join").join(row.text for row in rows)
    name = indicator.name(words.lang)
    return words("progress.alt", name=name, region=region.name(words.lang), rows=said)
