"""What was corrected of a figure: what its source states, what is right, why and since when."""

from indicators.records import Observation
from wording import formats
from wording.context import Context
from wording.words import Words

HEADS = {"qualifier": "qualifier_word", "status": "status"}  # of the keys of words of a list


def cell(field: str, text: str, words: Words) -> str:
    """A cell as people read it: a word of a list in their language, anything else as it is."""
    if field in HEADS:
        return words(f"{HEADS[field]}.{text}")
    return formats.missing(text, words) if field == "value" else text


def told(row: Observation, words: Words) -> list[str]:
    """A sentence for each correction of a figure; none where its source is right."""
    return [
        words(
            "correction.told",
            field=words(f"correction.of.{each.field}"),
            stated=cell(each.field, each.stated, words),
            corrected=cell(each.field, each.corrected, words),
            reason=each.reason(words.lang),
            date=formats.period(each.date, words),
        )
        for each in row.corrections
    ]


def noted(row: Observation, context: Context) -> str:
    """The same below a table or chart, where it must say of which figure; empty for none."""
    if not row.corrections:
        return ""
    words, catalogue = context.words, context.catalogue
    return words(
        "correction.noted",
        name=catalogue.indicators[row.indicator].name(words.lang),
        region=catalogue.regions[row.region].short(words.lang),
        period=formats.period(row.period, words),
        told=words("list.join").join(told(row, words)),
    )
