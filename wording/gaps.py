"""A gap in words: what would close it, and whose it is to publish."""

from targets.gaps import Gap
from wording import formats, sentences
from wording.context import Context


def subject(gap: Gap, context: Context) -> str:
    """What is missing something: the indicator, else the base."""
    lang = context.words.lang
    if gap.indicator:
        return context.catalogue.indicators[gap.indicator].name(lang)
    base = context.catalogue.bases[gap.base].short(lang)
    return context.words("gap.any", base=base)


def closes(gap: Gap, context: Context) -> str:
    """What would close it: "2025年数据，对照目标1000亿元以上"."""
    words, target, latest = context.words, gap.target, gap.latest
    return words(
        f"gap.closes.{gap.kind}",
        name=subject(gap, context),
        due=formats.period(target.period, words) if target else "",
        goal=sentences.goal(target, context) if target else "",
        period=formats.period(latest.period, words) if latest else "",
    )


def office(gap: Gap, context: Context) -> str:
    """The office that would publish it; a sentence where none is known."""
    source = gap.office.source
    return source.publisher(context.words.lang) if source else context.words("gap.no_office")


def ground(gap: Gap, context: Context) -> str:
    """Why that office; empty where there is none."""
    return context.words(f"ground.{gap.office.ground}") if gap.office.source else ""
