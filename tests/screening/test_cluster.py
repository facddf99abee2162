"""Screening on a real Dask cluster of several processes, its CVs in a store that answers as S3 does."""

import os
import signal
import time

import pytest

from pmo_resume.batch import items
from pmo_resume.batch.inputs import Item
from pmo_resume.errors import InputError
from pmo_resume.screening import listing, screen

from .conftest import cv

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def cluster(store):  # its processes must know where the store is
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0, silence_logs=50) as made:
        yield made


@pytest.fixture(scope="module")
def store():
    """The address of a bucket of twenty CVs, one of them damaged, in a server of this machine."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    told = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}"}
    told["AWS_DEFAULT_REGION"] = "us-east-1"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in told.items():
            patch.setenv(name, value)
        import fsspec
        from fsspec.config import conf, set_conf_env

        set_conf_env(conf)
        bucket = fsspec.filesystem("s3")
        bucket.mkdir("cvs")
        for number in range(19):
            more = " and the budget" if number % 3 else ""
            bucket.pipe(f"cvs/in/{number:02}.txt", cv(name=f"Person No{number}", mail=f"p{number}@example.com", phone="", more=more))
        bucket.pipe("cvs/in/broken.docx", b"no word file")
        yield "s3://cvs/in"
        conf.pop("s3", None)
        bucket.clear_instance_cache()
    server.stop()


def rows(ranking):
    return list(listing.lines(ranking))


def test_a_cluster_says_what_one_machine_says(cluster, store, brief):
    found = items([store])
    assert [one.name for one in found][:2] == ["s3://cvs/in/00.txt", "s3://cvs/in/01.txt"]
    with screen(found, brief) as here, screen(found, brief, cluster=cluster.scheduler_address) as there:
        assert rows(there) == rows(here)
        assert (len(there), there.read) == (20, 19)


def test_a_worker_that_is_lost_loses_nothing(cluster, store, brief):
    found = items([store])
    with screen(found, brief) as here:
        expected = rows(here)
    killed = []

    def told(number, *_):
        if number == 2 and not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    with screen(found, brief, cluster=cluster.scheduler_address, told=told) as there:
        assert rows(there) == expected
    assert killed


def test_no_scheduler_is_one_line(brief, monkeypatch):
    from pmo_resume.screening import cluster

    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    started = time.monotonic()
    with pytest.raises(InputError, match="no Dask scheduler answers"):
        screen([Item("a.txt", data=cv())], brief, cluster="tcp://127.0.0.1:9")
    assert time.monotonic() - started < 60


def test_a_store_that_is_not_there_is_an_outcome():
    assert "cannot be read" in items(["memory://nowhere/at/all"])[0].problem or "holds no file" in items(["memory://nowhere"])[0].problem
    assert "install pmo-resume[cluster]" in items(["nostore://x/y"])[0].problem
