"""What is taught: lessons as values, their file format, and the built-in ones."""
