"""The network: its shape, the chain rule in its plain form, and the fast path."""
