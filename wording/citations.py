"""Publications as references of GB/T 7714-2015 and of APA, and the numbers that point to them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from indicators import periods
from indicators.records import Source
from wording import formats
from wording.words import Words

NAMED = 4  # in a line; all of them are in the list of references


def citation(source: Source, day: date, words: Words) -> str:
    """Write a reference; `day` is that of citing. Only an original is given with its address."""
    about = {"publisher": formats.publisher(source, words), "title": source.title}
    if source.link:
        dated = words("citation.date", date=source.published) if source.published else ""
        return words("citation.online", **about, dated=dated, day=day, address=source.link)
    published = source.published or words("source.undated")
    return words("citation.offline", **about, date=published)


def apa(source: Source, words: Words) -> str:
    """Write a reference as APA does; without its date it is n.d., and no copy has an address.

    The date is English in every language, as it is in APA.
    """
    parts = [
        words("apa.publisher", publisher=source.publisher(words.lang)),
        words("apa.date", date=_apa_date(source.published, words)),
        words("apa.title", title=source.title),
        source.link,
    ]
    return " ".join(part for part in parts if part)


def _apa_date(published: str, words: Words) -> str:
    if not published:
        return words("apa.undated")
    span = periods.parse(published)
    month = words(f"apa.month.{span.end.month}")
    return words(f"apa.{span.kind}", year=span.year, month=month, day=span.end.day)


def source_line(sources: Iterable[Source], words: Words) -> str:
    """Name the publications in a line, the first few of many; empty without any."""
    named = list(dict.fromkeys(formats.source_short(source, words) for source in sources))
    line = words("report.sources_join").join(named[:NAMED])
    if len(named) > NAMED:
        line = words("foot.more", sources=line, count=len(named))
    return words("foot.source", sources=line) if named else ""


def marks(numbers: Iterable[int]) -> str:
    """Write the numbers of references in one pair of brackets: [1,3-5]; none, no brackets."""
    groups = groupby(enumerate(sorted(set(numbers))), lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in group] for _, group in groups]
    spans = [_span(run) for run in runs]
    return f"[{','.join(spans)}]" if spans else ""


def _span(run: list[int]) -> str:
    if len(run) > 2:
        return f"{run[0]}-{run[-1]}"
    return ",".join(str(number) for number in run)
