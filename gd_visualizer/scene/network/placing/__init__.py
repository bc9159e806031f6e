"""Where labels of weights, slopes and words have room, found once for a lesson."""
