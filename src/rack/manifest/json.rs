//! A manifest that is JSON.

use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions,
    ast::{self, ObjectProp},
    common::Ranged,
    parse_to_ast,
};

use super::tree::{Damage, Item, Lines, Table, Value};

/// Nothing but what JSON itself has.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads JSON.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn of_json(text: &str) -> Result<Table, Vec<Damage>> {
    let reader = Reader { lines: Lines::of(text), damage: Vec::new() };
    let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    let parsed = parse_to_ast(text, &collect, &STRICT).map_err(|error| {
        let line = reader.lines.at(error.range().start);
        vec![(line, format!("it is no JSON: {}", error.kind()))]
    })?;
    match parsed.value {
        Some(ast::Value::Object(object)) => reader.whole(&object),
        _ => Err(vec![(1, "it is no JSON object".into())]),
    }
}

struct Reader {
    lines: Lines,
    damage: Vec<Damage>,
}

impl Reader {
    fn whole(mut self, object: &ast::Object<'_>) -> Result<Table, Vec<Damage>> {
        let table = self.table(object);
        if self.damage.is_empty() { Ok(table) } else { Err(self.damage) }
    }

    fn table(&mut self, object: &ast::Object<'_>) -> Table {
        let mut table = Table::default();
        for ObjectProp { range, name, value } in &object.properties {
            let (name, line) = (name.as_str(), self.lines.at(range.start));
            if table.get(name).is_some() {
                self.damage.push((line, format!("the key `{name}` is there twice")));
            }
            let value = self.value(value);
            table.0.push((name.to_owned(), Item { line, value }));
        }
        table
    }

    fn value(&mut self, value: &ast::Value<'_>) -> Value {
        match value {
            ast::Value::StringLit(text) => Value::Text(text.value.clone().into_owned()),
            ast::Value::NumberLit(number) => number.value.parse().map_or(
                Value::Other("a number that is too large or has a fraction"),
                Value::Number,
            ),
            ast::Value::BooleanLit(flag) => Value::Flag(flag.value),
            ast::Value::NullKeyword(_) => Value::Other("null"),
            ast::Value::Object(object) => Value::Table(self.table(object)),
            ast::Value::Array(list) => {
                let item = |item: &ast::Value<'_>| Item {
                    line: self.lines.at(item.start()),
                    value: self.value(item),
                };
                Value::List(list.elements.iter().map(item).collect())
            }
        }
    }
}
