from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget_those_without_a_code(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """A link of before opened another address; hosts make a new one."""
    apps.get_model("groups", "Invitation").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("groups", "0002_successions")]

    operations = [
        migrations.RunPython(forget_those_without_a_code, migrations.RunPython.noop),
        migrations.AddField(
            model_name="invitation",
            name="code_hash",
            field=models.CharField(default="", max_length=64, unique=True),
            preserve_default=False,
        ),
    ]
