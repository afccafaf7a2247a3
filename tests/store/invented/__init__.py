"""The parts of which `tests/store/million.py` makes its articles: words and names, speakers,
sentences."""
