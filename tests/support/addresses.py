"""Addresses of every kind, and how each says that something is wrong."""

from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

INDICATOR = "economy.gdp"
CHART = {"indicator": INDICATOR}


@dataclass(frozen=True)
class Address:
    """A path, the parameters that it needs, and the like with an unknown code."""

    path: str
    needs: dict[str, str] | None = None
    unknown: str = ""

    def query(self, **more: str) -> str:
        return "&".join(
            f"{name}={value}" for name, value in ({**(self.needs or {}), **more}).items()
        )


ADDRESSES = (
    Address("/"),
    Address("/base/coal", unknown="/base/tea"),
    Address(f"/indicator/{INDICATOR}", unknown="/indicator/coal.nothing"),
    Address(f"/figure/{INDICATOR}", unknown="/figure/coal.nothing"),
    Address("/region/520300", unknown="/region/999999"),
    Address("/prefectures"),
    Address("/targets"),
    Address("/sources", unknown="/sources?id=nobody"),
    Address("/verify"),
    Address(f"/data/{INDICATOR}.csv", unknown="/data/coal.nothing.csv"),
    Address("/targets.csv"),
    Address("/targets.xlsx"),
    Address("/gaps.xlsx"),
    Address("/template/coal.xlsx", unknown="/template/tea.xlsx"),
    *(Address(f"/chart/trend.{kind}", CHART) for kind in ("png", "json", "csv")),
    Address("/embed/trend", CHART),
    Address("/report/coal.docx", unknown="/report/tea.docx"),
    Address("/report/region/520300.xlsx", unknown="/report/region/999999.xlsx"),
    Address("/healthz"),
)
FILES = tuple(
    a
    for a in ADDRESSES
    if a.path.startswith(("/data", "/targets.", "/gaps.", "/template", "/chart", "/report"))
)


def said(answer: TestResponse) -> str:
    """What a reader is told; of JSON the sentence."""
    if answer.mimetype == "application/json":
        return str(answer.get_json()["detail"])
    return unescape(answer.get_data(as_text=True))


def refuses(client: FlaskClient, address: str, status: int, sentence: str) -> TestResponse:
    """The answer to an address, which must be that status with that sentence."""
    answer = client.get(address)
    assert answer.status_code == status, answer.get_data(as_text=True)[:300]
    text = said(answer)
    assert sentence in text
    assert "Traceback" not in text
    assert "Internal Server Error" not in text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == kind(address)
    return answer


def kind(address: str) -> str:
    path = address.partition("?")[0]
    if path.endswith(".json") or path == "/healthz":
        return "application/json"
    return "text/plain" if "." in path.rpartition("/")[2] and not is_page(path) else "text/html"


def is_page(path: str) -> bool:
    return path.startswith(("/indicator/", "/base/", "/region/", "/figure/", "/embed/"))


def each(*addresses: Address) -> Any:
    return pytest.mark.parametrize("address", addresses, ids=[a.path for a in addresses])
