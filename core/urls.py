from django.urls import path, re_path

from core import views

app_name = "core"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("documents/<int:pk>/", views.document, name="document"),
    path("export-log/", views.export_log, name="export_log"),
    path("letters/", views.letters, name="letters"),
    path("letters/<int:pk>/", views.letter, name="letter"),
    path("letters/<int:pk>/send-again/", views.send_again, name="send_again"),
    path("attachments/<int:pk>/", views.attachment, name="attachment"),
    path("attachments/<int:pk>/preview/", views.preview, name="preview"),
    path("attach/<str:owner_type>/<int:pk>/", views.attach, name="attach"),
    path("drafts/<str:form>/keep/", views.keep_draft, name="keep_draft"),
    path("drafts/<str:form>/discard/", views.discard_draft, name="discard_draft"),
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/<int:pk>/", views.job, name="job"),
    path("jobs/<int:pk>/progress/", views.job_progress, name="job_progress"),
    path("jobs/<int:pk>/result/", views.job_result, name="job_result"),
    path("jobs/<int:pk>/stop/", views.stop_job, name="stop_job"),
    path("lists/<slug:code>/summary/", views.list_summary, name="list_summary"),
    path("lists/<slug:code>/<int:pk>/neighbours/", views.list_neighbours, name="list_neighbours"),
    re_path(
        r"^lists/(?P<code>[-\w]+)/export\.(?P<file_format>xlsx|csv|vcf)$",
        views.list_export,
        name="list_export",
    ),
    path("lists/<slug:code>/save-view/", views.save_view, name="save_view"),
    path("saved-views/<int:pk>/forget/", views.forget_view, name="forget_view"),
    path("views/<int:pk>/begin-with/", views.begin_with_view, name="begin_with_view"),
    path("home/", views.home, name="home"),
    path("reports/<slug:code>/", views.report, name="report"),
    re_path(
        r"^reports/(?P<code>[-\w]+)/export\.(?P<file_format>xlsx|csv)$",
        views.report_export,
        name="report_export",
    ),
]
