"""Files from the window: pictures, animations, slides and code."""
