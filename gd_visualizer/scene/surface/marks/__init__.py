"""What is drawn over the surface: where we are, where steps led, arrows, kept runs."""
