"""A cache that eight threads use at once, as the server's threads do."""

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from callbacks import site as site_module
from callbacks.bounded_cache import BoundedCache
from callbacks.settings import Settings
from callbacks.site import Site
from loaders.load import load
from store.engine import connect

THREADS = 8


@pytest.fixture(autouse=True)
def _switches_often() -> Iterator[None]:
    """Threads take turns as often as Python can, so that a race is met."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """What eight threads that start together return for their numbers."""
    start = Barrier(THREADS)

    def begin(number: int) -> Any:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def test_the_one_used_longest_ago_goes_first() -> None:
    cache = BoundedCache[str, int](2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (1, None, 3)


def test_eight_threads_keep_no_more_than_fits_and_read_what_they_wrote() -> None:
    cache = BoundedCache[int, int](50)

    def work(number: int) -> bool:
        right = True
        for n in range(2000):
            key = (number * 31 + n) % 200
            cache.put(key, key * 2)
            right &= cache.get(n % 200) in (None, (n % 200) * 2)
        return right

    assert all(at_once(work))
    assert len(cache) == 50


def test_of_eight_threads_one_makes_it() -> None:
    cache = BoundedCache[str, int](2)
    made: list[int] = []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    assert at_once(lambda _: cache.made("a", make)) == [7] * THREADS
    assert len(made) == 1


def test_what_failed_is_not_kept() -> None:
    cache = BoundedCache[str, int](2)

    def fail() -> int:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        cache.made("a", fail)
    assert cache.made("a", lambda: 1) == 1


def test_eight_first_readers_of_a_release_assess_it_once(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data=tiny)
    engine = connect(settings.database)
    assert load(tiny, engine).release == 1
    engine.dispose()
    site = Site(settings)
    assessed: list[int] = []
    plain = site_module.assessed

    def counted(*parts: Any) -> Any:
        assessed.append(1)
        time.sleep(0.02)
        return plain(*parts)

    monkeypatch.setattr(site_module, "assessed", counted)
    found = at_once(lambda _: site.assessed(site.snapshot(1)))
    assert len(assessed) == 1
    assert all(each is found[0] for each in found)
