"""How a release is told: where it stands, who made it, what was accepted."""

from datetime import datetime

from indicators.release import Release
from wording import formats
from wording.words import Words


def told(release: Release, words: Words) -> list[str]:
    """What is to know of a release beside its note: brought back, accepted, withdrawn."""
    parts = (restored(release, words), accepted(release, words), withdrawn(release, words))
    return [part for part in parts if part]


def restored(release: Release, words: Words) -> str:
    """Which release it brought back; empty for none."""
    return words("release.restores", number=release.restores) if release.restores else ""


def accepted(release: Release, words: Words) -> str:
    """The stops that were accepted when it was loaded; empty for none."""
    names = [_stop(name, words) for name in release.accepted.split()]
    return words("release.accepted", stops=words("list.join").join(names)) if names else ""


def withdrawn(release: Release, words: Words) -> str:
    """That it was withdrawn, when and why; empty while it stands."""
    if not release.withdrawn:
        return ""
    moment = datetime.fromisoformat(release.withdrawn).astimezone(release.zone)
    day = formats.day(moment.date(), words)
    return words("release.withdrawn", date=day, reason=release.reason)


def file_mark(release: Release, words: Words) -> str:
    """What the name of a file says of its release: R7, and that it was withdrawn."""
    key = "release.file_withdrawn" if release.withdrawn else "release.file"
    return words(key, number=release.number)


def _stop(name: str, words: Words) -> str:
    """A stop in words; one that this version no longer knows goes by its name."""
    try:
        return words(f"release.stop.{name}")
    except KeyError:
        return name
