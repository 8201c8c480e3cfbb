from interactions.forms.entry import AddForm, NoteForm
from interactions.forms.plan import CancelForm, MoveForm, RemindForm, SnoozeForm
from interactions.forms.regulation import RegulationForm
from interactions.forms.result import ResultForm
from interactions.forms.series import ChangeSeriesForm

__all__ = [
    "AddForm",
    "CancelForm",
    "ChangeSeriesForm",
    "MoveForm",
    "NoteForm",
    "RegulationForm",
    "RemindForm",
    "ResultForm",
    "SnoozeForm",
]
