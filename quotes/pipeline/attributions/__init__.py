"""Attributions on the Doc, made of the model's scores and of the quotation marks."""

from quotes.pipeline.attributions.component import Attributions

__all__ = ["Attributions"]
