"""What the form of print tells: quotation marks, signatures, turns of a transcript, asides."""
