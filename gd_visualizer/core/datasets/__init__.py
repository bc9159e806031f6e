"""Made-up data: one record for each kind, the same points for the same seed on every machine."""
