"""A run as an animation: GIF, or MP4 and WebM where there is an encoder. Never Qt."""
