"""Jinja2 as the one template dialect."""

from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache
from typing import ParamSpec, cast

from django.conf import settings
from django.contrib.messages import get_messages
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.utils import translation
from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from openchair.kit import ids
from openchair.kit.links import linked
from openchair.kit.ways import way
from openchair.support.danger import sounds_like_danger

P = ParamSpec("P")


class Templates(Jinja2):
    """Looks in each app's `templates` folder. Each language has templates of its own (see `_Settled`)."""

    app_dirname = "templates"

    @property
    def env(self) -> Environment:
        """That of the language that is spoken now."""
        language = translation.get_language()
        if language not in self._by_language:
            self._by_language[language] = self._of_all.overlay()
        return self._by_language[language]

    @env.setter
    def env(self, made: Environment) -> None:
        self._of_all, self._by_language = made, dict[str | None, Environment]()


class _Settled(NodeTransformer):
    """What a call gives is written into the template, where it is the same on every page of a language.

    So are sentences without a value, and ways to pages and files that are named in full.
    """

    def __init__(self, made: dict[str, Callable[..., str]]) -> None:
        self.made = made

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by Jinja
        """A call that is settled already, or the call itself."""
        self.generic_visit(node)
        given = [one.value for one in node.args if isinstance(one, nodes.Const)]
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        more = node.kwargs or node.dyn_args or node.dyn_kwargs
        if name not in self.made or len(given) < len(node.args) or more:
            return node
        said = nodes.Const(self.made[name](*given), lineno=node.lineno)
        return nodes.MarkSafe(said, lineno=node.lineno) if isinstance(said.value, Markup) else said


class _Written(CodeGenerator):
    """Settles a template before it is compiled, and escapes no piece twice."""

    def write_commons(self) -> None:
        """What each block has at hand."""
        super().write_commons()
        self.writeline("said = environment.said")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """A piece that is safe goes as it is: Jinja makes a copy of it first."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("said(")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """The whole of it."""
        made: dict[str, Callable[..., str]] = {"_": _sentence, "gettext": _sentence, "url": way}
        if not settings.DEBUG:  # while developing, files change
            made["static"] = static
        super().visit_Template(_Settled(made).visit(node), frame)


def _sentence(words: str) -> Markup:
    """As Jinja gives one without values: a sign of per cent is doubled in it, and it may hold tags."""
    return Markup(translation.gettext(words)) % ()  # noqa: S704 - ours, not typed by anybody


def _said(piece: object) -> str:
    """The piece as it stands in a page."""
    return piece if type(piece) is Markup else escape(piece)


def _remembered(macro: Callable[P, str]) -> Callable[P, str]:
    """A macro that draws each of its pieces once: for those that hold no words of anybody.

    Each language has its own. A piece that is safe is not taken for one that is not, though they be equal.
    """
    return cast(Callable[P, str], lru_cache(maxsize=500, typed=True)(macro))


class Shared(Environment):
    """All templates see one set of globals as it stands when they are loaded.

    Jinja lays a map over it for each template, and each `import` in a page then compares them name by name.
    """

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """The globals of a template, with its own where it has any."""
        return {**self.globals, **d} if d else self.globals

    code_generator_class = _Written
    said = staticmethod(_said)


def environment(**options: object) -> Environment:
    """The environment all templates share: strict about names, translated, escaped."""
    options["undefined"] = StrictUndefined
    fixed = {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}
    env = Shared(**options | fixed)  # type: ignore[arg-type]
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.filters.update(linked=linked, sounds_like_danger=sounds_like_danger)
    env.globals.update(
        static=static if settings.DEBUG else cache(static),  # a name's hash stays while the process lives
        url=way,
        get_messages=get_messages,
        submit_id=ids.public_id,
        remembered=_remembered,
    )
    return env
