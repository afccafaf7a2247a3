"""Comparisons of some quotes with others: their words, their time, their outlets and people."""
