"""The last part of a training that goes on from a model: the heads that tell who is meant, alone.

The mean of a run's epochs and of a model's weights does not fit heads that the model had not, or
had from other epochs. So the encoder and the heads that mark attributions stay as they are, and the
heads that mark descriptions and other sources, and point to whom a source means, learn over them
for some epochs more; of what they knew before, half is kept. Attributions, and how sure they are,
are the same before and after.
"""

from __future__ import annotations

from dataclasses import replace

import torch

from quotes.training.net import Net, collate
from quotes.training.run import Run, mixed

SETTLED = ("heads.description.", "heads.via.", "meant.")
"""Beginnings of the names of the weights that learn. The type of a source is not among them: it
came to take too many of those who are not named for somebody who is."""
AVERAGE = 0.998  # of the moving average of the weights
HALF = 0.5  # of the weights that these heads had is kept


def settle(run: Run, epochs: int) -> Net:
    """Let these heads of `run.net` learn for `epochs` from the run's articles, treebanks left out,
    at the run's rate for heads; returns the net with the mean of the weights that they had and of
    the moving average of those that they learn.

    It begins anew where it was broken off: an epoch takes a fifth of one of the whole net.
    """
    learning = []
    for name, weights in run.net.named_parameters():
        weights.requires_grad = name.startswith(SETTLED)
        learning += [weights] if weights.requires_grad else []
    run.plan = replace(run.plan, epochs=epochs, average=AVERAGE, masked=0.0)
    run.banks, run.step = [], 0
    run.articles = [article for article in run.articles if article.references]
    run.optimizer = torch.optim.AdamW(
        learning, lr=run.plan.head_rate, weight_decay=run.plan.decay, fused=True
    )
    run.rates = [run.plan.head_rate]
    before = {name: value.clone() for name, value in run.net.state_dict().items()}
    run.average = {name: value.clone() for name, value in before.items()}
    for epoch in range(epochs):
        found = run.epoch_batches(epoch)
        run.net.eval().dropout.train()  # what does not learn gives the same at each step
        losses = sum(run.train_step(collate(batch), epochs * len(found)) for batch in found)
        run.log(settled=epoch + 1, loss=round(losses / len(found), 4))
    run.net.load_state_dict(mixed([run.average], before, HALF))
    return run.net.eval()
