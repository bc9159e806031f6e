"""What of a state is kept in files: the lesson on screen, and the model that was trained."""
