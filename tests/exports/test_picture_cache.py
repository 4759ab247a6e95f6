"""The cache of pictures: bounded, least used first, whole files only, for many at once."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from exports.pictures.picture_cache import Cache, key
from exports.pictures.pictures import Options

PNG = Options("png")


def used(folder: Path, name: str, second: int) -> None:
    os.utime(folder / name, (second, second))


def total(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_a_key_tells_chart_parameters_release_and_options_apart() -> None:
    same = {key("trend", p, 7, PNG) for p in ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})}
    others = {
        key("map", {"a": "1", "b": "2"}, 7, PNG), key("trend", {"a": "1", "b": "3"}, 7, PNG),
        key("trend", {"a": "1", "b": "2"}, 8, PNG),
        key("trend", {"a": "1", "b": "2"}, 7, Options("png", scale=2)),
        key("trend", {"a": "1", "b": "2"}, 7, Options("svg")),
    }  # fmt: skip
    assert len(same) == 1
    assert len(others | same) == 6


def test_what_was_put_is_got_by_another_process_too(tmp_path: Path) -> None:
    Cache(tmp_path / "new" / "folder", 1000).put("a", b"picture")
    assert Cache(tmp_path / "new" / "folder", 1000).get("a") == b"picture"
    assert Cache(tmp_path, 1000).get("b") is None


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 3 * 132)
    for second, name in enumerate("abc"):
        cache.put(name, bytes(100))
        used(tmp_path, name, second + 1)
    assert cache.get("a") == bytes(100)
    cache.put("d", bytes(100))
    assert [cache.get(name) is not None for name in "abcd"] == [True, False, True, True]
    assert total(tmp_path) == 3 * 132


def test_a_picture_larger_than_the_cache_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 200)
    cache.put("a", b"small")
    cache.put("b", bytes(200))
    assert cache.get("a") == b"small"
    assert cache.get("b") is None


@pytest.mark.parametrize("broken", [b"", b"short", b"\x00" * 90])
def test_a_broken_file_is_a_miss_and_goes(tmp_path: Path, broken: bytes) -> None:
    cache = Cache(tmp_path, 1000)
    cache.put("a", b"picture")
    (tmp_path / "a").write_bytes(broken)
    assert cache.get("a") is None
    assert list(tmp_path.iterdir()) == []


def test_a_vanished_folder_is_a_miss_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    cache = Cache(folder, 1000)
    cache.put("a", b"picture")
    (folder / "a").unlink()
    folder.rmdir()
    assert cache.get("a") is None
    cache.put("a", b"picture")
    assert cache.get("a") == b"picture"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "folder", 1000)
    cache.put("a", b"picture")
    assert cache.get("a") is None


def busy(folder: Path, seed: int) -> int:
    """Put and get; return how many answers were wrong. Each picture tells its own name."""
    cache, faults = Cache(folder, 40 * 532), 0
    for number in range(100):
        name = f"p{(seed * 31 + number * 7) % 60}"
        cache.put(name, name.encode() * (500 // len(name)))
        found = cache.get(f"p{(seed + number) % 60}")
        mine = f"p{(seed + number) % 60}".encode()
        faults += found is not None and found != mine * (500 // len(mine))
    return faults


def test_threads_share_a_folder(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda seed: busy(tmp_path, seed), range(8))) == 0
    assert 0 < total(tmp_path) <= 40 * 532


def test_processes_share_a_folder(tmp_path: Path) -> None:
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        assert sum(pool.map(busy, [tmp_path] * 3, range(3))) == 0
    Cache(tmp_path, 40 * 532).put("last", b"")
    assert 0 < total(tmp_path) <= 40 * 532
