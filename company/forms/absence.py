from company.forms.entry import EntryForm
from company.models import Employee


class AbsenceForm(EntryForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("employee", "deputy"):
            self.fields[name].queryset = Employee.objects.working()
            self.fields[name].label_from_instance = lambda person: person.full_name
