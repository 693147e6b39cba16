"""Static files with hashed names, so that a browser may keep them for a year."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedStatics(ManifestStaticFilesStorage):
    """Hashes the paths inside `import` of our modules too."""

    support_js_module_import_aggregation = True
    manifest_strict = False
