"""What a cell that holds a number shows: its digits, its percent sign, its month or day."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from loaders.reading.number_formats import Section, Token, section_of

FIRST_DAYS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}  # day 0, by whether it is 1904's
LEAP_THAT_NEVER_WAS = 60  # the 29th of February 1900, which spreadsheets count
NEGATIVE = "-−(（△▲"  # what stands before a negative number, besides its own sign
NUMERALS = ("digit", "point", "comma", "percent", "exponent", "general")
DATES = ("date", "elapsed", "noon")


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell's text, and the number it stores where the text does not say all of it, else ""."""

    text: str
    stored: str = ""


def plain(value: float) -> str:
    """A number in the 15 digits that a spreadsheet keeps."""
    return str(int(value)) if value.is_integer() else format(value, ".15g")


def shown(value: float, code: str, *, since_1904: bool = False) -> Shown:
    """What a number shows in a number format; grouping signs are no part of what is printed."""
    section, unsigned = section_of(code, value)
    if section.has(*DATES):
        return Shown(_date(section, value, since_1904=since_1904))
    if section.has("general", "fraction"):
        return _general(section, abs(value) if unsigned else value)
    text, exact = _number(section, Decimal(plain(value)))
    return Shown(text, "" if exact else plain(value))


def _general(section: Section, value: float) -> Shown:
    if section.has("fraction"):
        return Shown(plain(value))
    parts = [t.text if t.kind == "literal" else plain(value) for t in section.tokens]
    return Shown("".join(parts).strip() if parts else plain(value))


def _number(section: Section, value: Decimal) -> tuple[str, bool]:
    """The text, and whether it says the whole number."""
    tokens = section.tokens
    if not section.has("digit"):  # words in the place of a number
        return "".join(t.text for t in tokens if t.kind in ("literal", "percent")).strip(), False
    if section.has("exponent"):
        return _scientific(tokens, value)
    counted = value.scaleb(2 * sum(token.kind == "percent" for token in tokens))
    scaled = abs(counted).scaleb(-_thousands(tokens))
    rounded = scaled.quantize(Decimal(1).scaleb(-_places(tokens)), ROUND_HALF_UP)
    whole, _, fraction = format(rounded, "f").partition(".")
    text = _laid_out(tokens, whole, fraction).strip()
    if value < 0 and rounded:
        text = "-" + text.lstrip(NEGATIVE + " ").rstrip(")） ")
    said = _decimal(text.rstrip("% "))
    if said is None:  # words stand in it, or no digit at all
        return text, rounded == abs(counted) and any(map(str.isdigit, text))
    return text, said == counted


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _thousands(tokens: tuple[Token, ...]) -> int:
    """The power of ten by which commas behind the last digit divide."""
    last = max(at for at, token in enumerate(tokens) if token.kind == "digit")
    commas = 0
    for token in tokens[last + 1 :]:
        if token.kind != "comma":
            break
        commas += 1
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    before = point - 1
    while point < last and before >= 0 and tokens[before].kind == "comma":
        commas, before = commas + 1, before - 1
    return 3 * commas


def _places(tokens: tuple[Token, ...]) -> int:
    """How many digits stand behind the point."""
    kinds = [token.kind for token in tokens]
    return kinds[kinds.index("point") :].count("digit") if "point" in kinds else 0


def _laid_out(tokens: tuple[Token, ...], whole: str, fraction: str) -> str:
    """The digits in their places, with the words that stand before, between and behind them."""
    kinds = [token.kind for token in tokens]
    point = kinds.index("point") if "point" in kinds else len(tokens)
    digits = whole.lstrip("0")
    before: list[str] = []
    slots = kinds[:point].count("digit")
    for token in reversed(tokens[:point]):
        if token.kind == "digit":
            slots -= 1
            taken = len(digits) if slots == 0 else 1
            part = digits[len(digits) - taken :] if digits else ""
            digits = digits[: len(digits) - taken]
            before.append(part or ("0" if token.text == "0" else ""))
        elif token.kind in ("literal", "percent"):
            before.append(token.text)
    after = _behind(tokens[point + 1 :], fraction)
    sign = "." if point < len(tokens) and after[:1].isdigit() else ""
    return digits + "".join(reversed(before)) + sign + after


def _behind(tokens: tuple[Token, ...], fraction: str) -> str:
    """The digits behind the point: those of `#` only as far as there are any."""
    kept = len(fraction.rstrip("0"))
    parts, at = [], 0
    for token in tokens:
        if token.kind == "digit":
            parts.append(fraction[at] if at < kept or token.text == "0" else "")
            at += 1
        elif token.kind in ("literal", "percent"):
            parts.append(token.text)
    return "".join(parts)


def _scientific(tokens: tuple[Token, ...], value: Decimal) -> tuple[str, bool]:
    kinds = [token.kind for token in tokens]
    mantissa = tokens[: kinds.index("exponent")]
    text = f"{value:.{_places(mantissa)}E}"
    return text, Decimal(text) == value


def _date(section: Section, value: float, *, since_1904: bool) -> str:
    """A day, a month or a year where the year is shown; else what stands there."""
    letters = {token.text[0] for token in section.tokens if token.kind == "date"}
    if "e" in letters:  # the year, as in formats of East Asia
        letters.add("y")
    day = _day(value, since_1904=since_1904)
    if day is None or "y" not in letters:
        return _clock(section, value, day)
    if "d" in letters:
        return day.isoformat()
    return f"{day:%Y-%m}" if "m" in letters else f"{day:%Y}"


def _day(value: float, *, since_1904: bool) -> date | None:
    number = int(value)
    if not since_1904 and number < LEAP_THAT_NEVER_WAS:
        number += 1
    elif not since_1904 and number == LEAP_THAT_NEVER_WAS:
        return None
    if value < (0 if since_1904 else 1):
        return None
    try:
        return FIRST_DAYS[since_1904] + timedelta(number)
    except OverflowError:
        return None


def _clock(section: Section, value: float, day: date | None) -> str:
    """A time, or a day without its year, roughly as shown: it is neither number nor period."""
    letters = {token.text[0] for token in section.tokens if token.kind == "date"}
    if day is not None and letters <= {"m", "d"} and not section.has("elapsed", "noon"):
        return {"m": f"{day.month}月", "d": f"{day.day}日"}.get(
            "".join(letters), f"{day.month}月{day.day}日"
        )
    seconds = round(abs(value) * 86400)
    if not section.has("elapsed"):
        seconds %= 86400
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
