"""How files are sent."""

from urllib.parse import unquote

import pytest
from flask import Flask

from callbacks.files import responses

NAME = "原煤产量（万吨）_贵州"


@pytest.fixture
def server() -> Flask:
    return Flask("files")


def test_a_download_has_its_name_and_its_type(server: Flask) -> None:
    with server.test_request_context("/"):
        response = responses.download("a,b", "csv", NAME)
    header = response.headers["Content-Disposition"]
    assert header.startswith("attachment; filename*=UTF-8''")
    assert unquote(header).endswith(f"{NAME}.csv")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-cache"


def test_the_same_content_is_sent_once(server: Flask) -> None:
    with server.test_request_context("/"):
        tag = responses.download("a,b", "csv", NAME).headers["ETag"]
    with server.test_request_context("/", headers={"If-None-Match": tag}):
        assert responses.download("a,b", "csv", NAME).status_code == 304
        assert responses.download("a,c", "csv", NAME).status_code == 200


def test_a_file_is_asked_for_again_and_what_is_wrong_is_not_kept(server: Flask) -> None:
    with server.test_request_context("/"):
        shown = responses.shown(b"x", "png", NAME)
        wrong = responses.body("no", "txt", 404, responses.NOT_KEPT)
    assert shown.headers["Cache-Control"] == "no-cache"
    assert shown.headers["ETag"]
    assert wrong.headers["Cache-Control"] == "no-store"
    assert "ETag" not in wrong.headers


def test_a_file_name_holds_what_file_systems_take() -> None:
    name = responses.file_name("原煤产量（规上）", "", "2015-2025", "R7")
    assert name == "原煤产量（规上）_2015-2025_R7"
    assert responses.file_name('a/b:c*"d"') == "a_b_c__d_"
