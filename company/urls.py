from django.urls import path

from company import views

app_name = "company"
urlpatterns = [
    path("employees/", views.employees, name="employees"),
    path("employees/add/", views.add_employee, name="add_employee"),
    path("employees/<int:pk>/", views.employee, name="employee"),
    path("employees/<int:pk>/reset-password/", views.reset_password, name="reset_password"),
    path("employees/<int:pk>/let-go/", views.let_go, name="let_go"),
    path("employees/<int:pk>/undo-leaving/", views.undo_leaving, name="undo_leaving"),
    path("employees/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("employees/<int:pk>/set-pin/", views.set_pin, name="set_pin"),
    path("profile/", views.profile, name="profile"),
    path("roles/", views.roles, name="roles"),
    path("roles/add/", views.add_role, name="add_role"),
    path("roles/<int:pk>/", views.role, name="role"),
    path("roles/<int:pk>/reset/", views.reset_role, name="reset_role"),
    path("approvals/", views.approvals, name="approvals"),
    path("approvals/<int:pk>/", views.approval, name="approval"),
    path("approvals/<int:pk>/approve/", views.approve, name="approve"),
    path("approvals/<int:pk>/refuse/", views.refuse, name="refuse"),
    path("approvals/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("firm/", views.firm, name="firm"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/change-day/", views.change_day, name="change_day"),
    path("dictionaries/", views.dictionaries, name="dictionaries"),
    path("dictionaries/<slug:code>/", views.dictionary, name="dictionary"),
    path("dictionaries/<slug:code>/add/", views.add_entry, name="add_entry"),
    path("dictionaries/<slug:code>/<int:pk>/edit/", views.edit_entry, name="edit_entry"),
    path("dictionaries/<slug:code>/<int:pk>/move/", views.move_entry, name="move_entry"),
    path("dictionaries/<slug:code>/<int:pk>/switch/", views.switch_entry, name="switch_entry"),
    path("notifications/", views.notifications, name="notifications"),
    path("notifications/bell/", views.bell, name="bell"),
    path("notifications/read/", views.read_notifications, name="read_notifications"),
    path("notifications/<int:pk>/open/", views.open_notification, name="open_notification"),
]
