"""What the dashboard says of itself, in both languages."""

import re

import pytest

from charts.addresses import State
from layouts.pages.about import about
from layouts.view import View
from store import schema
from tests.support.elements import texts
from tests.support.figures_rows import context
from tests.support.readme import ROOT
from wording.words import LANGUAGES


def said(lang: str) -> list[str]:
    counts = dict.fromkeys(schema.TABLES, 7)
    return list(texts(about(View(context(lang), State(lang=lang), "/about"), counts, [])))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_names_pages_as_the_menu_does(lang: str) -> None:
    name = context(lang).words("nav.verify")
    assert [text for text in said(lang) if name in text]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_names_no_path_of_the_project(lang: str) -> None:
    text = " ".join(said(lang))
    rooms = "|".join(path.parent.name for path in ROOT.glob("*/__init__.py"))
    assert not re.search(rf"\b({rooms}|translations|data|assets)/|\.(py|po|csv)\b", text)
