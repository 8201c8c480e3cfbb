from django.urls import path

from company import views

app_name = "company"
urlpatterns = [
    path("dictionaries/", views.dictionaries, name="dictionaries"),
    path("dictionaries/<slug:code>/", views.dictionary, name="dictionary"),
    path("dictionaries/<slug:code>/add/", views.add_entry, name="add_entry"),
    path("dictionaries/<slug:code>/<int:pk>/edit/", views.edit_entry, name="edit_entry"),
    path("dictionaries/<slug:code>/<int:pk>/move/", views.move_entry, name="move_entry"),
    path("dictionaries/<slug:code>/<int:pk>/switch/", views.switch_entry, name="switch_entry"),
]
