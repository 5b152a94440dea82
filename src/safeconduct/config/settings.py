"""Every setting of the installation, read from the environment.

Nothing secret has a default. `docs/reference/settings.md` describes each
variable; `tests/test_docs.py` holds the two together.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from safeconduct.config import environment as env

PACKAGE = Path(__file__).resolve().parent.parent

# What the operator decides

DATA = env.folder("SAFECONDUCT_DATA", Path("~/.local/share/safeconduct"))
DEBUG = env.flag("SAFECONDUCT_DEBUG", default=False)
DEMO = env.flag("SAFECONDUCT_DEMO", default=False)
SECRET_KEY = env.text("SAFECONDUCT_SECRET_KEY")
MASTER_KEY = env.key("SAFECONDUCT_MASTER_KEY")  # wraps the key of every person
LOG_ORIGIN = env.text("SAFECONDUCT_LOG_ORIGIN")
LOG_FOLDER = env.folder("SAFECONDUCT_LOG_FOLDER", DATA / "log")
# Only the integrator signs: a web server may run without this key.
LOG_KEY = (
    env.key("SAFECONDUCT_LOG_KEY") if env.text("SAFECONDUCT_LOG_KEY", "") else None
)
# Which witnesses there are, where they answer, how many are enough; none: alone.
LOG_POLICY = env.file("SAFECONDUCT_LOG_POLICY")
# From one step of the log to the next, whatever happened (LEDGER.md 5).
LOG_SECONDS = env.whole("SAFECONDUCT_LOG_SECONDS", default=600, least=1, most=86400)
ALLOWED_HOSTS = env.words("SAFECONDUCT_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
HTTPS = env.flag("SAFECONDUCT_HTTPS", default=False)
DETAINING_STATE = env.text("SAFECONDUCT_DETAINING_STATE", "UA")
POSITION = env.choice(
    "SAFECONDUCT_POSITION", ("risk_based", "will_based"), default="risk_based"
)
# Hours a confirmed wish stays good before a departure (ENG-RECONFIRM).
RECONFIRM_HOURS = env.whole("SAFECONDUCT_RECONFIRM_HOURS", default=72, least=1, most=72)
UPLOAD_MEGABYTES = env.whole("SAFECONDUCT_UPLOAD_MEGABYTES", default=5, least=1)
LANGUAGE_CODE = env.choice(
    "SAFECONDUCT_LANGUAGE", ("en", "ko", "uk", "ru"), default="en"
)
TIME_ZONE = env.text("SAFECONDUCT_TIME_ZONE", "UTC")

# The application

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "safeconduct.web",  # its templates come before those of allauth
    "allauth",
    "allauth.account",
    "csp",
    "ninja",
    "safeconduct.accounts",
    "safeconduct.keyring",
    "safeconduct.journal",
    "safeconduct.register",
    "safeconduct.matching",
    "safeconduct.hearing",
    "safeconduct.reports",
    "safeconduct.determination",
    "safeconduct.exposure",
    "safeconduct.referral",
    "safeconduct.override",
    "safeconduct.departure",
    "safeconduct.publication",
    "safeconduct.erasure",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "safeconduct.web.middleware.SignInRequired",
    "safeconduct.web.middleware.NothingIsCached",
]
ROOT_URLCONF = "safeconduct.config.urls"
WSGI_APPLICATION = "safeconduct.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "safeconduct.web.context.house",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _database(address: str) -> dict[str, object]:
    """Turn a postgresql:// address into Django's form.

    Raises:
        ImproperlyConfigured: It is no address of a PostgreSQL database.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "SAFECONDUCT_DATABASE_URL must read"
            " postgresql://user:password@host:port/database."
        )
    options = dict(p.split("=", 1) for p in parts.query.split("&") if "=" in p)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", parts.hostname or "")),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 16, "timeout": 10},
            "options": "-c lock_timeout=15s -c idle_in_transaction_session_timeout=60s",
            **{name: unquote(value) for name, value in options.items()},
        },
    }


DATABASES = {"default": _database(env.text("SAFECONDUCT_DATABASE_URL"))}

# Who comes in

AUTH_USER_MODEL = "accounts.Officer"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
ACCOUNT_ADAPTER = "safeconduct.web.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # officers have no mail address here
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 8 * 3600  # seconds: one working day
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS

# What a browser may do with our pages

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_MEGABYTES * 2**20
# An uploaded report names people: it stays in memory and never becomes a file.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

# Words and files

USE_TZ = True
LANGUAGES = [
    ("en", _("English")),
    ("ko", _("Korean")),
    ("uk", _("Ukrainian")),
    ("ru", _("Russian")),
]
LOCALE_PATHS = [PACKAGE / "locale"]
STATIC_URL = "static/"
STATICFILES_DIRS = [("receipt", PACKAGE / "receipt" / "static")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# A log line says that something failed and where, never about whom: no request
# bodies, no query strings, no messages of exceptions (which may carry a value).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "safeconduct.config.logs.Discreet"}},
    "formatters": {"line": {"()": "safeconduct.config.logs.Line"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["discreet"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Mail would carry the request: errors go to the console alone.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
DEFAULT_EXCEPTION_REPORTER = "safeconduct.config.logs.NoReport"
SILENCED_SYSTEM_CHECKS = [
    # HTTPS is switched on by SAFECONDUCT_HTTPS, behind a proxy that speaks it.
    "security.W004",
    "security.W008",
    "security.W012",
    "security.W016",
]
