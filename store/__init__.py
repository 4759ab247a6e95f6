"""Tables, engine and queries: the only room that knows SQL."""
