"""What a stranger adds is tested in a copy of the project only."""

collect_ignore = ["files"]
