"""What a load of the data folder would publish, as a page tells it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from review.review import Review
from wording.words import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in words: how bad, where, what, and what to do about it.

    `is_new` says that its file is not as it was when it was last loaded.
    """

    is_new: bool
    severity: str
    place: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """A load of `folder` looked at before it is made.

    `files` are those that were read with what became of them since the last load: "new",
    "changed", "same", "gone". `left_out` counts, by rule, the problems beyond those listed.
    `counts` are the rows added, changed and removed by table. `review` is None where there are
    errors, where nothing changes, and where the data as it is cannot be compared with.
    """

    folder: str
    files: Mapping[str, str]
    findings: Sequence[Finding]
    left_out: Mapping[str, int]
    has_errors: bool
    counts: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    review: Review | None = None


Look = Callable[[Words], Prospect]  # looks ahead and tells it in the words of a language
