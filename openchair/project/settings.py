"""One settings file. What differs between places comes from `env`; what is true everywhere stands here."""

from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from openchair.project import pseudo
from openchair.project.env import ENV, ROOT

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
SECURE = ENV.origin.startswith("https://")
ALLOWED_HOSTS = [urlsplit(ENV.origin).hostname or "localhost", "localhost", "127.0.0.1", "testserver"]
CSRF_TRUSTED_ORIGINS = [ENV.origin] if SECURE else []

OPENCHAIR_DATA = ENV.data
OPENCHAIR_KEYS = ENV.keys
OPENCHAIR_DEMO = ENV.demo
OPENCHAIR_REDIS = ENV.redis or None
OPENCHAIR_CLOCK_SHIFT = ENV.clock_shift
OPENCHAIR_ORIGIN = ENV.origin

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "openchair.ui",
    "openchair.live",
    "openchair.people",
    "openchair.groups",
    "openchair.library",
    "openchair.support",
    "openchair.meetings",
    "openchair.rooms",
    "openchair.safety",
    "openchair.project",
]

MIDDLEWARE = [
    "openchair.project.answers.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "openchair.people.middleware.who_asks",
    "openchair.project.answers.reader_language",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "openchair.project.answers.first_run",
]

ROOT_URLCONF = "openchair.project.urls"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "openchair.project.jinja.Templates",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "openchair.project.jinja.environment",
            "context_processors": [
                "django.template.context_processors.csrf",
                "openchair.project.chrome.chrome",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.Jinja2"


def _database(url: str) -> dict[str, object]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ENV.data / "openchair.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                " PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=67108864;",
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {"default": _database(ENV.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = ["openchair.people.hashing.Argon2id"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
pseudo.register()
LANGUAGES = [("en", "English"), *([pseudo.LANGUAGE] if ENV.debug or ENV.tests else [])]
LOCALE_PATHS = [ROOT / "openchair" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "static-built"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "openchair.project.statics.HashedStatics"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

_HOST_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{_HOST_PREFIX}oc"
CSRF_COOKIE_NAME = f"{_HOST_PREFIX}csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "openchair.project.answers.form_too_old"
MESSAGE_STORAGE = "openchair.project.said.Said"
SESSION_COOKIE_SECURE = SECURE  # of the messages' cookie: ours are set in openchair.people

# Not "no-referrer": our own forms would then carry "Origin: null" (Fetch, 3.2), which the CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

_DIRECTIVES: dict[str, Any] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["frames"],
}
if SECURE:
    _DIRECTIVES["upgrade-insecure-requests"] = True
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _DIRECTIVES}

# Paths and words never reach a log: Django's own loggers say the class of a fault and nothing else.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "filters": {"bare": {"()": "openchair.project.logs.Bare"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["bare"]}},
    "loggers": {
        # Without a handler of its own, Python's last resort would print the whole trace with its words.
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "openchair": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "ERROR"},
}
