from clients.views.client import add, card, edit, find, index
from clients.views.importing import (
    check_import,
    import_card,
    imports,
    run_import,
    undo_import,
    upload_import,
)
from clients.views.person import add_person, edit_person
from clients.views.plan import plan
from clients.views.requisites import requisites
from clients.views.segment import (
    add_segment,
    count_segment,
    edit_segment,
    remove_segment,
    segment,
    segments,
)

__all__ = [
    "add",
    "add_person",
    "add_segment",
    "card",
    "check_import",
    "count_segment",
    "edit",
    "edit_person",
    "edit_segment",
    "find",
    "import_card",
    "imports",
    "index",
    "plan",
    "remove_segment",
    "requisites",
    "run_import",
    "segment",
    "segments",
    "undo_import",
    "upload_import",
]
