"""Wiring: addresses in; store → figures → layouts; answers out."""
