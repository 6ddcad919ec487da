"""The three roles and the two steps of approval.

Editors write, moderators approve and publish, administrators look after people and settings.
Wagtail makes the first two groups itself; what is missing is added here, and nothing that a
site's own people have granted or taken away since is looked at.
"""

from django.db import migrations

TAGS = "episodes.{}_episodetag"
EDITORS = ["wagtailadmin.access_admin", TAGS.format("add"), TAGS.format("change")]
MODERATORS = [
    *EDITORS,
    TAGS.format("delete"),
    *(f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete")),
]
ADMINISTRATORS = [
    *MODERATORS,
    "forum_cms.change_sitesettings",
    *(f"auth.{verb}_user" for verb in ("add", "change", "delete")),
    *(
        f"wagtailcore.{verb}_{model}"
        for model in ("workflow", "task", "locale")
        for verb in ("add", "change", "delete")
    ),
    "wagtailcore.change_site",
]
ROLES = {"Editors": EDITORS, "Moderators": MODERATORS, "Administrators": ADMINISTRATORS}

WRITES = ["add_page", "change_page"]
PUBLISHES = [*WRITES, "publish_page", "lock_page", "unlock_page", "bulk_delete_page"]
PAGES = {"Editors": WRITES, "Moderators": PUBLISHES, "Administrators": PUBLISHES}

FILES = [
    *(f"wagtailimages.{verb}_image" for verb in ("add", "change", "choose")),
    *(f"wagtaildocs.{verb}_document" for verb in ("add", "change", "choose")),
    *(f"wagtailmedia.{verb}_media" for verb in ("add", "change")),
]
COLLECTIONS = [f"wagtailcore.{verb}_collection" for verb in ("add", "change", "delete")]
FOLDERS = {"Editors": FILES, "Moderators": FILES, "Administrators": [*FILES, *COLLECTIONS]}

WORKFLOW = "Two-step approval"
FIRST_STEP, SECOND_STEP = "Read by a colleague", "Approved for publishing"


def add_roles(apps, schema_editor):
    groups = {
        name: apps.get_model("auth.Group").objects.get_or_create(name=name)[0] for name in ROLES
    }
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    folder = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    on_pages = apps.get_model("wagtailcore.GroupPagePermission").objects
    on_files = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    for name, group in groups.items():
        group.permissions.add(*(permission(apps, one) for one in ROLES[name]))
        for codename in PAGES[name]:
            one = permission(apps, f"wagtailcore.{codename}")
            on_pages.get_or_create(group=group, page=root, permission=one)
        for codename in FOLDERS[name]:
            one = permission(apps, codename)
            on_files.get_or_create(group=group, collection=folder, permission=one)


def permission(apps, name):
    """The permission "app.codename": made here, before Django would make it after migrating."""
    app_label, codename = name.split(".")
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=codename.split("_")[-1]
    )
    verb, noun = codename.split("_", 1)
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {verb} {noun}"}
    )[0]


def add_workflow(apps, schema_editor):
    """Takes the place of Wagtail's one-step workflow, unless somebody has changed that."""
    groups = apps.get_model("auth.Group").objects
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name=WORKFLOW)
    steps = [
        ("forum_cms.SecondReaderTask", FIRST_STEP, ["Editors", "Moderators", "Administrators"]),
        ("wagtailcore.GroupApprovalTask", SECOND_STEP, ["Moderators", "Administrators"]),
    ]
    for number, (model, name, readers) in enumerate(steps):
        app_label, model_name = model.lower().split(".")
        content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
            app_label=app_label, model=model_name
        )
        task = apps.get_model(model).objects.create(name=name, content_type=content_type)
        task.groups.set(groups.filter(name__in=readers))
        apps.get_model("wagtailcore.WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=number
        )
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    assigned = apps.get_model("wagtailcore.WorkflowPage").objects
    there = assigned.filter(page=root).first()
    if there is None:
        assigned.create(page=root, workflow=workflow)
    elif there.workflow.name == "Moderators approval":
        there.workflow = workflow
        there.save()


class Migration(migrations.Migration):
    dependencies = [
        ("forum_cms", "0002_second_reader"),
        ("episodes", "0001_initial"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0013_delete_uploadeddocument"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailmedia", "0004_duration_optional_floatfield"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(add_roles, migrations.RunPython.noop),
        migrations.RunPython(add_workflow, migrations.RunPython.noop),
    ]
