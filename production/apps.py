from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductionConfig(AppConfig):
    name = "production"
    verbose_name = _("Workshop")

    def ready(self):
        from production.contributions import contribute

        contribute()
