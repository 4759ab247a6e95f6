"""Pages as component trees. No queries, no arithmetic."""
