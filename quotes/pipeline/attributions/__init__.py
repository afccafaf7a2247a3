"""Who said what: from the model's scores and the quotation marks to attributions on the Doc."""

from quotes.pipeline.attributions.component import Attributions

__all__ = ["Attributions"]
