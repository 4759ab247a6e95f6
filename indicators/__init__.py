"""The vocabulary and the arithmetic of the dashboard. Pure: no I/O, no frameworks."""
