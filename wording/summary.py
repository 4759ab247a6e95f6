"""How a base or a region stands, in the sentences that open its report."""

from collections.abc import Iterable, Sequence

from indicators.records import Target
from indicators.vocabulary import PROVINCE
from targets import tracker
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget
from wording.context import Context

NAMED = 6  # targets without a figure that are named of each status


def verdicts(current: Sequence[TrackedTarget], context: Context) -> str:
    """Count the current targets by what is known of them, the best first."""
    words, first = context.words, context.today.year - 1
    if not current:
        return words("summary.none", first=first)
    listed = words("list.join").join(
        words("summary.verdict", status=words(f"tstatus.{status}"), n=count)
        for status, count in tracker.counts(current).items()
    )
    return words("summary.current", first=first, n=len(current), verdicts=listed)


def without(current: Iterable[TrackedTarget], context: Context) -> str:
    """Name the current targets that no figure compares with, by status; empty without one."""
    words = context.words
    unknown = [row for row in current if row.assessment.gap is None]
    if not unknown:
        return ""
    listed = words("report.sources_join").join(
        _of_status(status, [row.target for row in unknown if row.status is status], context)
        for status in tracker.counts(unknown)
    )
    return words("summary.without", n=len(unknown), verdicts=listed)


def _of_status(status: TargetStatus, targets: Sequence[Target], context: Context) -> str:
    words = context.words
    every = list(dict.fromkeys(named(target, context) for target in targets))
    names = words("list.join").join(every[:NAMED])
    if len(every) > NAMED:
        names = words("summary.names_more", names=names)
    return words(
        "summary.without_of", status=words(f"tstatus.{status}"), n=len(targets), names=names
    )


def named(target: Target, context: Context) -> str:
    """The indicator, with the region where that is not the whole province nor in its name."""
    words, region = (
        context.words,
        context.catalogue.regions[target.region].short(context.words.lang),
    )
    name = context.catalogue.indicators[target.indicator].name(words.lang)
    if target.region == PROVINCE or region in name:
        return name
    return words("summary.named", name=name, region=region)
