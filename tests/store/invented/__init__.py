"""What `tests/store/million.py` makes its articles of: words and names, speakers, sentences."""
