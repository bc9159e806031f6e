"""Why a step is what it is, in words and equations: forward, error, slopes, update."""
