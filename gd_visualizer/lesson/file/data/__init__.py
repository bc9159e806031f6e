"""[data]: points written in a lesson, made up, or columns of a table."""
