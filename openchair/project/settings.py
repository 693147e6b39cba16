"""One settings file. What differs between places comes from `env`; what is true everywhere stands here."""

from urllib.parse import unquote, urlsplit

from openchair.project import pseudo
from openchair.project.env import ENV, ROOT

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
SECURE = ENV.origin.startswith("https://")
_LOOPBACK = [] if SECURE else ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [urlsplit(ENV.origin).hostname or "localhost", *_LOOPBACK]
CSRF_TRUSTED_ORIGINS = [ENV.origin] if SECURE else []

OPENCHAIR_DATA = ENV.data
OPENCHAIR_KEYS = ENV.keys
OPENCHAIR_RING = ENV.ring
OPENCHAIR_RING_COPY = ENV.ring_copy
OPENCHAIR_DEMO = ENV.demo
OPENCHAIR_REDIS = ENV.redis or None
OPENCHAIR_CLOCK_SHIFT = ENV.clock_shift
OPENCHAIR_ORIGIN = ENV.origin
OPENCHAIR_TRUSTED_PROXIES = ENV.trusted_proxies
OPENCHAIR_SECURITY_CONTACT = ENV.security_contact
OPENCHAIR_PUSH_KEY = ENV.push_key
OPENCHAIR_PUSH_LOOPBACK = ENV.push_loopback
OPENCHAIR_MAIL = ENV.mail
OPENCHAIR_MAIL_FROM = ENV.mail_from

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "openchair.ui",
    "openchair.live",
    "openchair.vault",
    "openchair.people",
    "openchair.notices",
    "openchair.groups",
    "openchair.library",
    "openchair.support",
    "openchair.checkins",
    "openchair.paths",
    "openchair.meetings",
    "openchair.companions",
    "openchair.rooms",
    "openchair.shares",
    "openchair.stories",
    "openchair.safety",
    "openchair.days",
    "openchair.greeting",
    "openchair.roster",
    "openchair.together",
    "openchair.search",
    "openchair.gatherings",
    "openchair.project",
]

MIDDLEWARE = [
    "openchair.project.answers.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "openchair.project.answers.refusals",
    "django.middleware.common.CommonMiddleware",
    "openchair.project.answers.from_our_pages",
    "openchair.people.middleware.who_asks",
    "openchair.project.answers.reader_language",
    "django.middleware.csrf.CsrfViewMiddleware",
    "openchair.project.space.SpaceLeft",
    "django.contrib.messages.middleware.MessageMiddleware",
    "openchair.project.answers.first_run",
    "openchair.project.who_may.only_as_declared",
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
                " PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=67108864;"
                " PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;",
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
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site reads even our styles

_HOST_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{_HOST_PREFIX}oc"
CSRF_COOKIE_NAME = f"{_HOST_PREFIX}csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # ends with the browser, so that a computer does not remember the visit for a year
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "openchair.project.answers.form_too_old"
MESSAGE_STORAGE = "openchair.project.said.Said"
SESSION_COOKIE_SECURE = SECURE  # of the messages' cookie: ours are set in openchair.people

# Headers are ours (openchair.kit.headers); what came by plain http from outside is sent on to https.
SECURE_SSL_REDIRECT = SECURE
SECURE_REFERRER_POLICY = None
SECURE_CONTENT_TYPE_NOSNIFF = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # never a file on a disk

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
