"""Which day it is: that of the place where pages are read, whatever the clock of a machine says."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

PLACE = "Asia/Shanghai"  # the day of the People's Republic is that of Beijing


def zone(name: str) -> ZoneInfo:
    """The time zone of a name such as `Asia/Shanghai`; raise `ValueError` for an unknown one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError) as error:  # a folder of zones is no zone
        raise ValueError(name) from error


BEIJING = zone(PLACE)


def today(place: tzinfo = BEIJING) -> date:
    """The day it is at `place` now."""
    return datetime.now(place).date()
