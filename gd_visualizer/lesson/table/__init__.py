"""Tables as spreadsheets write them, opened by a person: what their columns are, and points of
them."""
