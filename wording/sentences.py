"""An assessment in words: as one sentence that can be quoted, and in its parts.

The templates are in the catalogues; numbers are rounded as `formats` rounds them.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from indicators.points import Point
from indicators.records import Observation, Source, Target
from indicators.vocabulary import PROVINCE, Comparator, Qualifier, TargetKind
from targets import comparison
from targets.assessment import Assessment, Reading
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget
from wording import formats
from wording.context import Context
from wording.observations import when


def sentence(tracked: TrackedTarget, context: Context) -> str:
    """Say where a target stands, with its sources in brackets; a revised one says by what."""
    return _joined([statement(tracked, context), _sources(tracked.assessment, context)], context)


def statement(tracked: TrackedTarget, context: Context) -> str:
    """The same without the sources."""
    context = context.in_scale_of(tracked.assessment.compared)
    parts = [_assessed(tracked.assessment, context), _revision(tracked, context)]
    return _joined(parts, context)


def _joined(parts: Iterable[str], context: Context) -> str:
    between = " " if context.words.lang == "en" else ""
    return between.join(part for part in parts if part)


def _assessed(row: Assessment, context: Context) -> str:
    target, words = row.target, context.words
    values = {
        "region": _where(target, context),
        "name": context.catalogue.indicators[target.indicator].name(words.lang),
        "verdict": verdict(row, context),
    }
    if row.latest is None:
        due = formats.period(target.period, words)
        return words("sentence.none", **values, due=due, goal=goal(target, context))
    latest = row.latest.row
    values["when"] = when(latest, context)
    values["value"] = told(latest, context)
    if row.gap is None:
        due = formats.period(target.period, words)
        return words("sentence.before", **values, due=due, goal=goal(target, context))
    values["attained"] = attained(row, context)
    pace = _pace(row)
    if pace is None:
        return words("sentence.whole", **values)
    return words("sentence.part", **values, paced=paced(pace, context))


def told(row: Observation, context: Context) -> str:
    """The quantity as a running text says it: 已超过150EFLOPS."""
    text = formats.quantity(row, context.catalogue, context.words)
    if row.qualifier is not Qualifier.OVER or row.value is None:
        return text
    exact = formats.quantity(
        replace(row, qualifier=Qualifier.EXACT), context.catalogue, context.words
    )
    return context.words("told.over", quantity=exact)


def _pace(row: Assessment) -> Reading | None:
    return next((r for r in row.readings if r.method == "pace" and r.current is row.latest), None)


def _where(target: Target, context: Context) -> str:
    """The region, unless the indicator's name says it: 贵阳经开区 is in Guiyang.

    A company is none of a region's: nobody says 全省茅台酒.
    """
    words, region = context.words, context.catalogue.regions[target.region]
    indicator = context.catalogue.indicators[target.indicator]
    if indicator.is_of_a_company or region.short(words.lang) in indicator.name(words.lang):
        return ""
    return words("sentence.where", region=region_name(target.region, context))


def region_name(code: str, context: Context) -> str:
    """A region in a running text: the province is the whole province."""
    if code == PROVINCE:
        return context.words("sentence.province")
    return context.catalogue.regions[code].name(context.words.lang)


def goal(target: Target, context: Context) -> str:
    """The target as a running text says it: 1000亿元以上, 控制在5克以内, 5.5%左右."""
    is_about = target.comparator is Comparator.EQUAL and not target.qualifier.is_exact
    key = "about" if is_about else GOALS[target.comparator]
    quantity = formats.level(target, context.catalogue, context.words)
    return context.words(f"goal.{key}", quantity=quantity)


GOALS = {Comparator.AT_LEAST: "floor", Comparator.AT_MOST: "cap", Comparator.EQUAL: "exact"}


def attained(row: Assessment, context: Context, form: str = "clause") -> str:
    """What of the target is reached, in one of the `FORMS`.

    "clause" is the part of a sentence that names target and due date, "label" stands where the
    target is seen: a share, the room below a cap, or points for a rate. "share" is the percentage
    alone, done of a goal or used of a cap. Empty where nothing compares, but for a clause, which
    needs a `row` with a gap.
    """
    return FORMS[form](row, context.in_scale_of(row.compared))


def _clause(row: Assessment, context: Context) -> str:
    words = context.words
    values = {
        "due": formats.period(row.target.period, words),
        "goal": formats.level(row.target, context.catalogue, words)
        if row.target.comparator.is_cap
        else goal(row.target, context),
        "gap": gap(row, context, is_signed=False),
        "share": attainment(row, context),
    }
    if row.target.comparator.is_cap and row.latest and _pace(row):
        return words("attained.used", **values)
    if row.target.comparator.is_cap:
        return words(f"attained.{_beside_cap(row)}", **values)
    if row.attainment is None:
        if _is_passed(row) and not row.gap:
            return words("attained.passed", **values)
        lead = row.gap or 0.0
        key = "equal" if not lead else "above" if lead > 0 else "below"
        return words(f"attained.{key}", **values)
    key = "annual" if row.target.kind == TargetKind.ANNUAL and _pace(row) else "goal"
    if not comparison.direction(row.target, context.catalogue.indicators[row.target.indicator]):
        key = "share"  # nothing is completed by passing an exact value
    return words(f"attained.{key}", **values)


def _is_passed(row: Assessment) -> bool:
    """Whether the figure is told to be over what is to be reached at least."""
    latest, is_floor = row.latest, row.target.comparator is Comparator.AT_LEAST
    if latest is None or row.gap is None or not is_floor:
        return False
    return latest.row.qualifier is Qualifier.OVER and row.gap >= 0


def _beside_cap(row: Assessment) -> str:
    """Where the latest value lies beside a cap; "under" and "over" it are not equal to it."""
    if row.gap:
        return "over" if row.gap > 0 else "room"
    qualifier = row.latest.row.qualifier if row.latest else Qualifier.EXACT
    return AT_CAP.get(qualifier, "at_cap")


AT_CAP = {Qualifier.UNDER: "just_below", Qualifier.OVER: "just_above"}


def _label(row: Assessment, context: Context) -> str:
    words = context.words
    if row.latest is None or row.gap is None:
        return ""
    if not row.target.comparator.is_cap:
        if row.attainment is not None:
            return words("progress.attainment", share=attainment(row, context))
        if lead := gap(row, context):
            return words("progress.lead", gap=lead)
        return formats.quantity(row.latest.row, context.catalogue, words)
    if row.gap:
        key = "progress.exceeded" if row.gap > 0 else "progress.headroom"
        return words(key, quantity=gap(row, context, is_signed=False))
    if row.latest.row.qualifier.is_exact:
        return words("progress.at_cap")
    return formats.quantity(row.latest.row, context.catalogue, words)


def _share(row: Assessment, context: Context) -> str:
    share = attainment(row, context)
    if not share:
        return context.words("attainment.passed") if _is_passed(row) else ""
    is_cap = row.target.comparator.is_cap
    return context.words("attainment.cap" if is_cap else "attainment.goal", share=share)


FORMS: dict[str, Callable[[Assessment, Context], str]] = {
    "clause": _clause,
    "label": _label,
    "share": _share,
}


def attainment(row: Assessment, context: Context) -> str:
    """v/T (完成率) as a percentage, such as 69.5%; empty where none is defined."""
    if row.attainment is None:
        return ""
    return formats.share_short_of(row.attainment, 1.0, context.words)


def gap(row: Assessment, context: Context, *, is_signed: bool = True) -> str:
    """Latest value minus target in the unit shown; points where the unit is a percentage.

    Without a sign it is the distance, with the qualifier that the distance has. Empty where
    nothing compares, and for no distance that is not exact.
    """
    if row.latest is None or row.gap is None:
        return ""
    context = context.in_scale_of(row.compared)
    words, catalogue = context.words, context.catalogue
    latest, target_value = (
        formats.shown_value(r, catalogue, words) for r in (row.latest.row, row.target)
    )
    lead, qualifier = latest - target_value, row.latest.row.qualifier
    if is_signed and not lead:
        return words("gap.even") if qualifier.is_exact else ""
    text = _with_points(formats.number(abs(lead), words), row.target, context)
    if is_signed:
        return signed(text, float(lead))
    return words(f"qualifier.{qualifier.turned if lead < 0 else qualifier}", quantity=text)


def signed(text: str, lead: float) -> str:
    """Put the sign of `lead` before a number written without one."""
    return ("+" if lead > 0 else formats.MINUS if lead else "") + text


def _with_points(text: str, target: Target, context: Context) -> str:
    indicator = context.catalogue.indicators[target.indicator]
    unit = formats.unit_name(indicator, context.catalogue, context.words)
    if unit == "%":
        return context.words("points", points=text)
    return formats.with_unit(text, unit, context.words)


def paced(reading: Reading, context: Context) -> str:
    """The distance of a reading by the pace from its clock, in percentage points and words."""
    lead = reading.done - reading.wanted
    points = points_of(abs(lead), context)
    key = "even" if not formats.decimal(round(lead, 9)) else "ahead" if lead > 0 else "behind"
    return context.words(f"paced.{key}", points=points)


def points_of(share: float, context: Context) -> str:
    """A fraction in percentage points: 0.148333 is 14.8 points."""
    return context.words("points", points=formats.share_short_of(share, 0.0, context.words)[:-1])


def verdict(row: Assessment, context: Context) -> str:
    """The status as the end of a sentence."""
    words, target = context.words, row.target
    if row.reason:
        return words(f"verdict.{row.status}", reason=words(f"reason.{row.reason}"))
    if row.status.is_met and row.reached and not _still_holds(row, context):
        return _achieved_before(row.reached, context)
    if row.basis == "exceeded":
        return words("verdict.exceeded")
    if row.basis == "later" and row.latest:
        return words(f"verdict.{row.status}", period=formats.period(row.latest.row.period, words))
    indicator = context.catalogue.indicators[target.indicator]
    if row.status == TargetStatus.MISSED and not comparison.direction(target, indicator):
        return words("verdict.missed_exact")
    return words(f"verdict.{row.status}")


def _still_holds(row: Assessment, context: Context) -> bool:
    """Whether the latest value, too, meets the target that one met before."""
    indicator, latest = context.catalogue.indicators[row.target.indicator], row.latest
    if latest is None:
        return False
    direction = comparison.direction(row.target, indicator)
    measure, qualifier = indicator.measure, latest.row.qualifier
    return comparison.holds(latest.value, row.target, direction, measure, qualifier)


def _achieved_before(reached: Point, context: Context) -> str:
    period = formats.period(reached.row.period, context.words)
    value = formats.quantity(reached.row, context.catalogue, context.words)
    return context.words("verdict.achieved_before", period=period, value=value)


def _revision(tracked: TrackedTarget, context: Context) -> str:
    later = tracked.revised_by
    if later is None:
        return ""
    source = formats.source_short(later.source, context.words)
    return context.words(
        "sentence.revised", title=later.source.title, source=source, goal=goal(later, context)
    )


def _sources(row: Assessment, context: Context) -> str:
    rows: list[Observation | Target] = [row.latest.row] if row.latest else []
    names = _names([r.source for r in (*rows, row.target)], context)
    return context.words(
        "sentence.source", sources=context.words("sentence.sources_join").join(names)
    )


def _names(sources: Iterable[Source], context: Context) -> list[str]:
    return list(dict.fromkeys(formats.source_short(s, context.words) for s in sources))
