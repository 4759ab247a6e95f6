"""A release: what one load published, when, by whom, and whether it stands."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from indicators.clock import BEIJING


@dataclass(frozen=True, slots=True)
class Release:
    """A load that changed something, with the numbers of rows.

    `time` is in ISO 8601 with its offset, as stored; readers are told the hour in `zone`. `who` is
    the account that made it, `files` the SHA-256 of each file as JSON, `accepted` the stops that
    were accepted, `restores` the release that a rollback made current again. `withdrawn` is the
    time of its withdrawal, for `reason`; empty while it stands.
    """

    number: int
    time: str
    note: str
    added: int
    changed: int
    removed: int
    digest: str
    who: str = ""
    files: str = ""
    accepted: str = ""
    restores: int | None = None
    withdrawn: str = ""
    reason: str = ""
    zone: tzinfo = BEIJING

    @property
    def moment(self) -> datetime:
        """The day and hour of the load where it is read."""
        return datetime.fromisoformat(self.time).astimezone(self.zone)

    @property
    def day(self) -> date:
        """The day of the load where it is read, which targets are assessed for."""
        return self.moment.date()

    @property
    def utc(self) -> datetime:
        """The moment of the load in UTC and without a zone, as the properties of documents ask."""
        return self.moment.astimezone(UTC).replace(tzinfo=None)
