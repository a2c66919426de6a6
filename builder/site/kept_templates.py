"""The theme's templates as Python, kept from one preview to the next.

In: the environment that MkDocs makes for each build. Out: the same, which compiles a template only
where its text has changed.
"""

from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class _InMemory(BytecodeCache):
    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_kept = _InMemory()


def with_kept_templates(env: Environment, **_: object) -> Environment:
    """The environment, with the templates of earlier previews: MkDocs' event `env`."""
    env.bytecode_cache = _kept
    return env
