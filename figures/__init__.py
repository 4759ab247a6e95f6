"""Rows in; plotly figures (plain dicts), their words and alt texts out. Pure."""
