"""How fast the pages are beside a bare Dash page with six line charts, in one run."""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from exports.pictures.chromium import find

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
CONCURRENT, REQUESTS = 4, 60
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Every chart of the page is drawn, also those below the window: ours wait their turn in `.plot`;
# what is folded away, as the map of the overview, is drawn when it is unfolded.
DRAWN = """(least) => {
  const graphs = [...document.querySelectorAll('.js-plotly-plot')];
  return graphs.length >= least && document.readyState === 'complete' &&
    graphs.length >= [...document.querySelectorAll('.plot')].filter(p => p.offsetParent).length &&
    graphs.every(g => g.querySelector('.point, path.js-line, .annotation, .shapelayer path'));
}"""
# The filters come alive after the charts; what is folded away stays as it is.
ALIVE = """() => {
  const form = document.getElementById('plain-filters');
  return !(form && form.offsetParent);
}"""
MOVED = {"overview": 640, "base page": 660}  # kB of a first visit
RAW = {"/base/coal": 330, "/targets": 380}  # kB of document and layout
PREFECTURES = (
    "520100",
    "520200",
    "520300",
    "520400",
    "520500",
    "520600",
    "522300",
    "522600",
    "522700",
)


@contextmanager
def serving(command: list[str], port: int, path: str) -> Iterator[str]:
    """Run a server until the block ends; yield its address once it answers."""
    environment = os.environ | {"SIXBASES_PORT": str(port), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address + path)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{address} does not answer")


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def drawn(browser: Browser, address: str, least: int) -> tuple[float, int]:
    """Seconds until every chart is drawn in a browser that has nothing cached; all bytes moved."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    received: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda e: received.append(int(e["encodedDataLength"])))
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(DRAWN, arg=least, timeout=60_000)
    seconds = time.perf_counter() - start
    page.wait_for_function(ALIVE, timeout=60_000)
    page.wait_for_timeout(500)
    context.close()
    return seconds, sum(received)


def answer(address: str, body: dict[str, object]) -> float:
    """Seconds that one callback takes."""
    request = urllib.request.Request(
        f"{address}/_dash-update-component",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Accept-Encoding": "gzip, br"},
    )
    start = time.perf_counter()
    with urllib.request.urlopen(request) as response:
        response.read()
    return time.perf_counter() - start


def callback(address: str, output: str) -> dict[str, Any]:
    """The request that fires the callback of `output`, without its value."""
    with urllib.request.urlopen(f"{address}/_dash-dependencies") as response:
        known = json.load(response)
    found = next(c for c in known if output in c["output"] and not c["clientside_function"])
    outputs = [
        dict(zip(("id", "property"), part.split("@")[0].rsplit(".", 1), strict=True))
        for part in found["output"].strip(".").split("...")
    ]
    is_single = not found["output"].startswith("..")
    first = found["inputs"][0]
    return {
        "output": found["output"],
        "outputs": outputs[0] if is_single else outputs,
        "inputs": [first],
        "state": [],
        "changedPropIds": [f"{first['id']}.{first['property']}"],
    }


def filter_times(address: str, output: str, values: list[object]) -> list[float]:
    """Seconds of each filter change, four at a time."""
    plain = callback(address, output)
    first = plain["inputs"][0]
    bodies = [plain | {"inputs": [{**first, "value": value}]} for value in values]
    with ThreadPoolExecutor(CONCURRENT) as pool:
        list(pool.map(lambda body: answer(address, body), bodies[:CONCURRENT]))  # warm
        return list(pool.map(lambda body: answer(address, body), bodies))


def report(name: str, ours: float, bare: float, bound: float) -> None:
    """Print one comparison."""
    ratio = ours / bare
    verdict = "ok" if ratio <= bound else "TOO SLOW"
    print(f"{name}: {ours:.3f} s, bare {bare:.3f} s, ratio {ratio:.2f} (≤ {bound}) {verdict}")


def weight(name: str, size: int, bound: int) -> None:
    """Print a weight; `bound` in kB, 0 for none."""
    verdict = "" if not bound else " ok" if size <= bound * 1000 else " TOO HEAVY"
    print(f"{name}: {size / 1000:.0f} kB{f' (≤ {bound})' if bound else ''}{verdict}")


def weigh(ours: str) -> None:
    """Print what a page weighs uncompressed: the document and the layout of its live part."""
    layout = len(fetched(f"{ours}/_dash-layout"))
    for path, bound in RAW.items():
        weight(f"document and layout of {path}", len(fetched(ours + path)) + layout, bound)


def fetched(address: str) -> bytes:
    """The uncompressed answer of an address."""
    with urllib.request.urlopen(address) as response:
        return bytes(response.read())


def main() -> None:
    """Start both, measure both, print the ratios."""
    subprocess.run([sys.executable, "app.py", "load"], cwd=ROOT, check=True)
    ports = free_port(), free_port()
    with (
        serving(["app.py", "serve"], ports[0], "/healthz") as ours,
        serving(["-m", "benchmarks.bare_page", str(ports[1])], ports[1], "/") as bare,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find(os.environ.get("SIXBASES_BROWSER")), args=CHROMIUM
        )
        compare_drawing(browser, ours, bare)
        browser.close()
        compare_filters(ours, bare)
        weigh(ours)


def compare_drawing(browser: Browser, ours: str, bare: str) -> None:
    """Print the time until drawn: overview and a base page against the bare page."""
    paths = {"overview": (f"{ours}/", 0), "base page": (f"{ours}/base/coal", 3), "bare": (bare, 6)}
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in paths}
    for _ in range(RUNS):  # interleaved, so that noise falls on all alike
        for name, (address, least) in paths.items():
            found[name].append(drawn(browser, address, least))
    medians = {name: statistics.median(s for s, _ in runs) for name, runs in found.items()}
    for name in ("overview", "base page"):
        report(f"{name} drawn, median of {RUNS}", medians[name], medians["bare"], 0.5)
    for name, runs in found.items():
        weight(f"{name} cold visit", runs[0][1], MOVED.get(name, 0))


def compare_filters(ours: str, bare: str) -> None:
    """Print the time of a filter change on a base page against the bare page's callback."""
    bases = cycle(("coal", "compute", "baijiu", "economy", "resources", "batteries", "backup"))
    pairs = zip(bases, cycle(PREFECTURES), range(2010, 2010 + REQUESTS), strict=False)
    addresses: list[object] = [f"/base/{b}?region={r}&from={y % 15 + 2005}" for b, r, y in pairs]
    regions: list[object] = list(islice(cycle((520000, 520100, 520300)), REQUESTS))
    changed = statistics.median(filter_times(ours, "live-answer.data", addresses))
    yardstick = statistics.median(filter_times(bare, "graph-0.figure", regions))
    report(
        f"filter change at {CONCURRENT} concurrent, median of {REQUESTS}", changed, yardstick, 0.3
    )


if __name__ == "__main__":
    main()
