"""How numbers, quantities, periods and source lines are written in Chinese and in English."""

import math
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from types import MappingProxyType

from indicators import periods, units
from indicators.catalogue import Catalogue
from indicators.records import Indicator, Observation, Source, Target, Unit
from indicators.vocabulary import Comparator
from wording.words import Words

MINUS = "−"  # as wide as a plus, and no line breaks after it
CURRENCIES = ("CNY", "USD")  # they go before the number
MISSING_WORDS = MappingProxyType(
    {"": "figure.missing", "无": "figure.none", "暂无": "figure.not_yet"}
)
EXACT = 12  # decimals: more than any source prints


def number(value: Decimal, words: Words, decimals: int = 2) -> str:
    """Write a number rounded once, half up; below 1 it keeps as many significant digits.

    English has commas between thousands. A trailing zero of the source stays.
    """
    rounded = _rounded(value, decimals)
    text = f"{rounded:,f}" if words.lang == "en" else f"{rounded:f}"
    return text.replace("-", MINUS)


def decimal(value: float) -> Decimal:
    """A float as a decimal of twelve significant digits, without the noise of its binary form."""
    return Decimal(f"{value:.12g}")


def _rounded(value: Decimal, decimals: int) -> Decimal:
    if value and abs(value) < 1:
        decimals = max(decimals, decimals - value.adjusted() - 1)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > decimals:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return value


def display_unit(indicator: Indicator, catalogue: Catalogue, words: Words) -> Unit:
    """The unit that pages in this language show the indicator in."""
    return catalogue.display_unit(indicator, words.lang)


def unit_name(indicator: Indicator, catalogue: Catalogue, words: Words) -> str:
    """The word for that unit; empty for a plain count in English and for a pure number."""
    return _word(display_unit(indicator, catalogue, words), words)


def _word(unit: Unit, words: Words) -> str:
    if unit.dimension == "number":
        return ""
    return unit.name_en if words.lang == "en" else unit.unit


def shown_value(row: Observation | Target, catalogue: Catalogue, words: Words) -> Decimal:
    """The printed number, exactly converted to the unit shown in this language.

    `row` has a value: the sign of a missing one is no number.
    """
    to = display_unit(catalogue.indicators[row.indicator], catalogue, words)
    unit = catalogue.units[row.unit]
    value = units.convert(Decimal(row.printed), unit, to)
    return value if unit == to else value.normalize()  # 1.92亿吨 is 19200万吨, not 19200.00


def with_unit(text: str, unit: str, words: Words) -> str:
    """Join a number and its unit as the language does; a percent sign follows at once."""
    if words.lang != "en" or unit in ("", "%"):
        return text + unit
    currency, _, scale = unit.partition(" ")
    if currency in CURRENCIES:
        return f"{currency} {text} {scale}".rstrip()
    return f"{text} {unit}"


def quantity(row: Observation, catalogue: Catalogue, words: Words, decimals: int = 2) -> str:
    """Write an observation with qualifier and unit: 约10亿吨, 400 Mt; a missing one by its sign.

    The scale is that of what it stands together with (`Catalogue.in_scale_of`), else its own.
    """
    if row.value is None:
        return missing(row.printed, words)
    catalogue = catalogue.in_scale_of((row,))
    text = number(shown_value(row, catalogue, words), words, decimals)
    unit = unit_name(catalogue.indicators[row.indicator], catalogue, words)
    return words(f"qualifier.{row.qualifier}", quantity=with_unit(text, unit, words))


def missing(printed: str, words: Words) -> str:
    """Write what a source prints where a value is missing: its sign, or its word in words."""
    key = MISSING_WORDS.get(printed)
    return words(key) if key else printed


def bare(row: Observation, catalogue: Catalogue, words: Words) -> str:
    """Write an observation that has a value with its qualifier but without its unit: 约10."""
    text = number(shown_value(row, catalogue, words), words)
    return words(f"qualifier.{row.qualifier}", quantity=text)


def marked_quantity(row: Observation, catalogue: Catalogue, words: Words) -> str:
    """Write an observation as `quantity` does, and that it was corrected where it was."""
    text = quantity(row, catalogue, words)
    if not row.corrections:
        return text
    return words("observation.marked", value=text, mark=words("figure.corrected"))


def status(row: Observation, words: Words) -> str:
    """Say how final a value is, and that it was corrected where it was: 初步数，已更正."""
    final = words(f"status.{row.status}")
    return words("figure.and_corrected", status=final) if row.corrections else final


def standing(row: Observation, words: Words) -> str:
    """Say what is not to be taken for granted: a value not final, or corrected; else empty."""
    if row.status.is_named:
        return status(row, words)
    return words("figure.corrected") if row.corrections else ""


def as_printed(row: Observation | Target, catalogue: Catalogue, words: Words) -> str:
    """Write a number as the source prints it, in the source's own unit.

    English words for Chinese units hold a number of their own: 12 × CNY 100m. A missing one has
    no unit.
    """
    return as_kept(row.stated if isinstance(row, Observation) else row, catalogue, words)


def as_kept(row: Observation | Target, catalogue: Catalogue, words: Words) -> str:
    """Write a number as `as_printed` does, but one that was corrected as it is right."""
    if row.value is None:
        return missing(row.printed, words)
    unit = catalogue.units[row.unit]
    if words.lang == "en" and row.printed and any(sign.isdigit() for sign in unit.name_en):
        return f"{row.printed} × {unit.name_en}"
    return with_unit(row.printed, _word(unit, words) if row.printed else "", words)


def target_quantity(target: Target, catalogue: Catalogue, words: Words, decimals: int = 2) -> str:
    """Write a target with its comparator: ≥1000亿元, 15%, 5.5%左右."""
    return aimed(level(target, catalogue, words, decimals), target, words)


def aimed(text: str, target: Target, words: Words) -> str:
    """Say of a number or quantity what the target says of it: at least, at most, about."""
    if target.comparator is not Comparator.EQUAL:
        return target.comparator.sign + text
    return words("goal.exact" if target.qualifier.is_exact else "goal.about", quantity=text)


def level(target: Target, catalogue: Catalogue, words: Words, decimals: int = 2) -> str:
    """Write the quantity of a target, without what it says of it."""
    catalogue = catalogue.in_scale_of((target,))
    text = number(shown_value(target, catalogue, words), words, decimals)
    unit = unit_name(catalogue.indicators[target.indicator], catalogue, words)
    return with_unit(text, unit, words)


@lru_cache(maxsize=4096)  # there are few periods, and a page names them again and again
def period(text: str, words: Words) -> str:
    """Write a period: 2025年1—6月 / H1 2025, 2023年6月30日 / 30 Jun 2023.

    Raises `PeriodError` for a text that is none.
    """
    span = periods.parse(text)
    key = "period.half" if text.endswith("/ytd") and span.number == 6 else f"period.{span.kind}"
    return words(
        key,
        year=span.year,
        number=span.number,
        half=words(f"half.{1 if span.kind == 'ytd' else span.number}") if "half" in key else "",
        month=words(f"month.{span.end.month}"),
        day=span.end.day,
    )


def day(moment: date, words: Words) -> str:
    """Write a day: 2023年6月30日 / 30 Jun 2023."""
    return period(moment.isoformat(), words)


def share(ratio: Decimal | float, words: Words, decimals: int = 1) -> str:
    """Write a fraction as a percentage, rounded half up: 0.69505 → 69.5%."""
    percent = (Decimal(str(ratio)) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{percent or abs(percent):f}%".replace("-", MINUS)  # no −0.0%


def share_short_of(ratio: float, bound: float, words: Words) -> str:
    """Write a fraction as a percentage, with decimals that keep it off a bound it does not reach.

    99.96 % of a target is not 100.0 %.
    """
    texts = [share(ratio, words, decimals) for decimals in range(1, 5)]
    if ratio == bound:
        return texts[0]
    return next((t for i, t in enumerate(texts, 1) if t != share(bound, words, i)), texts[-1])


def off_bounds(value: float, bounds: Iterable[float], words: Words) -> str:
    """Write a reading with two decimals, more where it would be rounded onto a bound of a band.

    An infinite bound is none.
    """
    exact = decimal(value)
    onto = {decimal(bound) for bound in bounds if math.isfinite(bound)}
    tries = (exact.quantize(Decimal(1).scaleb(-n), ROUND_HALF_UP) for n in range(2, 6))
    off = next((t for t in tries if t not in onto or t == exact), exact)
    return number(off, words, EXACT)


def converted(value: float, indicator: str, catalogue: Catalogue, words: Words) -> str:
    """Write a computed value, given in the unit of the indicator of that id, in the unit shown.

    Four digits suffice for what is computed.
    """
    of = catalogue.indicators[indicator]
    to = display_unit(of, catalogue, words)
    exact = units.convert(Decimal(f"{value:.4g}"), catalogue.units[of.unit], to)
    return with_unit(number(exact, words), _word(to, words), words)


def published(source: Source, words: Words) -> str:
    """Write the date of a publication; a sentence when it has none."""
    return period(source.published, words) if source.published else words("source.undated")


def source_short(source: Source, words: Words) -> str:
    """Name a source in a line: publisher and date."""
    issuer = publisher(source, words)
    return words("source.short", publisher=issuer, date=published(source, words))


def publisher(source: Source, words: Words) -> str:
    """Name the body that issued a text; behind it, that a reprint of the text was read."""
    named = source.publisher(words.lang)
    return words("source.reprint", publisher=named) if source.carrier.is_reprint else named


def carrier(source: Source, words: Words) -> str:
    """How a text was read: as it was issued, passed on by another, or reprinted."""
    key = "relayed" if source.via and not source.carrier.is_reprint else source.carrier
    return words(f"carrier.{key}")


def scaled(printed: str, unit: Unit, catalogue: Catalogue, words: Words) -> str:
    """Write a printed number of `unit` in the unit this language shows: 5.0129亿元, CNY 0.5 bn.

    Empty for an empty number.
    """
    to = catalogue.units[unit.english_unit] if words.lang == "en" else unit
    value = units.convert(Decimal(printed), unit, to) if printed else None
    return with_unit(number(value, words), _word(to, words), words) if value is not None else ""
