from django.db import models

from core import registry


class OwnedQuerySet(models.QuerySet):
    def of(self, owner):
        return self.filter(owner_type=owner._meta.label_lower, owner_id=owner.pk)

    def of_any(self, model, pks):
        """`pks` may be a query of ids."""
        return self.filter(owner_type=model._meta.label_lower, owner_id__in=pks)

    def visible_to(self, user):
        """Rows whose owner the user may see; asked row by row, so a page of twenty asks twenty."""
        seen = models.Q(pk__in=[])
        for label, owner in registry.owners.items():
            visible = owner.visible_to(user).filter(pk=models.OuterRef("owner_id"))
            seen |= models.Q(models.Exists(visible), owner_type=label)
        return self.filter(seen)


class Owned(models.Model):
    """A row that hangs on any registered owner and is visible through it and in no other way."""

    owner_type = models.CharField(max_length=60, editable=False)
    owner_id = models.BigIntegerField(editable=False)

    class Meta:
        abstract = True

    @property
    def owner(self):
        """The owner, for those who ask in the firm's name."""
        return registry.owners[self.owner_type].model._base_manager.get(pk=self.owner_id)

    def owner_for(self, user):
        """The owner, if `user` may see it; else the owner model's DoesNotExist."""
        return registry.owners[self.owner_type].visible_to(user).get(pk=self.owner_id)
