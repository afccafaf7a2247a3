MISSES: frozenset[str] = frozenset()
