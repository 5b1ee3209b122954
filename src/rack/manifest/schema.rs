//! What a manifest may say, as a JSON schema.

use serde_json::{Map, Value, json};

use super::{
    keys::{self, Key, Kind, Otherwise},
    time::LONGEST,
};

/// The JSON schema of a manifest, which holds for TOML as well. What belongs together (names, ports, files) it cannot say.
pub fn schema() -> Value {
    let mut schema = object(&keys::top(), true);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("The manifest of a rack, for racklet-flash");
    schema["$defs"] = json!({"node": object(&keys::node(), false)});
    schema
}

/// A table with these keys. What a node has to have may be in `[defaults]`: nothing is required there.
fn object(keys: &[Key], whole: bool) -> Value {
    let property = |key: &Key| (key.name.to_owned(), property(key, whole));
    let required = |key: &&Key| whole && key.otherwise == Otherwise::Required;
    let required: Vec<_> = keys.iter().filter(required).map(|key| key.name).collect();
    let properties: Map<_, _> = keys.iter().map(property).collect();
    let mut object =
        json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

fn property(key: &Key, whole: bool) -> Value {
    let mut property = of_kind(&key.kind, whole);
    property["description"] = json!(key.meaning);
    if let Otherwise::Value(value) = key.otherwise {
        property["default"] = value.parse().expect("a test reads every default");
    }
    property
}

fn of_kind(kind: &Kind, whole: bool) -> Value {
    let text = json!({"type": "string", "minLength": 1});
    match kind {
        Kind::Text => text,
        Kind::Name => name(),
        Kind::Word(words) => json!({"enum": words()}),
        Kind::Sum => json!({"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}),
        Kind::Number(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Time(least) => json!({"oneOf": [
            {"type": "integer", "minimum": least, "maximum": LONGEST},
            {"type": "string", "pattern": "^[0-9]+[smh]?$"},
        ]}),
        Kind::Texts => json!({"type": "array", "items": text}),
        Kind::Program => json!({
            "type": "array", "prefixItems": [text], "items": {"type": "string"}, "minItems": 1,
        }),
        Kind::Table(keys) => object(&keys(), whole),
        Kind::Named(keys) => json!({
            "type": "object", "propertyNames": name(), "additionalProperties": object(&keys(), true),
        }),
        Kind::Tables(keys) => json!({"type": "array", "items": object(&keys(), true)}),
        Kind::Node => json!({"$ref": "#/$defs/node"}),
        Kind::Nodes => json!({"type": "array", "items": {"$ref": "#/$defs/node"}, "minItems": 1}),
    }
}

fn name() -> Value {
    json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9.-]*$", "maxLength": 63})
}
