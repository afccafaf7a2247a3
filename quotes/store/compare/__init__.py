"""What sets some quotes off from others: their words, their time, their outlets and people."""
