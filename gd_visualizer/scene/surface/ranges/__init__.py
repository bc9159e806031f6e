"""Which ranges of its axes a surface is shown over."""
