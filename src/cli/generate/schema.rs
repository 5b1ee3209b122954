//! What scripts can rely on, as a JSON schema: every object that --json prints, and the stable words in them.

use link::{Code, Method, StepId};
use serde_json::{Value, json};

use crate::{exit::Exit, family::Via, rack::record::State};

/// The schema of one line of `--json`.
pub fn schema() -> Value {
    let events = [
        "plan-step",
        "step",
        "progress",
        "wait",
        "note",
        "serving",
        "board",
        "said",
        "node",
        "result",
        "error",
    ];
    let each = events.map(|event| json!({"$ref": format!("#/$defs/{event}")}));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line that racklet-flash prints with --json",
        "oneOf": each,
        "$defs": {
            "step-word": {"enum": words()}, "code": {"oneOf": codes()}, "exit": {"oneOf": exits()},
            "how": how(),
            "plan-step": event("plan-step", "A step of a plan begins.", json!({
                "number": {"type": "integer"}, "of": {"type": "integer"}, "step": word(), "text": text(),
            })),
            "step": event("step", "Something begins that moves bytes, or takes time.", json!({
                "step": word(), "label": text(), "bytes": {"type": "integer"},
            })),
            "progress": event("progress", "How far the step is.", json!({
                "step": word(), "label": text(), "done": {"type": "integer"}, "bytes": {"type": "integer"},
                "seconds_left": {"type": ["number", "null"], "description": "Of the whole plan, once that is known."},
            })),
            "wait": event("wait", "Something is waited for.", json!({"for": text(), "seconds": {"type": "number"}})),
            "note": event("note", "Something worth knowing, for people.", json!({"text": text()})),
            "serving": open("serving", "A simulated board or its bus can be reached now (virtual serve).", json!({}), &[]),
            "board": open("board", "Something happened to a simulated board (virtual serve), or a board or a serial adapter came or left (list --watch).", json!({
                "who": text(), "what": text(), "text": text(),
            }), &["who", "what", "text"]),
            "said": event("said", "What came from the line (serial console).", json!({"text": text()})),
            "node": node(),
            "result": open("result", "The command is done. Each command adds fields of its own.", result(), &["command"]),
            "error": event("error", "The command failed.", json!({
                "code": {"$ref": "#/$defs/code"}, "exit": {"$ref": "#/$defs/exit"},
                "step": {"oneOf": [word(), {"type": "null"}]}, "message": text(),
                "advice": {"type": ["string", "null"]},
            })),
        },
    })
}

/// An event that has exactly these fields, and the board and the port that it is about, where there is one.
fn event(name: &str, description: &str, fields: Value) -> Value {
    let names: Vec<_> =
        fields.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut event = open(name, description, fields, &names);
    for about in ["node", "board", "port"] {
        event["properties"][about] = text();
    }
    event["additionalProperties"] = json!(false);
    event
}

/// An event that has these fields, and may have others.
fn open(name: &str, description: &str, fields: Value, required: &[&str]) -> Value {
    let mut properties = fields;
    properties["event"] = json!({"const": name});
    let required: Vec<_> = ["event"].iter().chain(required).collect();
    json!({"type": "object", "description": description, "properties": properties, "required": required})
}

/// What results have in common.
fn result() -> Value {
    json!({
        "command": text(), "schema": {"const": 1}, "seconds": {"type": "number"},
        "bytes": {"type": ["integer", "null"], "description": "What was written, compared or read."},
        "verified": {"type": "boolean", "description": "Whether all of it is known to be right."},
        "how": {"$ref": "#/$defs/how"}, "restarted": {"type": "boolean"},
        "via": {"enum": Via::ASKED.map(Via::name), "description": "The way that the data took."},
        "nodes": {"type": "array", "description": "The nodes of a rack (provision)."},
        "exit": {"$ref": "#/$defs/exit"}, "dry_run": {"const": true}, "plan": {"type": "array", "items": text()}, "files": {"type": "array"},
        "steps": {"type": "array", "items": {
            "type": "object", "required": ["step", "text"], "properties": {"step": word(), "text": text()},
        }},
    })
}

/// What became of a node of a rack.
fn node() -> Value {
    let states = [State::Changed, State::Unchanged, State::Failed, State::Stopped];
    let count = || json!({"type": "integer"});
    let fields = json!({
        "name": text(), "board": text(), "port": text(), "state": {"enum": states.map(State::name)},
        "step": word(), "code": {"$ref": "#/$defs/code"}, "exit": {"$ref": "#/$defs/exit"}, "message": text(),
        "advice": {"type": ["string", "null"]}, "bytes": count(), "already_there": count(),
        "sent_again": count(), "seconds": {"type": "number"}, "verified": {"type": "boolean"}, "how": {"$ref": "#/$defs/how"},
        "retries": count(), "chip": {"type": ["string", "null"]}, "image": text(),
        "attempts": {"type": "array", "description": "Each with its steps (`spans`), and its `trouble` where it failed."},
        "before": {"type": "boolean", "description": "Whether an earlier run did it, with which this one goes on."},
    });
    let required =
        ["name", "board", "port", "state", "bytes", "seconds", "verified", "how", "retries"];
    open("node", "A node of a rack came to its end (provision).", fields, &required)
}

/// The bytes that each way to verify speaks for.
fn how() -> Value {
    let methods = Method::ALL.iter().map(|method| method.name()).chain(["none"]);
    let fields: serde_json::Map<_, _> =
        methods.map(|name| (name.to_owned(), json!({"type": "integer"}))).collect();
    json!({"type": "object", "properties": fields, "additionalProperties": false})
}

fn text() -> Value {
    json!({"type": "string"})
}

fn word() -> Value {
    json!({"$ref": "#/$defs/step-word"})
}

fn words() -> Vec<&'static str> {
    StepId::ALL.iter().map(|id| id.word()).collect()
}

fn codes() -> Vec<Value> {
    let code =
        |(code, meaning): &(Code, &str)| json!({"const": code.word(), "description": meaning});
    Code::ALL.iter().map(code).collect()
}

fn exits() -> Vec<Value> {
    let exit = |exit: &Exit| json!({"const": *exit as u8, "description": exit.meaning()});
    Exit::ALL.iter().map(exit).collect()
}
