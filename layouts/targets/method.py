"""How a target was assessed: the sentence to quote, the inputs, and every reading."""

from collections.abc import Sequence

from indicators.points import Point
from layouts.parts import html
from layouts.parts.components import NONE, joined, link, quotable, section, source_link, table
from layouts.parts.html import Children, Element
from layouts.parts.tiles import observation_link
from layouts.targets.methods import reading_text
from layouts.targets.status import chip, goal_link, revision
from layouts.view import View
from targets.assessment import Assessment, Reading
from targets.tracked import TrackedTarget
from wording import formats, sentences

READING_COLUMNS = ("method", "result", "made_of", "from_to", "status", "rule")


def assessments(view: View, rows: Sequence[TrackedTarget]) -> Element | None:
    """How each target was assessed, in their order, the first one open; None without targets."""
    if not rows:
        return None
    t = view.words
    return section(
        t("panel.title"),
        *(_assessment(view, row, is_open=n == 0) for n, row in enumerate(rows)),
        hint=t("panel.hint", day=formats.day(view.context.release.day, t)),
        class_name="panels",
    )


def _assessment(view: View, row: TrackedTarget, *, is_open: bool) -> Element:
    view = view.in_scale_of(row.assessment.compared)
    target = row.target
    title = view.words(
        "panel.target",
        region=view.region(target.region).short(view.lang),
        due=formats.period(target.period, view.words),
        goal=formats.target_quantity(target, view.catalogue, view.words),
        kind=view.words(f"target.{target.kind}"),
    )
    head = html.Summary([chip(view, row.status), html.Span(title)])
    body = [
        quotable(view, sentences.sentence(row, view.context)),
        *_revision(view, row),
        _inputs(view, row),
        *_readings(view, row.assessment),
        *_outlook(view, row.assessment),
    ]
    return html.Details([head, html.Div(body, className="panel")], open=is_open)


def _revision(view: View, row: TrackedTarget) -> list[Element]:
    """What the target replaced or what replaced it, and who else tells it; nothing if nothing."""
    tags = revision(view, row)
    return [html.P(tags)] if tags else []


def _inputs(view: View, row: TrackedTarget) -> Element:
    assessment = row.assessment
    t = view.words
    entries: list[tuple[str, Children]] = [
        (t("panel.goal"), [goal_link(view, row), " ", *_stated(view, row)]),
        (t("panel.latest"), _point(view, assessment.latest)),
        (t("panel.base"), _point(view, assessment.baseline)),
        (t("panel.attainment"), sentences.attainment(assessment, view.context) or NONE),
        (t("panel.gap"), sentences.gap(assessment, view.context) or NONE),
    ]
    return html.Dl([part for name, value in entries for part in (html.Dt(name), html.Dd(value))],
                   className="record")  # fmt: skip


def _stated(view: View, row: TrackedTarget) -> list[Children]:
    """The publications that tell the target, the earliest first."""
    links = [source_link(view, target.source) for target in row.statements]
    return joined(links, view.words("list.join"))


def _point(view: View, point: Point | None) -> Children:
    if point is None:
        return html.Span(view.words("panel.none"), className="muted")
    period = formats.period(point.row.period, view.words)
    return [observation_link(view, point.row), f" {period} ", source_link(view, point.row.source)]


def _readings(view: View, row: Assessment) -> list[Element]:
    """All readings; a sentence where there are none, and one where they disagree."""
    t = view.words
    if not row.readings:
        reason = t(f"reason.{row.reason}") if row.reason else t("panel.no_reading")
        return [html.P(reason, className="hint")]
    headings = [t(f"column.{name}") for name in READING_COLUMNS]
    cells = [_reading(view, row, reading) for reading in row.readings]
    sentence = [html.P(_disagreement(view, row), className="disagree")] if row.disagree else []
    return [table(headings, cells, t("panel.readings")), *sentence]


def _reading(view: View, row: Assessment, reading: Reading) -> list[Children]:
    t = view.words
    name = t(f"method.{reading.method}")
    decides = reading is row.decided
    return [
        [name, html.Span(t("panel.decides"), className="tag")] if decides else name,
        result(view, reading),
        made_of(view, reading),
        _stretch(view, reading),
        chip(view, reading.status, linked=True),
        link(t(f"rules.{reading.rule.name}"), view.href("/about"),
             title=t(f"rules.{reading.rule.name}.source")),
    ]  # fmt: skip


def result(view: View, reading: Reading) -> str:
    """The reading itself, in words: a ratio for growth, percentage points for the others."""
    if reading.method == "direct":
        text = formats.number(formats.decimal(abs(reading.value)), view.words)
        return sentences.signed(view.words("points", points=text), reading.value)
    return reading_text(view, reading.rule, reading.value)


def made_of(view: View, reading: Reading) -> str:
    """The two numbers of a reading: actual and required growth, distance and time, and so on."""
    if reading.method == "direct":
        return view.words("made_of.direct")
    return view.words(
        f"made_of.{reading.method}",
        done=formats.share(reading.done, view.words),
        wanted=formats.share(reading.wanted, view.words),
    )


def _stretch(view: View, reading: Reading) -> str:
    end = formats.period(reading.current.row.period, view.words)
    if reading.baseline is None:
        return end
    if reading.full_year:
        return view.words("panel.own_clock", part=_quantity_of(view, reading.baseline),
                          whole=_quantity_of(view, reading.full_year), end=end)  # fmt: skip
    begin = formats.period(reading.baseline.row.period, view.words)
    return view.words("panel.stretch", begin=begin, end=end)


def _quantity_of(view: View, point: Point) -> str:
    """An observation and its period in a running text."""
    quantity = formats.quantity(point.row, view.catalogue, view.words)
    return f"{formats.period(point.row.period, view.words)} {quantity}"


def _disagreement(view: View, row: Assessment) -> str:
    t = view.words
    statuses = t("list.join").join(
        t("panel.says", method=t(f"method.{r.method}"), status=t(f"tstatus.{r.status}"))
        for r in row.readings
    )
    return t("panel.disagree", readings=statuses)


def _outlook(view: View, row: Assessment) -> list[Element]:
    """Where the trend leads and what it still takes; nothing for what is past."""
    t, ahead = view.words, row.projection
    target = row.target
    lines = []
    if ahead.at_due is not None:
        value = formats.converted(ahead.at_due, target.indicator, view.catalogue, t)
        key = "at_due" if ahead.per_month is None else "whole_year"
        lines.append(t(f"outlook.{key}", due=formats.period(target.period, t), value=value))
    if ahead.year is not None:
        lines.append(t("outlook.year", year=formats.period(str(ahead.year), t)))
    if ahead.per_year is not None and row.latest:
        begin = formats.period(row.latest.row.period, t)
        lines.append(t("outlook.per_year", begin=begin, share=formats.share(ahead.per_year, t)))
    if ahead.per_month is not None:
        value = formats.converted(ahead.per_month, target.indicator, view.catalogue, t)
        key = "cap_month" if target.comparator.is_cap else "per_month"
        lines.append(t(f"outlook.{key}", value=value))
    return [html.Ul([html.Li(text) for text in lines], className="outlook")] if lines else []
