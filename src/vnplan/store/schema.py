"""The tables of an index, and how a file of them is opened.

Every plan is one row of `plan` with all that hangs on it; `source` says which files it came from,
`remainder` holds what no other table does.
Offices name the same agencies in the same words: a `body` is an agency as documents name it, and
`agency` is one of them in one plan (`naming`).
A file carries the version of these tables: one of another version is refused, not guessed at.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Final

from vnplan.store.recurrence import first_due
from vnplan.store.wording import says, says_all, says_whole

STORE_VERSION: Final = 9
"""Version of the tables; grows with any change of them. An index is made again, never converted."""

_APPLICATION: Final = 0x766E706C  # "vnpl"
_PAGE = 16384  # bytes a page of the file: a third less time for writing than with 4096
_PATIENCE = 60.0  # seconds a writer waits for another one


class UnreadableStore(Exception):
    """The index or folder cannot be opened; the message is one line, "plans.db: reason"."""


_TABLES = """
CREATE TABLE plan (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, urn TEXT NOT NULL, number TEXT,
    key TEXT, type TEXT, title TEXT, issuer TEXT, issued_on TEXT, province TEXT, uri TEXT);
CREATE INDEX plan_urn ON plan (urn, sha256);
CREATE INDEX plan_any_urn ON plan (urn COLLATE NOCASE);
CREATE INDEX plan_key ON plan (key);
CREATE INDEX plan_province ON plan (province);
CREATE TABLE remainder (plan INTEGER PRIMARY KEY REFERENCES plan, json BLOB NOT NULL);
CREATE TABLE source (
    root TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (root, path)
) WITHOUT ROWID;
CREATE INDEX source_sha256 ON source (sha256);
CREATE TABLE body (
    id INTEGER PRIMARY KEY, form BLOB NOT NULL UNIQUE,
    agency_id TEXT NOT NULL, owner TEXT NOT NULL, tail TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX body_tail ON body (tail, owner);
CREATE INDEX body_owner ON body (owner);
CREATE INDEX body_agency_id ON body (agency_id);
CREATE TABLE called (
    key TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body, PRIMARY KEY (key, body)
) WITHOUT ROWID;
CREATE INDEX called_body ON called (body);
CREATE TABLE naming (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan,
    body INTEGER NOT NULL REFERENCES body);
CREATE INDEX naming_plan ON naming (plan, body);
CREATE INDEX naming_body ON naming (body, plan);
CREATE VIEW agency AS SELECT n.id, n.plan, b.agency_id, b.owner, b.tail, b.json
    FROM naming n JOIN body b ON b.id = n.body;
CREATE VIEW name AS SELECT c.key, n.id AS agency FROM called c JOIN naming n ON n.body = c.body;
CREATE TABLE deadline (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan,
    first TEXT, last TEXT, rule TEXT, page INTEGER, role TEXT, heading TEXT, sentence TEXT NOT NULL,
    json TEXT NOT NULL);
CREATE INDEX deadline_plan ON deadline (plan);
CREATE INDEX deadline_last ON deadline (last, plan) WHERE rule IS NULL;
CREATE INDEX deadline_rule ON deadline (rule, plan) WHERE rule IS NOT NULL;
CREATE TABLE task (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan,
    page INTEGER, role TEXT, heading TEXT, said TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX task_plan ON task (plan);
CREATE INDEX task_role ON task (role);
CREATE TABLE part (
    task INTEGER NOT NULL REFERENCES task, position INTEGER NOT NULL,
    agency INTEGER NOT NULL REFERENCES naming, role TEXT NOT NULL,
    owns INTEGER NOT NULL, PRIMARY KEY (task, position)) WITHOUT ROWID;
CREATE INDEX part_agency ON part (agency, role, owns);
CREATE TABLE task_deadline (
    task INTEGER NOT NULL REFERENCES task,
    deadline INTEGER NOT NULL REFERENCES deadline,
    PRIMARY KEY (task, deadline)) WITHOUT ROWID;
CREATE INDEX task_deadline_deadline ON task_deadline (deadline);
CREATE TABLE citation (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan,
    citer TEXT NOT NULL, cited TEXT NOT NULL, key TEXT, relation TEXT NOT NULL,
    page INTEGER, role TEXT, heading TEXT, sentence TEXT NOT NULL,
    json TEXT NOT NULL);
CREATE INDEX citation_plan ON citation (plan);
CREATE INDEX citation_citer ON citation (citer);
CREATE INDEX citation_cited ON citation (cited);
CREATE INDEX citation_key ON citation (key);
CREATE VIRTUAL TABLE wording USING fts5 (
    folded, content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2");
"""


def create(connection: sqlite3.Connection) -> None:
    """Lays the tables into an empty database, all or none of them."""
    connection.executescript(
        f"BEGIN IMMEDIATE; {_TABLES}"
        f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {STORE_VERSION}; COMMIT;"
    )


def temporary() -> sqlite3.Connection:
    """An empty index of its own, in memory and on disk as it grows; gone when it is closed."""
    connection = _prepared(sqlite3.connect("", isolation_level=None, check_same_thread=False))
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    create(connection)
    return connection


def open_for_writing(path: Path) -> sqlite3.Connection:
    """An index that is there, or a new one; readers go on reading beside it (WAL).

    Raises `UnreadableStore`.
    """
    try:
        connection = _prepared(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None))
        # A database of somebody else's is refused before anything is changed in it.
        if _is_empty(connection):
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")
            _create_once(connection)
        _check(connection, path)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 4000")  # pages
    except sqlite3.Error as error:
        raise UnreadableStore(f"{path}: {_reason(error)}") from error
    return connection


def _create_once(connection: sqlite3.Connection) -> None:
    try:
        create(connection)
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if _is_empty(connection):
            raise  # else another writer was quicker


def open_for_reading(path: Path) -> sqlite3.Connection:
    """An index as it stands; what a writer adds is seen by the next query.

    Raises `UnreadableStore` for a file that is no index of this version.
    """
    if not path.is_file():
        raise UnreadableStore(f"{path}: there is no such file or folder")
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists():
        # SQLite keeps its lock beside the file; on a read-only disk nobody writes either.
        address += "&immutable=1"
    try:
        connection = sqlite3.connect(
            address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        _prepared(connection)
    except sqlite3.Error as error:
        raise UnreadableStore(f"{path}: {_reason(error)}") from error
    _check(connection, path)
    return connection


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA cache_size = -65536")  # KiB
    connection.create_function("says", 2, says, deterministic=True)
    connection.create_function("says_all", 2, says_all, deterministic=True)
    connection.create_function("says_whole", 2, says_whole, deterministic=True)
    connection.create_function("first_due", 5, first_due, deterministic=True)
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(found == (0,))


def _check(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise UnreadableStore(f"{path}: {_reason(error)}") from error
    if application == _APPLICATION and version == STORE_VERSION:
        return
    connection.close()
    if application != _APPLICATION:
        raise UnreadableStore(f"{path}: is not an index of plans")
    raise UnreadableStore(
        f"{path}: an index of version {version}, this vnplan reads version {STORE_VERSION}; "
        "index the plans again into a new file"
    )


def _reason(error: sqlite3.Error) -> str:
    text = " ".join(str(error).split())
    return "is not an index of plans" if "not a database" in text else f"cannot be opened ({text})"
