from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from indicators import clock
from indicators.release import Release

NEW_YEAR = Release(1, "2026-12-31T17:30:00+00:00", "", 0, 0, 0, "")  # 01:30 in Beijing


def test_a_load_in_the_night_belongs_to_the_day_that_has_begun() -> None:
    assert NEW_YEAR.day.isoformat() == "2027-01-01"
    assert f"{NEW_YEAR.moment:%Y-%m-%d %H:%M}" == "2027-01-01 01:30"
    assert NEW_YEAR.utc.isoformat() == "2026-12-31T17:30:00"


def test_another_place_has_another_day() -> None:
    there = Release(1, NEW_YEAR.time, "", 0, 0, 0, "", zone=ZoneInfo("America/New_York"))
    assert (there.day.isoformat(), there.utc) == ("2026-12-31", NEW_YEAR.utc)


@pytest.mark.parametrize(("place", "day"), [("Asia/Shanghai", 1), ("UTC", 31)])
def test_today_is_the_day_of_a_place(monkeypatch: pytest.MonkeyPatch, place: str, day: int) -> None:
    class Night(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime(2026, 12, 31, 17, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Night)
    assert clock.today(clock.zone(place)).day == day


@pytest.mark.parametrize("name", ["Asia/Guiyang", "Asia", "../etc/passwd", "北京"])
def test_a_place_without_a_zone_is_none(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the name is all that it says
        clock.zone(name)
