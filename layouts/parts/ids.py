"""The ids that pages, scripts and the live part share."""

NAVIGATION = "page-navigation"
RESULTS = "page-results"
LEAD = "page-lead"
TAKEN = "page-taken"
FOOT = "page-foot"
PARTS = (NAVIGATION, LEAD, TAKEN, RESULTS, FOOT)  # what a filter changes on a page
MAP = "page-map"
FILTERS = "filters"
PLAIN_FILTERS = "plain-filters"


def control(parameter: str) -> str:
    """The id of the live control that writes a parameter of the address."""
    return f"filter-{parameter}"
