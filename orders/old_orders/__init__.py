"""Orders of the time before: brought into the archive by the import of files. They have the number
that they had, are paid, touch neither numbering nor cash nor the shop, and are found and counted as
any other."""

from django.utils.translation import gettext_lazy as _

from clients.importing.kinds import ImportKind
from orders.old_orders.fields import fields
from orders.old_orders.reading import OldOrderReader

RIGHT = "orders.import_workorder"
KIND = ImportKind("orders", _("Old orders"), RIGHT, fields, OldOrderReader)
