"""What was published, one line of JSON an event, for those who run the site."""

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from indicators.release import Release

log = logging.getLogger("sixbases.releases")

Field = Callable[[Release], Any]
# What a line tells of a release, by the name of the field; README lists them.
FIELDS: Mapping[str, Field] = {
    "release": lambda release: release.number,
    "time": lambda release: release.time,
    "who": lambda release: release.who,
    "note": lambda release: release.note,
    "files": lambda release: json.loads(release.files or "{}"),
    "added": lambda release: release.added,
    "changed": lambda release: release.changed,
    "removed": lambda release: release.removed,
    "accepted": lambda release: release.accepted.split(),
    "restores": lambda release: release.restores,
}


def record(event: str, release: Release, **more: object) -> None:
    """Write what happened (`load`, `rollback`, `withdraw`) to a release; `more` is told instead."""
    write(event, **{name: field(release) for name, field in FIELDS.items()} | more)


def write(event: str, **fields: object) -> None:
    """Write a line: the event, then its fields."""
    log.info(json.dumps({"event": event, **fields}, ensure_ascii=False))
