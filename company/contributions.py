"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from core import registry
from core.registry import NavItem


def contribute():
    registry.nav.extend(
        [
            NavItem(
                "settings",
                _("Dictionaries"),
                "company:dictionaries",
                "books",
                "company.change_dictionary",
                60,
            ),
        ]
    )
