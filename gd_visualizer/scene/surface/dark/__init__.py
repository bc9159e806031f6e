"""The dark field: what a lantern shows, and guesses at the lowest place."""
