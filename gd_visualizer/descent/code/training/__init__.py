"""A whole training as a script of its own: from the start of a descent, step by step."""
