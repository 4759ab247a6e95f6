"""One module a page: fetch, build, return."""
