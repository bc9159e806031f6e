"""Arithmetic that prints itself and computes exactly."""
