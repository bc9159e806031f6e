"""A step as a NumPy script that needs nothing else, in the manner of a lecture."""
