"""The firm's words that tests of interactions speak of."""

from interactions.models import InteractionKind, InteractionResult


def kind(channel="call", direction="out") -> InteractionKind:
    return InteractionKind.objects.usual(channel, direction)


def result(meaning="reached", *, of=None, next_step="") -> InteractionResult:
    """One of the usual results of a kind, of an outgoing call unless another is named."""
    of = of or kind()
    return of.results.filter(meaning=meaning, next_step=next_step).first()


def demanding(of=None) -> InteractionKind:
    """The kind from now on demands a next step."""
    of = of or kind()
    InteractionKind.objects.filter(pk=of.pk).update(demands_next=True)
    of.demands_next = True
    return of
