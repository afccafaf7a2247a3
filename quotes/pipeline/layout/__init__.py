"""Steps that read how a text is set: they pair quotation marks, make attributions of signed
quotations and of the turns of a transcript, and leave out what stands around the story."""
