"""Pictures made on the server: the first, the next ones, those kept, and many at once."""

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
from PIL import Image

from exports.pictures.browser import Browser
from exports.pictures.picture_cache import Cache, key
from exports.pictures.pictures import Options, options, picture

RUNS, LOOKUPS = 20, 200
REQUESTS, CONCURRENT, FIGURES = 200, 16, 40
FIRST, WARM, CACHED, MEMORY = 4.0, 0.300, 0.005, 600  # s, s, s, MB
MEGABYTE = 2**20


def figure(number: int) -> dict[str, Any]:
    """A chart of two series with Chinese words; the paper's colour tells which one it is."""
    red, green, blue = colour(number)
    years = list(range(2005, 2025))
    series = [
        {"type": "scatter", "name": f"系列{n}", "x": years, "y": [n * y % 97 for y in years]}
        for n in (number + 3, number + 11)
    ]
    layout = {
        "title": {"text": f"<b>原煤产量（图{number}）</b><br>贵州省 · 2005—2024年"},
        "height": 420,
        "font": {"family": '"Noto Sans CJK SC", sans-serif'},
        "paper_bgcolor": f"rgb({red},{green},{blue})",
    }
    return {"data": series, "layout": layout}


def colour(number: int) -> tuple[int, int, int]:
    """A colour that no other of the figures has."""
    return 150 + number * 2, 250 - number, 180 + number * 37 % 60


def is_of(number: int, png: bytes) -> bool:
    """Whether a picture is of its own figure."""
    return Image.open(io.BytesIO(png)).convert("RGB").getpixel((2, 2)) == colour(number)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def memory() -> float:
    """MB of the browser's processes; pages that they share are counted once."""
    processes = psutil.Process().children(recursive=True)
    return sum(process.memory_full_info().pss for process in processes) / MEGABYTE


def report(name: str, found: float, bound: float, unit: str) -> bool:
    """Print one line; return whether the bound holds."""
    verdict = "ok" if found <= bound else "BROKEN"
    print(f"{name}: {found:.1f} {unit} (≤ {bound:g}) {verdict}")
    return found <= bound


def cached(shape: Options, data: bytes) -> float:
    """Seconds of a lookup among many pictures, median."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), 500 * MEGABYTE)
        names = [key("trend", {"region": str(n)}, 7, shape) for n in range(LOOKUPS)]
        for name in names:
            cache.put(name, data)
        times = [
            seconds(lambda n=n: cache.get(key("trend", {"region": str(n)}, 7, shape)))
            for n in range(LOOKUPS)
        ]
        return statistics.median(times)


def crowd(browser: Browser, shape: Options) -> tuple[int, float, float]:
    """Wrong or missing pictures of many at once, the seconds of all, and the memory after."""

    def asked(number: int) -> bool:
        return is_of(number % FIGURES, picture(browser, figure(number % FIGURES), shape))

    start = time.perf_counter()
    with ThreadPoolExecutor(CONCURRENT) as pool:
        right = sum(pool.map(asked, range(REQUESTS)))
    return REQUESTS - right, time.perf_counter() - start, memory()


def main() -> int:
    """Measure all; 1 if a bound is broken."""
    browser, shape = Browser(os.environ.get("SIXBASES_BROWSER")), options({}, "png")
    first = seconds(lambda: picture(browser, figure(0), shape))
    times = [seconds(lambda n=n: picture(browser, figure(n % FIGURES), shape)) for n in range(RUNS)]
    lookup = cached(shape, picture(browser, figure(0), shape))
    wrong, crowded, megabytes = crowd(browser, shape)
    browser.close()
    print(f"{REQUESTS} pictures at {CONCURRENT} concurrent: {crowded:.1f} s")
    held = [
        report("first picture after start", first, FIRST, "s"),
        report(f"warm PNG 1600×900, median of {RUNS}", times_ms(times), WARM * 1000, "ms"),
        report(f"cached picture, median of {LOOKUPS}", lookup * 1000, CACHED * 1000, "ms"),
        report(f"wrong of {REQUESTS} over {FIGURES} figures", wrong, 0, "pictures"),
        report("memory of the browser", megabytes, MEMORY, "MB"),
    ]
    return 0 if all(held) else 1


def times_ms(times: list[float]) -> float:
    """The median in ms."""
    return statistics.median(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
