"""Reads metrics.prom with both of Prometheus' own readers, and compares it with result.json.

usage: metrics.py RUN
"""

import json
import sys
from pathlib import Path

from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as prometheus

run = Path(sys.argv[1])
result = json.loads((run / "result.json").read_text())
text = (run / "metrics.prom").read_text()
PREFIX = "racklet_flash_"


def samples(families):
    return {
        (sample.name.removeprefix(PREFIX), frozenset(sample.labels.items())): sample.value
        for family in families
        for sample in family.samples
    }


families = list(openmetrics(text))
for family in families:
    assert family.name.startswith(PREFIX) and family.type == "gauge" and family.documentation, family
    assert len({frozenset(sample.labels.items()) for sample in family.samples}) == len(family.samples), family.name
values = samples(families)
assert values == samples(prometheus(text)), "both formats say the same"
# What only the older format knows would be lost here.
assert len(values) == sum(not line.startswith("#") for line in text.splitlines())


def value(name, node, **labels):
    of = {key: node[key] for key in ("board", "port")} | {"node": node["name"]} | labels
    return values[name, frozenset(of.items())]


for node in result["nodes"]:
    for state in ("changed", "unchanged", "failed", "stopped"):
        assert value("node_state", node, state=state) == (node["state"] == state), node
    assert value("node_verified", node) == node["verified"], node
    assert value("node_compared_bytes", node) == node["bytes"], node
    assert value("node_written_bytes", node) == node["bytes"] - node["already_there"], node
    assert value("node_duration_seconds", node) == node["seconds"], node
    assert value("node_retries", node) == node["retries"], node
    assert value("node_sent_again", node) == node["sent_again"], node
    for how, verified in node["how"].items():
        assert value("node_verified_bytes", node, how=how) == verified, node
    failed = sum(1 for attempt in node["attempts"] if attempt["trouble"])
    told = [number for (name, labels), number in values.items() if name == "node_failed_attempts" and ("node", node["name"]) in labels]
    assert sum(told) == failed, (told, node)
assert values["run_exit_code", frozenset()] == result["exit"]
assert values["run_duration_seconds", frozenset()] == result["seconds"]
assert 1.7e9 < values["run_begin_timestamp_seconds", frozenset()] < 1e11
print(len(values))
