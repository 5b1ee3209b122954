//! From a manifest's file to what it says.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{
    Group, ImageSpec, Manifest, Mistakes, Node, addresses, groups, json,
    keys::{self, Key},
    mistakes::{At, Notes},
    node::Reader,
    order, ports,
    tree::{self, Table, Value},
    walk::{Walk, is_name},
};
use crate::{
    failure::Problem,
    files::{
        disk_image::ImageFile,
        hex, regular,
        sums::{Sum, Sums},
    },
    image::Bmaps,
};

/// The most bytes of a manifest.
const LONGEST: u64 = 1 << 20;

/// What defaults are called in messages.
const DEFAULTS: &str = "defaults";

/// An image of a manifest, as far as it can be read.
pub(super) struct Named {
    pub(super) name: String,
    line: usize,
    file: Option<ImageFile>,
}

/// A node of a manifest before it is understood.
pub(super) struct Entry<'t> {
    /// `node tray1-slot3`; where it has no name, `node 3`.
    pub(super) about: String,
    pub(super) line: usize,
    /// What it says itself.
    pub(super) own: &'t Table,
    /// That, and what `[defaults]` adds.
    pub(super) all: Table,
}

impl Entry<'_> {
    /// The place of a key: the node's own line where it has no such key.
    pub(super) fn at(&self, key: &str) -> At<'_> {
        let of = |node: &Table| node.get(key).map(|item| item.line);
        self.place(of(&self.all), of(self.own))
    }

    /// The same for what is about this node alone, whoever says it.
    pub(super) fn here(&self, key: &str) -> At<'_> {
        (self.at(key).0, &self.about)
    }

    /// The place of a key of one of its tables.
    pub(super) fn at_in(&self, table: &str, key: &str) -> At<'_> {
        let of = |node: &Table| node.table(table)?.get(key).map(|item| item.line);
        self.place(of(&self.all), of(self.own))
    }

    /// What the defaults say is about them, and not about this node.
    fn place(&self, line: Option<usize>, own: Option<usize>) -> At<'_> {
        match (line, own) {
            (Some(line), None) => (line, DEFAULTS),
            (line, _) => (line.unwrap_or(self.line), &self.about),
        }
    }
}

/// Reads a manifest's file.
pub(super) fn read(path: &Path) -> Result<Manifest, Mistakes> {
    let bytes =
        regular::read(path, LONGEST).map_err(|problem| Notes::unread(path, &problem.into()))?;
    of_bytes(path, &bytes)
}

/// Reads a manifest that is in memory.
pub(super) fn of_bytes(path: &Path, bytes: &[u8]) -> Result<Manifest, Mistakes> {
    let mut notes = Notes::default();
    let manifest = whole(path, bytes, &mut notes);
    notes.judged(path)?;
    Ok(manifest.expect("whatever keeps a manifest from being read was noted"))
}

fn whole(path: &Path, bytes: &[u8], notes: &mut Notes) -> Option<Manifest> {
    let table = parsed(path, bytes, notes)?;
    Walk { notes, about: "", whole: true }.table(1, &table, &keys::top(), "");
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let images = images(&table, folder, notes);
    let defaults = defaults(&table, notes);
    let entries = entries(&table, &defaults, notes);
    let mut reader = Reader { folder, images: &images, notes };
    let mut nodes: Vec<_> = entries.iter().enumerate().map(|entry| reader.node(entry)).collect();
    let groups = together(&table, (&entries, &images), notes);
    let after = order::after(&entries, notes);
    ports::consoles(&entries, &nodes, notes);
    addresses::give(&entries, &mut nodes, notes);
    let nodes = nodes.into_iter().zip(after).map(|(node, after)| Some(Node { after, ..node? }));
    let spec = |image: Named| Some(ImageSpec { name: image.name, file: image.file? });
    Some(Manifest {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        jobs: jobs(&table),
        images: images.into_iter().map(spec).collect::<Option<_>>()?,
        nodes: nodes.collect::<Option<_>>()?,
        groups,
    })
}

/// The manifest's keys and values. What is no text, or no TOML or JSON, is noted.
fn parsed(path: &Path, bytes: &[u8], notes: &mut Notes) -> Option<Table> {
    let unread = |error: std::str::Utf8Error| {
        let good = &bytes[..error.valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        notes.wrong((line, ""), "it is not text in UTF-8");
    };
    let text = str::from_utf8(bytes).map_err(unread).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"))
        || text.trim_start().starts_with('{');
    let parsed = if is_json { json::of_json(text) } else { tree::of_toml(text) };
    parsed
        .map_err(|damage| damage.iter().for_each(|(line, text)| notes.wrong((*line, ""), text)))
        .ok()
}

fn images(table: &Table, folder: &Path, notes: &mut Notes) -> Vec<Named> {
    let mut images = Vec::new();
    for (name, line, image) in named(table, "image", &keys::image(), notes) {
        let about = format!("image {name}");
        let file = image.text("file").map(|file| ImageFile {
            path: beside(folder, file),
            bmap: Bmaps::Beside,
            raw: false,
            sums: sums(image),
        });
        if let Some(Err(error)) = file.as_ref().map(ImageFile::glance) {
            let line = image.get("file").map_or(line, |item| item.line);
            notes.error((line, &about), &Problem::of_input(&error).into(), "");
        }
        images.push(Named { name: name.to_owned(), line, file });
    }
    images
}

fn sums(image: &Table) -> Sums {
    let sum = image.text("sha256").and_then(|text| text.parse::<Sum>().ok());
    sum.map_or(Sums::Beside, |sum| Sums::Given { sum, by: "`sha256` in the manifest" })
}

/// The tables below a key, with their names and lines. What is wrong with their form is noted.
fn named<'t>(
    table: &'t Table,
    kind: &str,
    keys: &[Key],
    notes: &mut Notes,
) -> Vec<(&'t str, usize, &'t Table)> {
    let mut tables = Vec::new();
    for (name, item) in table.table(kind).map_or(&[][..], |all| &all.0) {
        let about = format!("{kind} {name}");
        if !is_name(name) {
            notes.wrong(
                (item.line, ""),
                format!("`{name}` is no name: it has to be of `a-z`, `0-9`, `.` and `-`"),
            );
        }
        match &item.value {
            Value::Table(inner) => {
                Walk { notes, about: &about, whole: true }.table(item.line, inner, keys, "");
                tables.push((name.as_str(), item.line, inner));
            }
            other => notes.wrong(
                (item.line, ""),
                format!("`{kind}.{name}` is {}, and has to be a table", other.kind()),
            ),
        }
    }
    tables
}

fn defaults(table: &Table, notes: &mut Notes) -> Table {
    let Some(defaults) = table.table("defaults") else { return Table::default() };
    Walk { notes, about: DEFAULTS, whole: false }.table(0, defaults, &keys::node(), "");
    defaults.clone()
}

/// The nodes. What is wrong with their form is noted.
fn entries<'t>(table: &'t Table, defaults: &Table, notes: &mut Notes) -> Vec<Entry<'t>> {
    let (list, mut entries) = (table.list("node"), Vec::new());
    let empty = Value::List(Vec::new());
    if let Some(item) = table.get("node").filter(|item| item.value == empty) {
        notes.wrong((item.line, ""), "there has to be at least one node");
    }
    for (index, item) in list.iter().enumerate() {
        let Value::Table(own) = &item.value else {
            notes.wrong(
                (item.line, ""),
                format!("a node is {}, and has to be a table", item.value.kind()),
            );
            continue;
        };
        let about = own
            .text("name")
            .map_or_else(|| format!("node {}", index + 1), |name| format!("node {name}"));
        Walk { notes, about: &about, whole: false }.table(item.line, own, &keys::node(), "");
        let all = own.over(&inherited(own, defaults));
        Walk { notes, about: &about, whole: true }.complete(item.line, &all);
        entries.push(Entry { about, line: item.line, own, all });
    }
    entries
}

/// The defaults that concern a node: a console without a port is for those that have one.
fn inherited(own: &Table, defaults: &Table) -> Table {
    let mut defaults = defaults.clone();
    let has_port = defaults.table("console").is_some_and(|table| table.get("port").is_some());
    if own.get("console").is_none() && !has_port {
        defaults.0.retain(|(key, _)| key != "console");
    }
    defaults
}

/// What nodes have to agree on; the groups.
fn together(
    table: &Table,
    (entries, images): (&[Entry<'_>], &[Named]),
    notes: &mut Notes,
) -> Vec<Group> {
    order::names(entries, notes);
    ports::unique(entries, notes);
    for image in images {
        if !entries.iter().any(|entry| entry.all.text("image") == Some(&image.name)) {
            let text = "no node uses it: remove it, or name it as the `image` of a node";
            notes.wrong((image.line, &format!("image {}", image.name)), text);
        }
    }
    let declared = named(table, "group", &keys::group(), notes);
    groups::all(&declared, entries, notes)
}

/// The most nodes at once, of a rack or a group.
pub(super) fn jobs(table: &Table) -> Option<usize> {
    table.number("jobs").and_then(|jobs| usize::try_from(jobs).ok())
}

/// A path of the manifest's. What is called `-` is a file, and not stdin.
pub(super) fn beside(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join(text);
    if path == Path::new("-") { PathBuf::from("./-") } else { path }
}
