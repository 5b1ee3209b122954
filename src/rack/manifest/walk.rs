//! A manifest's form: every value against the table of keys.

use super::{
    keys::{self, Key, Kind, Otherwise},
    mistakes::Notes,
    time::time,
    tree::{Item, Table, Value},
};
use crate::{boards, files::sums::Sum};

/// A walk over a part of a manifest.
pub(super) struct Walk<'w> {
    pub(super) notes: &'w mut Notes,
    /// What the part is, for people.
    pub(super) about: &'w str,
    /// Whether keys that are missing are mistakes: those of a node may be in `[defaults]`.
    pub(super) whole: bool,
}

impl Walk<'_> {
    /// Checks the keys of a table that begins in a line. `path` is what comes before them: `hook.`.
    pub(super) fn table(&mut self, line: usize, table: &Table, keys: &[Key], path: &str) {
        for (name, item) in &table.0 {
            match keys.iter().find(|key| key.name == name) {
                Some(key) => self.value(item, &key.kind, &format!("{path}{name}")),
                None => {
                    let all: Vec<_> = keys.iter().map(|key| key.name).collect();
                    let kind = match path.strip_suffix('.') {
                        Some(path) => format!("key of `{path}`"),
                        None => "key".to_owned(),
                    };
                    self.wrong(item.line, &boards::unknown(&kind, name, &all));
                }
            }
        }
        if self.whole {
            self.missing(line, table, keys, path);
        }
    }

    /// Notes what a node lacks that has all that is said of it.
    pub(super) fn complete(&mut self, line: usize, node: &Table) {
        let keys = keys::node();
        self.missing(line, node, &keys, "");
        for Key { name, kind, .. } in keys {
            if let (Kind::Table(keys), Some(Item { line, value: Value::Table(table) })) =
                (kind, node.get(name))
            {
                self.missing(*line, table, &keys(), &format!("{name}."));
            }
        }
    }

    /// Notes the keys that a table has to have, and does not.
    fn missing(&mut self, line: usize, table: &Table, keys: &[Key], path: &str) {
        let required = keys.iter().filter(|key| key.otherwise == Otherwise::Required);
        for Key { name, meaning, .. } in required.filter(|key| table.get(key.name).is_none()) {
            self.wrong(line, &format!("`{path}{name}` is missing: {meaning}"));
        }
    }

    fn value(&mut self, item: &Item, kind: &Kind, path: &str) {
        let good = match (kind, &item.value) {
            // They are walked one by one, as they have names.
            (Kind::Named(_) | Kind::Node, Value::Table(_)) | (Kind::Nodes, Value::List(_)) => true,
            (Kind::Table(keys), Value::Table(table)) => {
                return self.table(item.line, table, &keys(), &format!("{path}."));
            }
            (Kind::Tables(keys), Value::List(list)) => return self.tables(list, &keys(), path),
            (kind, value) => kind.takes(value),
        };
        if !good {
            let (kind, value) = (kind.words(), item.value.shown());
            self.wrong(item.line, &format!("`{path}` is {value}, and has to be {kind}"));
        }
    }

    fn tables(&mut self, list: &[Item], keys: &[Key], path: &str) {
        let whole = std::mem::replace(&mut self.whole, true);
        for item in list {
            match &item.value {
                Value::Table(table) => self.table(item.line, table, keys, &format!("{path}.")),
                other => {
                    let text = format!(
                        "`{path}` has {} in it, and has to be a list of tables",
                        other.shown()
                    );
                    self.wrong(item.line, &text);
                }
            }
        }
        self.whole = whole;
    }

    fn wrong(&mut self, line: usize, text: &str) {
        self.notes.wrong((line, self.about), text);
    }
}

impl Kind {
    /// Whether a value that is no table is one that the key takes.
    fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text, Value::Text(text)) => is_text(text),
            (Self::Name, Value::Text(text)) => is_name(text),
            (Self::Word(words), Value::Text(text)) => words().contains(&text.as_str()),
            (Self::Sum, Value::Text(text)) => text.parse::<Sum>().is_ok(),
            (Self::Number(least, most), Value::Number(number)) => (least..=most).contains(&number),
            (Self::Flag, Value::Flag(_)) => true,
            (Self::Time(least), value) => time(value).is_some_and(|time| time.as_secs() >= *least),
            (Self::Texts, Value::List(list)) => {
                list.iter().all(|item| Self::Text.takes(&item.value))
            }
            (Self::Program, Value::List(list)) => {
                let text =
                    |item: &Item| matches!(&item.value, Value::Text(text) if !text.contains('\0'));
                list.first().is_some_and(|first| Self::Text.takes(&first.value))
                    && list.iter().all(text)
            }
            _ => false,
        }
    }

    /// What the key takes, in words.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Name => "a name of `a-z`, `0-9`, `.` and `-`".into(),
            Self::Word(words) => format!("one of `{}`", words().join("`, `")),
            Self::Sum => "64 hexadecimal digits".into(),
            Self::Number(least, most) if least == most => format!("{least}"),
            Self::Number(least, most) => format!("a whole number from {least} to {most}"),
            Self::Flag => "`true` or `false`".into(),
            Self::Time(0) => {
                "a time (`\"30s\"`, `\"3m\"`, `\"1h\"`, or seconds), at most a week".into()
            }
            Self::Time(_) => {
                "a time (`\"30s\"`, `\"3m\"`, `\"1h\"`, or seconds), at least 1 s, at most a week"
                    .into()
            }
            Self::Texts => "a list of texts that are not empty".into(),
            Self::Program => "a list of texts: a program and its arguments".into(),
            Self::Table(_) | Self::Node => "a table".into(),
            Self::Named(_) => "a table of tables, each with a name".into(),
            Self::Tables(_) | Self::Nodes => "a list of tables".into(),
        }
    }
}

impl Value {
    /// What a wrong value is, in words.
    fn shown(&self) -> String {
        match self {
            Self::Text(text) if text.chars().count() <= 40 => format!("\"{text}\""),
            Self::Text(_) => "a long text".into(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            other => other.kind().into(),
        }
    }
}

/// Text that can be told on a line, and handed to a program.
fn is_text(text: &str) -> bool {
    !text.is_empty() && !text.contains('\0')
}

/// Whether a text is a name: it can be a folder's, and is a word in lists. Two dots would be another folder.
pub(super) fn is_name(text: &str) -> bool {
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
    !text.is_empty() && text.len() <= 63 && text.chars().all(known) && !text.starts_with(['.', '-'])
}
