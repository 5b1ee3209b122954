//! Whether what the binary prints is as its schema says. The few words of JSON Schema that ours uses are judged here; an
//! unknown one fails.

use std::sync::LazyLock;

use racklet_flash::cli;
use serde_json::Value;

static SCHEMA: LazyLock<Value> = LazyLock::new(cli::schema);

/// Fails where an event is not as the published schema says.
#[track_caller]
pub(crate) fn check_event(event: &Value) {
    // An event's own definition says more about what is wrong than all of them together.
    let own = event["event"].as_str().map(|name| &SCHEMA["$defs"][name]);
    let own = own.filter(|schema| !schema.is_null()).unwrap_or(&SCHEMA);
    if let Err(why) = judge(own, event) {
        panic!("{why}: {event}");
    }
}

/// Whether a value is as a schema says, or why not.
pub(crate) fn judge(schema: &Value, value: &Value) -> Result<(), String> {
    let words = schema.as_object().ok_or("a schema is an object")?;
    for (word, told) in words {
        match word.as_str() {
            "$schema" | "title" | "description" | "$defs" => {}
            "properties" | "additionalProperties" => fields(schema, value)?,
            "$ref" => {
                let path =
                    told.as_str().and_then(|path| path.strip_prefix('#')).ok_or("a reference")?;
                judge(SCHEMA.pointer(path).ok_or(path)?, value)?;
            }
            "type" => {
                let types: Vec<_> =
                    told.as_array().map_or_else(|| vec![told], |all| all.iter().collect());
                require(types.iter().any(|name| is(name, value)), || {
                    format!("{value} is no {told}")
                })?;
            }
            "const" => require(value == told, || format!("{value} is not {told}"))?,
            "enum" => {
                let all = told.as_array().ok_or("an enum is an array")?;
                require(all.contains(value), || format!("{value} is not published"))?;
            }
            "oneOf" => {
                let all = told.as_array().ok_or("oneOf is an array")?;
                let fits = all.iter().filter(|one| judge(one, value).is_ok()).count();
                require(fits == 1, || format!("{value} is {fits} of what it may be"))?;
            }
            "required" => {
                for name in told.as_array().into_iter().flatten().filter_map(Value::as_str) {
                    require(value.get(name).is_some(), || format!("{name} is missing"))?;
                }
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    judge(told, item)?;
                }
            }
            other => return Err(format!("{other} is a word that is not judged")),
        }
    }
    Ok(())
}

fn fields(schema: &Value, value: &Value) -> Result<(), String> {
    for (name, field) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(known) => judge(known, field).map_err(|why| format!("{name}: {why}"))?,
            None if schema["additionalProperties"] == false => {
                return Err(format!("{name} is not published"));
            }
            None => {}
        }
    }
    Ok(())
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("number") => value.is_number(),
        Some("null") => value.is_null(),
        _ => false,
    }
}

fn require(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}
