"""What is minimised, and how it is looked at: slices, lines, curvature."""
