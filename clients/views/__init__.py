from clients.views.bulk import (
    bulk_change,
    bulk_change_card,
    bulk_changes,
    run_bulk_change,
    undo_bulk_change,
)
from clients.views.client import add, card, edit, find, index
from clients.views.gaps import fill_gaps, gaps
from clients.views.hands import accept, decline, hand_over, recall
from clients.views.history import history
from clients.views.importing import (
    check_import,
    import_card,
    imports,
    run_import,
    undo_import,
    upload_import,
)
from clients.views.merge import (
    duplicate_group,
    duplicates,
    merge,
    merge_card,
    merges,
    reject_duplicates,
    reopen_duplicates,
    search_duplicates,
    undo_merge,
)
from clients.views.merge_people import (
    alike_people,
    merge_people,
    tell_people_apart,
    undo_person_merge,
)
from clients.views.person import add_person, edit_person
from clients.views.plan import plan
from clients.views.regulation import regulation
from clients.views.requisites import requisites
from clients.views.segment import (
    add_segment,
    count_segment,
    edit_segment,
    remove_segment,
    segment,
    segments,
)
from clients.views.story import segments_of, timeline

__all__ = [
    "accept",
    "add",
    "add_person",
    "add_segment",
    "alike_people",
    "bulk_change",
    "bulk_change_card",
    "bulk_changes",
    "card",
    "check_import",
    "count_segment",
    "decline",
    "duplicate_group",
    "duplicates",
    "edit",
    "edit_person",
    "edit_segment",
    "fill_gaps",
    "find",
    "gaps",
    "hand_over",
    "history",
    "import_card",
    "imports",
    "index",
    "merge",
    "merge_card",
    "merge_people",
    "merges",
    "plan",
    "recall",
    "regulation",
    "reject_duplicates",
    "remove_segment",
    "reopen_duplicates",
    "requisites",
    "run_bulk_change",
    "run_import",
    "search_duplicates",
    "segment",
    "segments",
    "segments_of",
    "tell_people_apart",
    "timeline",
    "undo_bulk_change",
    "undo_import",
    "undo_merge",
    "undo_person_merge",
    "upload_import",
]
