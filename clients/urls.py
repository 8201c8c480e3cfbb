from django.urls import path

from clients import views

app_name = "clients"
urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add, name="add"),
    path("find/", views.find, name="find"),
    path("segments/", views.segments, name="segments"),
    path("segments/add/", views.add_segment, name="add_segment"),
    path("segments/count/", views.count_segment, name="count_segment"),
    path("segments/<int:pk>/", views.segment, name="segment"),
    path("segments/<int:pk>/edit/", views.edit_segment, name="edit_segment"),
    path("segments/<int:pk>/remove/", views.remove_segment, name="remove_segment"),
    path("import/", views.imports, name="imports"),
    path("import/upload/", views.upload_import, name="upload_import"),
    path("import/<int:pk>/", views.import_card, name="import_card"),
    path("import/<int:pk>/check/", views.check_import, name="check_import"),
    path("import/<int:pk>/run/", views.run_import, name="run_import"),
    path("import/<int:pk>/undo/", views.undo_import, name="undo_import"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path("duplicates/search/", views.search_duplicates, name="search_duplicates"),
    path("duplicates/<int:pk>/", views.duplicate_group, name="duplicate_group"),
    path("duplicates/<int:pk>/reject/", views.reject_duplicates, name="reject_duplicates"),
    path("duplicates/<int:pk>/reopen/", views.reopen_duplicates, name="reopen_duplicates"),
    path("merges/", views.merges, name="merges"),
    path("merges/<int:pk>/", views.merge_card, name="merge_card"),
    path("merges/<int:pk>/undo/", views.undo_merge, name="undo_merge"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/timeline/", views.timeline, name="timeline"),
    path("<int:pk>/segments/", views.segments_of, name="segments_of"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/requisites/", views.requisites, name="requisites"),
    path("<int:pk>/merge/<int:gone_pk>/", views.merge, name="merge"),
    path("<int:pk>/plan/", views.plan, name="plan"),
    path("<int:pk>/people/add/", views.add_person, name="add_person"),
    path("<int:pk>/people/<int:person_pk>/edit/", views.edit_person, name="edit_person"),
]
