from pathlib import Path

import pytest

from callbacks.settings import ROOT, SettingError, from_environment


def test_defaults_need_no_environment() -> None:
    settings = from_environment({})
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8050, 1)
    assert settings.database == f"sqlite:///{ROOT / 'data' / 'sixbases.sqlite3'}"
    assert settings.zone.key == "Asia/Shanghai"


def test_what_is_given_is_read(tmp_path: Path) -> None:
    settings = from_environment({
        "SIXBASES_DATA": str(tmp_path), "SIXBASES_PORT": "9000", "SIXBASES_LANG": "en",
        "SIXBASES_DATABASE_URL": "postgresql://host/facts",
        "SIXBASES_MAP_APPROVAL": "黔S(2026)001号", "SIXBASES_HOST": "",
    })  # fmt: skip
    assert (settings.data, settings.port, settings.lang) == (tmp_path, 9000, "en")
    assert settings.database == "postgresql://host/facts"
    assert settings.map_approval == "黔S(2026)001号"
    assert settings.host == "127.0.0.1"  # an empty variable is none


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("SIXBASES_PORT", "80a", "1 … 65535"),
        ("SIXBASES_PORT", "0", "1 … 65535"),
        ("SIXBASES_WORKERS", "-1", "1 … 64"),
        ("SIXBASES_LANG", "fr", "zh, en"),
        ("SIXBASES_TIMEZONE", "Asia/Guiyang", "Asia/Shanghai"),
        ("SIXBASES_DATABASE_URL", "mysql://root:secret@host/x", "sqlite:///…, postgresql://…"),
    ],
)
def test_a_wrong_setting_says_which_and_what_is_wanted(name: str, text: str, expected: str) -> None:
    with pytest.raises(SettingError) as error:
        from_environment({name: text})
    assert name in str(error.value)
    assert expected in str(error.value)
    assert "secret" not in str(error.value)
