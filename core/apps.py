from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Letters and files")

    def ready(self):
        from core import registry, undoing
        from core.jobs import add_kind
        from core.lists import export
        from core.models import Draft

        add_kind(export.KIND)
        add_kind(undoing.KIND)
        registry.add_owner(
            registry.Owner(Draft, Draft.objects.of, attach_right="core.add_attachment")
        )
        # One file is enough to add a list, a report, a dictionary or a printed form.
        autodiscover_modules("lists", "reports", "dictionaries", "documents")
