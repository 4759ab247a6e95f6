"""The page `/verify`: whether a picture is ours, and its data still current."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.passport import Row, RowChange
from indicators.records import Area, Named, Observation, Target
from indicators.release import Release
from layouts.parts import html
from layouts.parts.components import aria, link, page, section, source_link, table
from layouts.parts.html import Children, Element
from layouts.view import View
from targets.rules import TargetStatus
from wording import formats
from wording.releases import withdrawn

# The outcomes, each with the status whose shape and colour it takes.
OUTCOMES = {
    "current": TargetStatus.ACHIEVED,
    "revised": TargetStatus.SLIGHTLY_BEHIND,
    "foreign": TargetStatus.MISSED,
    "unreadable": TargetStatus.NO_DATA,
    "no_release": TargetStatus.NO_DATA,
    "no_chart": TargetStatus.NO_DATA,
}
FIELDS = ("passport", "address")  # the parameters that the form writes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is true of a picture that a reader asks about.

    `outcome` is one of `OUTCOMES`. `passport` and `address` are the number and the address as
    they were typed. `chart`,
    `parameters` (canonical), `title` and `page` (the address of the chart's page) say of which
    chart; `release` is that of the picture, `current` the newest one, if not the page's own.
    `withdrawn` is the release of the number if it was withdrawn: that is said before all else.
    """

    outcome: str
    passport: str = ""
    address: str = ""
    chart: str = ""
    parameters: str = ""
    title: str = ""
    page: str = ""
    release: Release | None = None
    current: Release | None = None
    changes: tuple[RowChange, ...] = ()
    withdrawn: Release | None = None


def verify(view: View, verdict: Verdict | None) -> Element:
    """The page: the form and, once something was asked, the answer."""
    t = view.words
    results = _answer(view, verdict) if verdict else []
    return page(view, t("nav.verify"), t("verify.lead"), _form(view, verdict), results)


def _form(view: View, verdict: Verdict | None) -> Element:
    """A plain form: it needs no callback, and what it asks stands in the address."""
    t, lang = view.words, view.state.lang
    typed = (verdict.passport, verdict.address) if verdict else ("", "")
    return html.Form(
        [
            *(_field(view, name, text) for name, text in zip(FIELDS, typed, strict=True)),
            html.Input(type="hidden", name="lang", value=lang) if lang else None,
            html.Button(t("verify.check"), type="submit", className="copy"),
        ],
        className="filters verify-form",
        role="search",
        action="/verify",
        method="get",
        **aria(label=t("nav.verify")),
    )


def _field(view: View, name: str, text: str) -> Element:
    t, field = view.words, f"verify-{name}"
    typed = html.Input(
        id=field,
        name=name,
        type="text",
        value=text,
        autoComplete="off",
        spellCheck="false",
        **aria(describedby=f"{field}-hint"),
    )
    label = html.Label(t(f"verify.field.{name}"), htmlFor=field)
    hint = html.P(t(f"verify.hint.{name}"), className="hint", id=f"{field}-hint")
    return html.Div([label, typed, hint], className=f"filter filter-{name}")


def _answer(view: View, verdict: Verdict) -> list[Element]:
    t = view.words
    sentence = t(
        f"verify.says.{verdict.outcome}",
        passport=verdict.passport,
        release=verdict.release.number if verdict.release else "",
        current=(verdict.current or view.context.release).number,
    )
    chips = [_chip(view, verdict.outcome, OUTCOMES[verdict.outcome])]
    said = [sentence]
    if verdict.withdrawn:
        chips.insert(0, _chip(view, "withdrawn", TargetStatus.MISSED))
        said.insert(0, _withdrawn(view, verdict, verdict.withdrawn))
    answers = [
        part
        for chip, text in zip(chips, said, strict=True)
        for part in (html.Div(html.H2(chip), className="section-head"), html.P(text))
    ]
    answer = html.Section(
        [*answers, _record(view, verdict)],
        className="verdict",
        role="status",
    )
    return [answer, *([_changes(view, verdict)] if verdict.changes else [])]


def _withdrawn(view: View, verdict: Verdict, release: Release) -> str:
    newest = (verdict.current or view.context.release).number
    mark = withdrawn(release, view.words)
    return view.words(
        "verify.says.withdrawn", release=release.number, withdrawn=mark, current=newest
    )


def _chip(view: View, outcome: str, status: TargetStatus) -> Element:
    """The outcome by word, and the shape and colour of a status."""
    look = view.looks.of(status)
    return html.Span(
        view.words(f"verify.outcome.{outcome}"),
        className=f"status shape-{look.shape}",
        style={"color": look.colour},
    )


def _record(view: View, verdict: Verdict) -> Element | None:
    """What was looked at: number, chart, releases and addresses, as far as they are known."""
    title = link(verdict.title, verdict.page) if verdict.page else verdict.title
    entries: list[tuple[str, Children]] = [
        ("passport", verdict.passport if verdict.release else ""),
        ("chart", title if verdict.title else ""),
        ("release", _release(view, verdict.release)),
        ("newest", _release(view, verdict.current)),
        ("picture", _pictures(view, verdict)),
    ]
    rows = [
        part
        for name, value in entries
        if value
        for part in (html.Dt(view.words(f"verify.record.{name}")), html.Dd(value))
    ]
    return html.Dl(rows, className="record") if rows else None


def _release(view: View, release: Release | None) -> str:
    if release is None:
        return ""
    day = formats.day(release.day, view.words)
    return view.words("verify.release", number=release.number, date=day)


def _pictures(view: View, verdict: Verdict) -> list[Children]:
    """The picture as of its release, and as it is now. Both are files, not pages."""
    if not verdict.chart:
        return []
    now = html.A(view.words("verify.picture.now"), href=_address(view, verdict, ""))
    if verdict.release is None:
        return [now]
    href = _address(view, verdict, f"asof={verdict.release.number}")
    return [html.A(view.words("verify.picture.then"), href=href), " · ", now]


def _address(view: View, verdict: Verdict, when: str) -> str:
    lang = f"lang={view.state.lang}" if view.state.lang else ""
    query = "&".join(part for part in (verdict.parameters.lstrip("?"), lang, when) if part)
    return f"/chart/{verdict.chart}.png{'?' if query else ''}{query}"


def _changes(view: View, verdict: Verdict) -> Element:
    """What was revised since: each row as it was and as it is."""
    t = view.words
    title = t("verify.changes", n=len(verdict.changes))
    headings = [
        t("column.indicator"), t("column.region"), t("column.period"),
        t("verify.change"), t("verify.before"), t("verify.after"), t("column.source"),
    ]  # fmt: skip
    rows = [_row(view, change) for change in verdict.changes]
    return section(title, table(headings, rows, title))


def _row(view: View, change: RowChange) -> list[Children]:
    t, row, catalogue = view.words, change.row, view.catalogue
    source = row.source
    return [
        _subject(view, row),
        _name(view, catalogue.regions, row.region),
        "" if isinstance(row, Area) else formats.period(row.period, t),
        t(f"verify.change.{change.word}"),
        _written(view, change.before),
        _written(view, change.after),
        source_link(view, source)
        if source.id in catalogue.sources
        else formats.source_short(source, t),
    ]


def _subject(view: View, row: Row) -> Element:
    """What a row tells of: an indicator, or the plan of a base."""
    if isinstance(row, Area):
        return html.Span(_name(view, view.catalogue.bases, row.base))
    kind = isinstance(row, Target) and view.words(f"target.{row.kind}")
    name = _name(view, view.catalogue.indicators, row.indicator)
    return html.Span([name, " ", html.Span(kind, className="tag") if kind else None])


def _name(view: View, table: Mapping[str, Named], code: str) -> str:
    """The name of a code; the code itself when this release no longer knows it."""
    named = table.get(code)
    return named.name(view.lang) if named else code


def _written(view: View, row: Row | None) -> str:
    """A row as its source prints it, with all that a revision can change about it."""
    t = view.words
    if row is None:
        return t("verify.none")
    if isinstance(row, Area):
        return f"{t(f'area.{row.kind}')} {row.name(view.lang)}"
    if isinstance(row, Target):
        return row.comparator.sign + _printed(view, row)
    text = formats.missing(row.printed, t)
    if row.value is not None:
        text = t(f"qualifier.{row.qualifier}", quantity=_printed(view, row))
    standing = formats.standing(row, t)
    return f"{text} · {standing}" if standing else text


def _printed(view: View, row: Observation | Target) -> str:
    """Printed number and unit, as corrected; the number alone where the unit is not known now."""
    if row.unit not in view.catalogue.units:
        return row.printed
    return formats.as_kept(row, view.catalogue, view.words)
