"""A browser's page with everything that goes wrong on it."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

# The filters work, unless they are folded away, and every chart holds marks.
DRAWN = """() => {
  const graphs = [...document.querySelectorAll('.js-plotly-plot')];
  const form = document.getElementById('plain-filters');
  const bar = document.querySelector('.live-filters.is-live');
  if (bar && !bar.querySelector('.dash-dropdown')) return false;
  return document.readyState === 'complete' && !(form && form.offsetParent) &&
    document.querySelectorAll('.plot').length === graphs.length &&
    graphs.every(g => g.querySelector('.point, path.js-line, .annotation, .shapelayer path'));
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Tab:
    """A page with everything that went wrong on it."""

    page: Page
    site: str
    wrong: list[str] = field(default_factory=list)
    is_leaving: bool = False  # from the request for the next page until that page is loaded

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        self.page.wait_for_function(DRAWN)
        return self.page

    def leaves(self, *, is_leaving: bool) -> None:
        self.is_leaving = is_leaving
