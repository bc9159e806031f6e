"""Pictures for paper and tables: PNG, SVG, PDF by matplotlib, and CSV. Never Qt."""
