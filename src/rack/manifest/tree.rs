//! A manifest's values with their lines, whether it is TOML or JSON.

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue, Error},
};

/// The most syntax errors that are told: those after them are often caused by the first ones.
const MOST: usize = 10;

/// A value, and the line where it or its key begins, from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) line: usize,
    pub(super) value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<Item>),
    Table(Table),
    /// What no key takes: its kind in words.
    Other(&'static str),
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table(pub(super) Vec<(String, Item)>);

/// What is wrong with the text itself, with its line.
pub(super) type Damage = (usize, String);

impl Value {
    /// What it is, in words.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Number(_) => "a whole number",
            Self::Flag(_) => "true or false",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(kind) => kind,
        }
    }
}

impl Table {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Item> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, item)| item)
    }

    /// The table of a key.
    pub(super) fn table(&self, key: &str) -> Option<&Self> {
        match &self.get(key)?.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match &self.get(key)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number of a key.
    pub(super) fn number(&self, key: &str) -> Option<i64> {
        match self.get(key)?.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether a key is true.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The list of a key; empty where there is none.
    pub(super) fn list(&self, key: &str) -> &[Item] {
        match self.get(key).map(|item| &item.value) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The texts in the list of a key; `None` where there is no list.
    pub(super) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let Value::List(list) = &self.get(key)?.value else { return None };
        let texts = list.iter().filter_map(|item| match &item.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        Some(texts.collect())
    }

    /// This table's keys, and those of `defaults` that it does not have; tables in both are joined in the same way.
    pub(super) fn over(&self, defaults: &Self) -> Self {
        let mut all = self.clone();
        for (key, item) in &defaults.0 {
            match all.0.iter_mut().find(|(name, _)| name == key) {
                None => all.0.push((key.clone(), item.clone())),
                Some((_, Item { value: Value::Table(own), .. })) => {
                    if let Value::Table(table) = &item.value {
                        *own = own.over(table);
                    }
                }
                Some(_) => {}
            }
        }
        all
    }
}

/// Reads TOML.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn of_toml(text: &str) -> Result<Table, Vec<Damage>> {
    let lines = Lines::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(table_of(table.get_ref(), &lines));
    }
    let mut damage: Vec<_> = errors.iter().map(|error| damage_of(error, &lines)).collect();
    damage.sort_by_key(|(line, _)| *line);
    damage.dedup_by_key(|(line, _)| *line);
    damage.truncate(MOST);
    Err(damage)
}

fn damage_of(error: &Error, lines: &Lines) -> Damage {
    let start = error.span().map_or(0, |span| span.start);
    (lines.at(start), error.message().trim().replace('\n', " "))
}

fn table_of(table: &DeTable<'_>, lines: &Lines) -> Table {
    let item = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        let (line, value) = (lines.at(key.span().start), value_of(value.get_ref(), lines));
        (key.get_ref().clone().into_owned(), Item { line, value })
    };
    let mut items: Vec<_> = table.iter().map(item).collect();
    items.sort_by_key(|(_, item)| item.line);
    Table(items)
}

fn value_of(value: &DeValue<'_>, lines: &Lines) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Value::Other("a number that is too large"), Value::Number),
        DeValue::Float(_) => Value::Other("a number with a fraction"),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(_) => Value::Other("a date"),
        DeValue::Array(list) => {
            let item = |item: &Spanned<DeValue<'_>>| Item {
                line: lines.at(item.span().start),
                value: value_of(item.get_ref(), lines),
            };
            Value::List(list.iter().map(item).collect())
        }
        DeValue::Table(table) => Value::Table(table_of(table, lines)),
    }
}

/// Where a text's lines end.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        // An end of line at the end of the text begins no other line.
        let ends = text.trim_end_matches('\n').match_indices('\n').map(|(at, _)| at);
        Self(ends.collect())
    }

    /// The line of a byte, from 1. What is behind the text is on its last line.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|end| *end < byte) + 1
    }
}
