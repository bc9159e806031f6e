"""Lessons of one's own as files: saved, asked about, kept for the case of a crash."""
