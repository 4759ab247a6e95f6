"""What the dashboard speaks of: one frozen record per row of the published CSV files.

Words of the vocabulary are members of its enums, dates are texts as published (`2023`, `2023-06`,
`2023-06-30`), and what is not stated is an empty text.
"""

import math
from dataclasses import dataclass, field, replace
from decimal import Decimal

from indicators.corrections import Correction
from indicators.typography import chinese
from indicators.vocabulary import (
    MISSING,
    AreaKind,
    Carrier,
    Comparator,
    Direction,
    EventKind,
    Level,
    Measure,
    ProposalKind,
    Qualifier,
    SourceKind,
    Stage,
    Status,
    Subject,
    TargetKind,
)


def in_language(lang: str, zh: str, en: str) -> str:
    """Return the text in `lang`, else in the other language; empty when there is neither."""
    return (en or zh) if lang == "en" else chinese(zh or en)


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a Chinese and an English name, and where it has them, short ones."""

    id: str
    name_zh: str
    name_en: str
    short_zh: str = ""
    short_en: str = ""

    def name(self, lang: str) -> str:
        """The full name in `lang`."""
        return self.name_en if lang == "en" else chinese(self.name_zh)

    def short(self, lang: str) -> str:
        """The short name in `lang`, else the full one."""
        if lang == "en":
            return self.short_en or self.name_en
        return chinese(self.short_zh or self.name_zh)


@dataclass(frozen=True, slots=True)
class Base(Named):
    """An industrial base; `economy` is the context that is none of the six."""

    order: int = 0
    note_zh: str = ""
    note_en: str = ""

    def note(self, lang: str) -> str:
        """What this base is, in one or two sentences."""
        return self.note_en if lang == "en" else chinese(self.note_zh)


@dataclass(frozen=True, slots=True)
class Region(Named):
    """Province, prefecture, area or county; `id` is its GB/T 2260 code, `parent` that above it."""

    level: Level = field(kw_only=True)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word; one of it is `factor` of its dimension's base unit."""

    unit: str
    dimension: str
    factor: Decimal
    name_en: str
    english_unit: str


@dataclass(frozen=True, slots=True)
class Indicator(Named):
    """What is measured, in `unit`; `headline` is its place among the first of its base, if any.

    `reference` names an indicator drawn beside it, never as a target, `growth` the one that tells
    its published growth over a year; empty for none. `direction` is which way it gets better.
    `subject` is empty for what is of a region as a whole. `aliases` are other names that offices
    use, between `、`.
    """

    base: str = ""
    headline: int | None = None
    reference: str = ""
    unit: str = ""
    direction: Direction = field(kw_only=True)
    measure: Measure = field(kw_only=True)
    definition_zh: str = ""
    definition_en: str = ""
    growth: str = ""
    subject: str = ""
    aliases: str = ""

    @property
    def is_of_a_company(self) -> bool:
        """Whether it is the figure of a company or a group, wherever that has its seat."""
        return self.subject == Subject.COMPANY

    def definition(self, lang: str) -> str:
        """What exactly is counted."""
        return self.definition_en if lang == "en" else chinese(self.definition_zh)


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: the publisher issued the text, `via` is where it was read instead.

    A reprint was read in a copy: it is cited and never linked.
    """

    id: str
    title: str
    publisher_zh: str
    published: str
    url: str
    kind: SourceKind
    carrier: Carrier
    publisher_en: str = ""
    via: str = ""
    note_zh: str = ""
    note_en: str = ""

    def publisher(self, lang: str) -> str:
        """The body that issued the text."""
        return in_language(lang, self.publisher_zh, self.publisher_en)

    def note(self, lang: str) -> str:
        """A remark on the publication; empty when there is none."""
        return in_language(lang, self.note_zh, self.note_en)

    @property
    def link(self) -> str:
        """Where the original can be read on the web; empty for a reprint and without an address."""
        is_web = self.url.startswith(("http://", "https://"))
        return self.url if is_web and not self.carrier.is_reprint else ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One reported number: `printed` in `unit` as published, `value` in the indicator's unit.

    A missing one has `value` None and its printed sign ("—", "…", "-", "") in `printed`. What
    `corrections` name stands as it is right, not as it was published.
    """

    indicator: str
    region: str
    period: str
    printed: str
    value: float | None
    unit: str
    qualifier: Qualifier
    status: Status
    source: Source
    note_zh: str = ""
    note_en: str = ""
    corrections: tuple[Correction, ...] = ()

    def note(self, lang: str) -> str:
        """The clerk's remark on the row; empty when there is none."""
        return in_language(lang, self.note_zh, self.note_en)

    @property
    def stated(self) -> "Observation":
        """As its source has it, to be printed: of what was corrected nothing is computed (NaN)."""
        if not self.corrections:
            return self
        texts = {each.field: each.stated for each in self.corrections}
        printed = texts.get("value", self.printed)
        return replace(
            self,
            printed=printed,
            value=None if printed in (*MISSING, "") else math.nan,
            unit=texts.get("unit", self.unit),
            qualifier=Qualifier(texts.get("qualifier", self.qualifier)),
            status=Status(texts.get("status", self.status)),
            corrections=(),
        )


@dataclass(frozen=True, slots=True)
class Target:
    """One stated target: `printed` in `unit` as published, `value` in the indicator's unit."""

    indicator: str
    region: str
    period: str
    printed: str
    value: float
    unit: str
    comparator: Comparator
    kind: TargetKind
    source: Source
    note_zh: str = ""
    note_en: str = ""
    qualifier: Qualifier = Qualifier.EXACT

    def note(self, lang: str) -> str:
        """The clerk's remark on the row; empty when there is none."""
        return in_language(lang, self.note_zh, self.note_en)


@dataclass(frozen=True, slots=True)
class Project(Named):
    """What one publication reports of a project; empty is what it does not state.

    Capacity and investment (in 亿元) are as published. Reports of one project name the same
    `project`; a project that is reported once names none.
    """

    project: str = ""
    base: str = ""
    region: str = ""
    stage: Stage = field(kw_only=True)
    year: str = ""
    capacity: str = ""
    unit: str = ""
    investment: str = ""
    source: Source | None = None
    note_zh: str = ""
    note_en: str = ""

    def note(self, lang: str) -> str:
        """The clerk's remark on the row; empty when there is none."""
        return in_language(lang, self.note_zh, self.note_en)


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated (year, month or day) that happened to a base."""

    date: str
    base: str
    region: str
    title_zh: str
    title_en: str
    kind: EventKind
    source: Source

    def title(self, lang: str) -> str:
        """What happened."""
        return self.title_en if lang == "en" else chinese(self.title_zh)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal, a response or follow-up to one, or a research topic."""

    id: str
    base: str
    region: str
    date: str
    kind: ProposalKind
    person: str
    title_zh: str
    title_en: str
    responds_to: str
    source: Source

    def title(self, lang: str) -> str:
        """What was proposed, answered or studied."""
        return self.title_en if lang == "en" else chinese(self.title_zh)


@dataclass(frozen=True, slots=True)
class Area:
    """A named area of a base's plan, such as a core: one row for each region it lies in."""

    base: str
    kind: AreaKind
    name_zh: str
    name_en: str
    region: str
    source: Source

    def name(self, lang: str) -> str:
        """The area's name in `lang`."""
        return self.name_en if lang == "en" else chinese(self.name_zh)
