"""A fresh clone installs what the lock files pin, whatever has been published since."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
NEWER = "9999"


def pins_of(lock: str) -> list[Requirement]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [Requirement(line.removesuffix("\\")) for line in lines if re.match(r"[\w.-]", line)]


def pins_here(lock: str) -> Iterator[tuple[Requirement, str]]:
    for pin in pins_of(lock):
        if pin.marker is None or pin.marker.evaluate():
            yield pin, next(iter(pin.specifier)).version


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_pins_one_version_by_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[\w.-])", text)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert all(
        [specifier.operator for specifier in pin.specifier] == ["=="] for pin in pins_of(lock)
    )


def test_what_the_site_needs_is_pinned_alike_for_the_tests() -> None:
    assert {str(pin) for pin in pins_of(LOCKS[0])} <= {str(pin) for pin in pins_of(LOCKS[1])}


def test_a_package_that_is_asked_for_with_extras_is_locked_with_them() -> None:
    """An older pip refuses to resolve a lock whose extras were stripped."""
    locked = {pin.name: named(pin.extras) for pin in pins_of(LOCKS[1])}
    asked = {
        (need.name, named(need.extras))
        for pin in pins_of(LOCKS[1])
        for need in needs_of(pin.name)
        if need.extras
    }
    assert asked  # weasel asks for smart-open[http]
    assert [name for name, extras in asked if not extras <= locked.get(name, set())] == []


def named(extras: Iterable[str]) -> frozenset[str]:
    """Extras by the names that the index has them by: "html_clean" is "html-clean"."""
    return frozenset(map(canonicalize_name, extras))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment in which nothing is installed yet."""
    folder = tmp_path_factory.mktemp("clone")
    subprocess.run([sys.executable, "-m", "venv", folder / ".venv"], check=True)
    return folder


def test_the_locks_install_from_an_index_that_has_a_newer_release_of_everything(
    clone: Path,
) -> None:
    index = clone / "index"
    index.mkdir()
    wanted = {pin.name: version for pin, version in pins_here(LOCKS[1])}
    for name, version in wanted.items():
        needs = [need for need in needs_of(name) if need.name in wanted]
        release(index, name, version, needs)
        release(index, name, NEWER, needs)
    for lock in LOCKS:  # as `make site` and `make test` do
        lines = "".join(f"{line_of(index, pin, version)}\n" for pin, version in pins_here(lock))
        (clone / lock).write_text(lines, encoding="utf-8")
        run([ROOT / ".ci/install", lock], clone, offline(index))
    listed = run([clone / ".venv/bin/python", "-m", "pip", "list", "--format=freeze"], clone)
    pins = (line.split("==") for line in listed.stdout.split())
    installed = {canonicalize_name(name): version for name, version in pins}
    assert {name: installed.get(name) for name in wanted} == wanted


def test_packages_that_do_not_fit_together_are_named(clone: Path) -> None:
    release(clone, "aa", "1", [Requirement("bb>=2")])
    release(clone, "bb", "1", [])
    pins = ("aa==1", "bb==1")
    lock = "".join(f"{line_of(clone, Requirement(pin), '1')}\n" for pin in pins)
    (clone / "misfit.lock").write_text(lock, encoding="utf-8")
    done = run([ROOT / ".ci/install", "misfit.lock"], clone, offline(clone), check=False)
    assert done.returncode == 1
    assert "aa 1 has requirement bb>=2" in done.stderr
    assert "The packages that misfit.lock pins do not fit together." in done.stderr


def test_an_environment_is_kept_while_its_python_runs_where_it_was_made(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    make_environment(old)
    (old / ".venv/requirements.stamp").write_text("installed", encoding="utf-8")
    assert make_environment(old).stderr == ""
    assert (old / ".venv/requirements.stamp").exists()
    shutil.move(old, new)
    assert "Making .venv anew" in make_environment(new).stderr
    assert not (new / ".venv/requirements.stamp").exists()


def test_a_python_upgraded_under_the_clone_gets_a_new_environment(tmp_path: Path) -> None:
    make_environment(tmp_path)
    (tmp_path / ".venv/requirements.stamp").write_text("installed", encoding="utf-8")
    python = tmp_path / ".venv/bin/python"
    python.unlink()
    python.symlink_to(tmp_path / "python3.11-is-gone")
    assert "Making .venv anew" in make_environment(tmp_path).stderr
    assert run([python, "-c", "print('runs')"], tmp_path).stdout == "runs\n"
    assert not (tmp_path / ".venv/requirements.stamp").exists()


def test_what_is_no_fitting_python_is_named(tmp_path: Path) -> None:
    done = make_environment(tmp_path, PYTHON="/bin/false")
    assert done.returncode == 1
    assert done.stderr == "PYTHON=/bin/false is no Python from 3.11 to 3.14: name another.\n"


def test_every_node_package_of_the_audit_is_pinned_by_hash_and_by_no_host() -> None:
    lock = json.loads((ROOT / ".ci/audit/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert "node_modules/lighthouse" in packages
    assert [name for name, entry in packages.items() if "sha512-" not in entry["integrity"]] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


@pytest.mark.parametrize(("there", "missing"), [((), "Node.js"), (("node", "npm"), "Java")])
def test_what_the_audit_needs_and_does_not_find_is_named(
    tmp_path: Path, there: tuple[str, ...], missing: str
) -> None:
    for name in ("bash", "dirname"):
        found = shutil.which(name)
        assert found
        (tmp_path / name).symlink_to(found)
    for name in there:
        (tmp_path / name).symlink_to("/bin/true")
    done = run([ROOT / ".ci/audit/setup"], tmp_path, {"PATH": str(tmp_path)}, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"make audit needs {missing}")
    assert done.stderr.endswith("install it, then try again.\n")


def make_environment(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    python = {"PYTHON": sys.executable} | variables
    return run([ROOT / ".ci/venv"], folder, python, check="PYTHON" not in variables)


def run(
    command: list[object],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    *,
    check: bool = True,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command], cwd=folder, env=os.environ | (variables or {}),
        check=check, capture_output=True, text=True,
    )  # fmt: skip


def offline(index: Path) -> dict[str, str]:
    return {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(index)}


def needs_of(name: str) -> list[Requirement]:
    """What the real package asks for here, its extras left out."""
    try:
        needs = map(Requirement, distribution(name).requires or ())
    except PackageNotFoundError:
        return []
    return [need for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]


def release(index: Path, name: str, version: str, needs: list[Requirement]) -> None:
    """An empty wheel with that name, that version and these needs."""
    stem = f"{name.replace('-', '_')}-{version}"
    asked = "".join(f"Requires-Dist: {need}\n" for need in needs)
    extras = {extra for need in pins_of(LOCKS[1]) if need.name == name for extra in need.extras}
    offered = "".join(f"Provides-Extra: {extra}\n" for extra in sorted(extras))
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{offered}{asked}",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(index / f"{stem}-py3-none-any.whl", "w") as wheel:
        for file, text in files.items():
            wheel.writestr(f"{stem}.dist-info/{file}", text)


def line_of(index: Path, pin: Requirement, version: str) -> str:
    wheel = index / f"{pin.name.replace('-', '_')}-{version}-py3-none-any.whl"
    extras = f"[{','.join(sorted(pin.extras))}]" if pin.extras else ""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{pin.name}{extras}=={version} --hash=sha256:{digest}"


def test_what_is_imported_from_the_package_is_what_it_says() -> None:
    import builder  # noqa: PLC0415 - what is looked at
    import builder.extract.quotes  # noqa: PLC0415 - the part of the name of a function

    assert all(callable(getattr(builder, name)) for name in builder.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        builder.nothing  # noqa: B018
