"""Databases of two kinds behind one connection: files, servers, transactions, errors."""
