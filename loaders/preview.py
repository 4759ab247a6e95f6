"""What a load would publish, tried in a transaction of which nothing stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loaders.changes import Changes, contents
from loaders.check import Checked
from loaders.load import exchange_all, look
from review.review import Review
from store.releases import Engine, Entry, remembered, trying
from targets.rules import RuleBook


@dataclass(frozen=True, slots=True)
class Preview:
    """The rows that a load would change by table, and what they are; without `review` none."""

    changes: Mapping[str, Changes] = field(default_factory=dict)
    review: Review | None = None

    @property
    def totals(self) -> Changes:
        """The rows of all tables."""
        each = self.changes.values()
        return Changes(*(sum(getattr(one, n) for one in each) for n in Changes.__slots__))


def preview(
    checked: Checked,
    engine: Engine,
    today: date | None = None,
    rules: RuleBook | None = None,
    *,
    with_conflicts: bool = False,
) -> Preview | None:
    """What a load of these tables, which have no errors, would publish; None without a release.

    A database that is not of this version has none to compare with.
    """
    with trying(engine) as transaction:
        if transaction is None:
            return None
        changes = exchange_all(transaction, list(contents(checked)), Entry(), lambda *_: None)
        if not changes:
            return Preview()
        before = remembered(engine)
        seen = look(transaction, before, checked, today, rules, with_conflicts=with_conflicts)
        return Preview(changes, seen)
