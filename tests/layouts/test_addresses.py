import pytest

from charts import addresses
from charts.addresses import (
    BadParameterError,
    EncodingError,
    State,
    UnknownParameterError,
)


@pytest.mark.parametrize(
    ("search", "state"),
    [
        ("", State()),
        ("?region=522600,522700&from=2018&to=2025",
         State(region=("522600", "522700"), from_=2018, to=2025)),
        ("?source=statistics,government&lang=en&asof=12",
         State(source=("statistics", "government"), lang="en", asof=12)),
        ("?id=cppcc-2023", State(id="cppcc-2023")),
    ],
)  # fmt: skip
def test_an_address_is_read_and_written_alike(search: str, state: State) -> None:
    assert addresses.read(search) == state
    assert addresses.query(state) == search


def test_a_code_named_twice_counts_once() -> None:
    assert addresses.read("?region=522600,522600").region == ("522600",)


def test_text_is_quoted_in_an_address() -> None:
    assert addresses.query(State(id="a&b=c")) == "?id=a%26b%3Dc"
    assert addresses.read("?id=a%26b%3Dc").id == "a&b=c"


def test_what_lasts_goes_along_and_the_rest_stays() -> None:
    state = State(region=("522600",), from_=2018, base=("coal",), id="x", lang="en")
    assert addresses.href("/base/coal", state) == "/base/coal?region=522600&from=2018&lang=en"
    assert addresses.href("/", state, region=()) == "/?from=2018&lang=en"


def test_a_parameter_that_there_is_not_is_never_left_out_in_silence() -> None:
    with pytest.raises(KeyError, match="colour"):
        addresses.href("/", State(), colour="red")


@pytest.mark.parametrize(
    ("search", "name"),
    [
        ("?region=52260", "region"),
        ("?region=５２２６００", "region"),
        ("?from=20x8", "from"),
        ("?from=99999", "from"),
        ("?from=2020&to=2010", "from"),
        ("?lang=fr", "lang"),
        ("?asof=0", "asof"),
        ("?asof=-1", "asof"),
        ("?source=gossip", "source"),
        ("?colour=red", "colour"),
        ("?lang=en&lang=zh", "lang"),
        ("?id=" + "x" * 10_000, "id"),
    ],
)
def test_a_wrong_parameter_is_named(search: str, name: str) -> None:
    with pytest.raises(BadParameterError) as error:
        addresses.read(search)
    assert error.value.name == name
    assert error.value.known


def test_an_address_takes_what_it_names_and_no_more() -> None:
    assert addresses.read("?lang=en&base=coal", ("lang", "base")).base == ("coal",)
    with pytest.raises(UnknownParameterError) as error:
        addresses.read("?lang=en&sort=due", ("lang", "base"))
    assert (error.value.name, error.value.known) == ("sort", "lang, base")


@pytest.mark.parametrize(
    "search",
    ["utm_source=x&utm_=1", "from=timeline", "from=singlemessage", "from=groupmessage",
     "isappinstalled=0", "scene=126", "spm=a.1", "share_token=x"],
)  # fmt: skip
def test_what_other_software_adds_is_no_parameter(search: str) -> None:
    assert addresses.read(search, ("lang",)) == State()
    assert addresses.pairs(f"{search}&lang=en") == [("lang", "en")]


@pytest.mark.parametrize("search", ["id=%FF", "id=%D6%D0", "%FF=1", "%FF", "id=\udcff"])
def test_bytes_that_are_no_utf_8_are_refused(search: str) -> None:
    with pytest.raises(EncodingError):
        addresses.read(search)
