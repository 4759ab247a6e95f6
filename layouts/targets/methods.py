"""The methods of assessment on the page `/about`: formulas, bands, sources, a worked example."""

from collections.abc import Sequence
from datetime import date

from indicators.points import YEAR, DatedValue
from layouts.parts import html
from layouts.parts.components import section, table
from layouts.parts.html import Children, Element
from layouts.targets.status import chip, place
from layouts.view import View
from targets import readings
from targets.readings import Parts
from targets.rules import DIRECT, LOWEST, RULE_SETS, RuleSet, TargetStatus
from wording import formats, sentences

LIMITS = ("two_points", "rebased", "back_loaded", "day", "achieved", "span", "equal",
          "unknown")  # fmt: skip
# The worked example: 100 at the end of 2020, 110 at the end of 2022, 130 wanted in 2025.
BASELINE = DatedValue(date(2020, 12, 31), 100)
CURRENT = DatedValue(date(2022, 12, 31), 110)
TARGET = DatedValue(date(2025, 12, 31), 130)
MONTHS, DONE, REQUIRED = 5, 56.5, 100.0  # and 56.5 of 100 after May


def methods(view: View) -> list[Element]:
    """The sections on statuses, rule sets, the example and the limits, in this order."""
    t = view.words
    return [
        section(t("methods.statuses"), _statuses(view), hint=t("methods.statuses_hint")),
        section(t("methods.rules"), *(_rule(view, rule) for rule in _rules(view)),
                hint=t("methods.rules_hint", order=_order(view))),
        section(t("methods.example"), html.P(t("methods.example_text")), _example(view)),
        section(t("methods.limits"), html.Ul([html.Li(t(f"limit.{name}")) for name in LIMITS],
                                             className="dots")),
    ]  # fmt: skip


def _rules(view: View) -> list[RuleSet]:
    """The rule sets that decide first, then the others."""
    order = view.context.rules.order
    return [*order, *(rule for rule in RULE_SETS.values() if rule not in order), DIRECT]


def _order(view: View) -> str:
    names = [view.words(f"rules.{rule.name}") for rule in view.context.rules.order]
    return view.words("methods.then").join(names)


def _statuses(view: View) -> Element:
    items = [
        part
        for status in TargetStatus
        for part in (
            html.Dt(chip(view, status), id=place(status)),
            html.Dd(view.words(f"tstatus_means.{status}")),
        )
    ]
    return html.Dl(items, className="record")


def _rule(view: View, rule: RuleSet) -> Element:
    t = view.words
    headings = [t("column.band"), t("column.status")]
    return html.Article(
        [
            html.H3(t(f"rules.{rule.name}")),
            html.P(html.Code(t(f"rules.{rule.name}.formula")), className="formula"),
            table(headings, _bands(view, rule), t(f"rules.{rule.name}")),
            html.P([html.Span(t("sources.label"), className="label"),
                    t(f"rules.{rule.name}.source")], className="hint"),
        ],
        className="rule",
        id=f"rule-{rule.name}",
    )  # fmt: skip


def _bands(view: View, rule: RuleSet) -> list[list[Children]]:
    t = view.words
    rows: list[list[Children]] = []
    above = ""
    for low, status in rule.bands:
        bound = "" if low == LOWEST else _bound(view, rule, low)
        ends = "below" if not bound else "between" if above else "from"
        rows.append([t(f"band.{ends}", low=bound, high=above), chip(view, status)])
        above = bound
    if rule.backwards:
        rows.append([t("band.backwards"), chip(view, rule.backwards)])
    return rows


def _bound(view: View, rule: RuleSet, low: float) -> str:
    """A ratio for growth, percentage points for a lead."""
    if rule.reading == "growth":
        return f"{low:.2f}"
    points = formats.number(formats.decimal(abs(low) * 100), view.words)
    return sentences.signed(view.words("points", points=points), low)


def _example(view: View) -> Element:
    """Every number below is computed by the code that assesses the targets."""
    rules = view.context.rules
    pace = readings.pace(DONE, REQUIRED, MONTHS / YEAR)
    examples = (
        ("growth", rules.rule("growth"), readings.growth(BASELINE, CURRENT, TARGET)),
        ("path", rules.rule("path"), readings.path(BASELINE, CURRENT, TARGET)),
        ("pace", rules.rule("pace"), pace),
    )
    rows = [_example_row(view, rule, name, parts) for name, rule, parts in examples if parts]
    headings = [view.words(f"column.{name}") for name in ("method", "made_of", "result", "status")]
    return table(headings, rows, view.words("methods.example"))


def _example_row(view: View, rule: RuleSet, method: str, parts: Parts) -> Sequence[Children]:
    return [
        view.words(f"method.{method}"),
        view.words(
            f"made_of.{method}",
            done=formats.share(parts.done, view.words),
            wanted=formats.share(parts.wanted, view.words),
        ),
        reading_text(view, rule, parts.value),
        chip(view, rule.status(parts.value)),
    ]


def reading_text(view: View, rule: RuleSet, value: float) -> str:
    """A reading (`Reading.value`) by its rule: R for growth, else a lead in percentage points."""
    if rule.reading == "growth":
        return formats.off_bounds(value, [low for low, _ in rule.bands], view.words)
    return sentences.signed(sentences.points_of(abs(value), view.context), value)
