from django.db import models
from django.db.models import F
from django.db.models.functions import Reverse

from clients.nearest import NameWordQuerySet


class NameWord(models.Model):
    """A word of the names of clients, folded: a misspelt one is told the nearest of these.

    Filled by a trigger of Client. Two people at once may write a word twice: to forbid it would let
    the one wait for the other's whole import.
    """

    word = models.TextField()
    reversed_word = models.GeneratedField(
        expression=Reverse(F("word")), output_field=models.TextField(), db_persist=True
    )

    objects = NameWordQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["word"], name="name_word"),
            models.Index(fields=["reversed_word"], name="name_word_reversed"),
        ]

    def __str__(self):
        return self.word
