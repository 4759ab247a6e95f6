"""Figures and rows in; files out."""
