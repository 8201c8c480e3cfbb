from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry
from tasks.lifecycle import Priority


class TaskTemplate(DictionaryEntry):
    """What is asked again and again: its words, its term, its check list."""

    title = models.CharField(_("What is to be done"), max_length=200)
    text = models.TextField(_("In more words"), blank=True)
    priority = models.PositiveSmallIntegerField(
        _("Priority"), choices=Priority, default=Priority.NORMAL
    )
    due_days = models.PositiveSmallIntegerField(
        pgettext_lazy("task", "Working days to do it"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(250)],
        help_text=_("0: by the end of the same day. Empty: without a deadline."),
    )
    check_list = models.TextField(
        _("Check list"), blank=True, help_text=_("Each line is one thing to tick.")
    )
    department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Usually asked of"),
        null=True,
        blank=True,
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Template of tasks")

    @property
    def items(self) -> list[str]:
        return [line.strip() for line in self.check_list.splitlines() if line.strip()]
