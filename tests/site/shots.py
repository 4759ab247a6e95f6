"""Pictures of every page as its readers see it, to be looked at: `make shots`.

Desk, phone and big screen, both languages, large type, high contrast, and sheets of paper.
"""

import json
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.bench_pages import CHROMIUM, free_port, serving
from exports.pictures.chromium import find
from tests.support.pages import PAGES, WRONG, in_language
from tests.support.tab import DRAWN
from tests.support.warm_browser import PATH

WIDTHS = (1440, 390, 1920)
DISPLAYS = {"": {}, "large": {"type": "large"}, "contrast": {"contrast": "more"}}
SCREENS = [
    *[(lang, width, "") for lang in ("zh", "en") for width in WIDTHS],
    *[("zh", width, "large") for width in (1440, 390)],
    ("zh", 1440, "contrast"),
]
# The hint of the first visit is dismissed, the display is switched.
KEPT = """localStorage.setItem("sixbases-hint", "seen");
localStorage.setItem("sixbases-display", JSON.stringify(%s));"""


def shoot(browser: Browser, site: str, out: Path, screen: tuple[str, int, str]) -> None:
    """Take every page on one screen: language, width in px, display."""
    lang, width, display = screen
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    context.add_init_script(KEPT % json.dumps(DISPLAYS[display]))
    page = context.new_page()
    folder = out / "-".join(filter(None, (lang, str(width), display)))
    folder.mkdir(parents=True, exist_ok=True)
    for path in [*(path for path, _ in PAGES), *WRONG]:
        come(page, site + in_language(path, lang))
        page.screenshot(path=folder / f"{name(path)}.png", full_page=True)
    context.close()


def come(page: Page, address: str) -> None:
    """Wait until the page works and every chart is drawn."""
    page.goto(address)
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(200)


def name(path: str) -> str:
    """A file name for a path."""
    return re.sub(r"\W+", "-", path).strip("-") or "home"


def paper(browser: Browser, site: str, out: Path) -> None:
    """Print the overview, a base and an indicator."""
    page = browser.new_page()
    folder = out / "paper"
    folder.mkdir(parents=True, exist_ok=True)
    for path in ("/", "/base/coal", "/base/batteries", "/indicator/economy.gdp?from=2019"):
        come(page, site + path)
        page.pdf(path=folder / f"{name(path)}.pdf", prefer_css_page_size=True)


def main(out: Path) -> None:
    """Start the dashboard and take all pictures into `out`."""
    port = free_port()
    with serving(["app.py", "serve"], port, "/healthz") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(PATH), args=CHROMIUM)
        for screen in SCREENS:
            shoot(browser, site, out, screen)
            print(out, *screen, flush=True)
        paper(browser, site, out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "shots"))
