"""The ids that the wiring and the pages share."""

LOCATION = "shell-location"
SHOWN = "shell-shown"
WANT_PAGE = "shell-want-page"
WANT_RESULTS = "shell-want-results"
NAVIGATION = "shell-navigation"
PAGE = "shell-page"
RESULTS = "page-results"
MAP = "page-map"
REGION = "filter-region"
FROM = "filter-from"
TO = "filter-to"
SOURCE = "filter-source"
BASE = "filter-base"
KIND = "filter-kind"
STAGE = "filter-stage"
FILTERS = {"region": REGION, "from": FROM, "to": TO, "source": SOURCE, "base": BASE,
           "kind": KIND, "stage": STAGE}  # fmt: skip
