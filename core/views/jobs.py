from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from core import jobs as work
from core.models import Job
from core.views.attachments import stored


def own_job(request, pk):
    return get_object_or_404(Job.objects.filter(by=request.user), pk=pk)


@require_GET
def jobs(request):
    return render(request, "core/jobs.html", {"jobs": Job.objects.filter(by=request.user)[:50]})


@require_GET
def job(request, pk):
    return render(request, "core/job.html", {"job": own_job(request, pk)})


@require_GET
def job_progress(request, pk):
    return render(request, "core/_job_progress.html", {"job": own_job(request, pk)})


@require_GET
def job_result(request, pk):
    found = get_object_or_404(Job.objects.filter(by=request.user).exclude(result=""), pk=pk)
    return FileResponse(stored(found.result), as_attachment=True, filename=found.result_name)


@require_POST
def stop_job(request, pk):
    found = own_job(request, pk)
    work.stop(found, by=request.user)
    return redirect("core:job", pk=found.pk)
