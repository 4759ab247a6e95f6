"""The words of the lists that the published files are made of."""

PROVINCE = "520000"
CONTEXT_BASE = "economy"

# Best first: the order decides which of several figures for one key is shown (precedence).
SOURCE_KINDS = ("statistics", "government", "plan", "company", "association", "press")
CARRIERS = ("original", "reprint")
STATUSES = ("revised", "actual", "provisional", "estimate", "forecast")
QUALIFIERS = ("exact", "about", "over", "under")
COMPARATORS = (">=", "<=", "=")
TARGET_KINDS = ("plan", "annual", "aspiration")
DIRECTIONS = ("up", "down", "none")
MEASURES = ("flow", "stock", "ratio", "growth", "count")
LEVELS = ("province", "prefecture", "area", "county")
STAGES = ("planned", "building", "operating")
EVENT_KINDS = ("project", "plan", "meeting", "policy", "report", "proposal")
AREA_KINDS = ("core", "zone")
PROPOSAL_KINDS = ("proposal", "response", "followup", "research_topic")
MISSING = ("—", "…", "-", "--")  # an empty cell is the fifth reason
