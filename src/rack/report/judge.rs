//! What failed attempts say of a port: whether rather the port, the board, its files or a hub is to blame. A judgement and no
//! proof, so it says how sure it is.

use std::collections::BTreeMap;

use link::Code;

use super::words::count;
use crate::{
    exit::Exit,
    rack::record::{Record, State, Trouble},
};

/// How sure a judgement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// The error says it itself.
    Certain,
    /// What happened is hard to explain otherwise.
    Likely,
    /// It fits, as other causes do.
    Possible,
    /// Nothing follows from what happened.
    Unclear,
}

impl Sure {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Possible => "possible",
            Self::Unclear => "unclear",
        }
    }
}

/// A judgement, as a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) sure: Sure,
    pub(super) text: String,
}

impl Judgement {
    fn new(sure: Sure, text: impl Into<String>) -> Self {
        Self { sure, text: text.into() }
    }
}

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Hook,
    Console,
    Limit,
    /// Something else ended it: a node before it, or the user.
    Else,
    /// This computer, not the board.
    Computer,
    /// An error without a kind.
    Unknown,
    OtherBoard,
    File,
    Refused,
    /// No board was at the port.
    Absent,
    /// The way to the board failed: a cable, or what is at either of its ends.
    Way,
    /// The board's storage failed, or holds something else than was written.
    Storage,
    /// The board answered, and its answer was wrong.
    Board,
}

/// Errors that speak for themselves.
const KINDS: &[(Kind, &[Code])] = &[
    (Kind::Hook, &[Code::RACK_HOOK]),
    (Kind::Console, &[Code::RACK_CONSOLE]),
    (Kind::Limit, &[Code::RACK_LIMIT]),
    (Kind::Unknown, &[Code::FAILED]),
    (Kind::Else, &[Code::RACK_AFTER, Code::INTERRUPTED]),
    (Kind::OtherBoard, &[Code::BOARD_OTHER, Code::BOARD_SWAPPED, Code::BOARD_CHANGED]),
    (Kind::Absent, &[Code::BOARD_NONE, Code::BOARD_LOST, Code::SERIAL_NONE, Code::SERIAL_SILENCE]),
    (
        Kind::Computer,
        &[
            Code::INTERNAL,
            Code::SERIAL_BAUD,
            Code::SERIAL_BUSY,
            Code::SERIAL_OPEN,
            Code::USB_BUSY,
            Code::USB_MEMORY,
            Code::USB_OPEN,
            Code::USB_UNLISTED,
            Code::NET_LISTEN,
        ],
    ),
    (Kind::Storage, &[Code::DIFFERS, Code::ERASE_UNDONE, Code::STORAGE_FAILED]),
    (Kind::Way, &[Code::DOWNLOAD_BROKEN, Code::PROMPT_ECHO, Code::ROM_AGAIN, Code::ROM_CRC]),
];

/// Beginnings of the words of errors on the way to a board.
const WAYS: &[&str] = &["usb.", "serial.", "net."];

fn kind(trouble: &Trouble) -> Kind {
    let is = |code: &Code| code.word() == trouble.code;
    let known = KINDS.iter().find(|(_, codes)| codes.iter().any(is));
    match known {
        Some((kind, _)) => *kind,
        None if trouble.exit == Exit::Permission as u8 => Kind::Computer,
        None if trouble.exit == Exit::BadInput as u8 => Kind::File,
        None if trouble.exit == Exit::Refused as u8 => Kind::Refused,
        None if WAYS.iter().any(|way| trouble.code.starts_with(way)) => Kind::Way,
        None => Kind::Board,
    }
}

/// The errors of a node's attempts.
pub(super) fn troubles(record: &Record) -> impl Iterator<Item = &Trouble> {
    record.attempts.iter().filter_map(|attempt| attempt.trouble.as_ref())
}

/// What a node's attempts say of its port; `None`: none failed, or something else ended them.
pub(super) fn port(record: &Record) -> Option<Judgement> {
    let all: Vec<_> = troubles(record).filter(|trouble| kind(trouble) != Kind::Else).collect();
    let last = all.last()?;
    let of_board = |kind| matches!(kind, Kind::Absent | Kind::Way | Kind::Storage | Kind::Board);
    Some(match plain(kind(last)) {
        Some((sure, text)) if !record.state.is_good() => Judgement::new(sure, text),
        Some(_) => Judgement::new(
            Sure::Unclear,
            "Failed for a reason that says nothing about the port, then passed.",
        ),
        None if record.state.is_good() => {
            passed(all.iter().filter(|trouble| of_board(kind(trouble))).count())
        }
        None if all.len() == 1 => Judgement::new(
            Sure::Unclear,
            "Failed once and was not tried again, so the port and the board cannot be told apart. Set `retries`.",
        ),
        None => failed(&all),
    })
}

/// What an error means that speaks for itself.
fn plain(kind: Kind) -> Option<(Sure, &'static str)> {
    Some(match kind {
        Kind::Hook => (Sure::Certain, "The hook failed. This says nothing about the port."),
        Kind::Console => (
            Sure::Likely,
            "The port works, and the write was done. What was started did not come up: look at the image, and at the console.",
        ),
        Kind::Limit => (
            Sure::Unclear,
            "It ran out of time. Compare its rate with that of other nodes: a slow port or hub, or a limit that is too short.",
        ),
        Kind::Computer => (Sure::Likely, "This computer is to blame, not the board or its cable."),
        Kind::Unknown => (Sure::Unclear, "The error says nothing about the port."),
        Kind::OtherBoard => (
            Sure::Certain,
            "The port works: it is another board than the manifest says, or than before.",
        ),
        Kind::File => (Sure::Certain, "A file is to blame. The port works as far as it was used."),
        Kind::Refused => {
            (Sure::Certain, "racklet-flash refused to go on. The port works as far as it was used.")
        }
        Kind::Else | Kind::Absent | Kind::Way | Kind::Storage | Kind::Board => return None,
    })
}

fn passed(failures: usize) -> Judgement {
    match failures {
        0 | 1 => Judgement::new(
            Sure::Possible,
            "Failed once, then passed: rather the port, its cable or the hub than the board. Watch it in the next runs.",
        ),
        _ => Judgement::new(
            Sure::Likely,
            format!("Failed {failures} times, then passed: the port, its cable or the hub."),
        ),
    }
}

/// More than one attempt, and all failed.
fn failed(all: &[&Trouble]) -> Judgement {
    let times = all.len();
    let place = |trouble: &Trouble| (trouble.step.clone(), trouble.message.clone());
    let same = all.iter().all(|trouble| place(trouble) == place(all[0]));
    let any = |one: Kind| all.iter().any(|trouble| kind(trouble) == one);
    let every = |one: Kind| all.iter().all(|trouble| kind(trouble) == one);
    let (sure, text) = if every(Kind::Storage) {
        (Sure::Likely, "at its storage: that, or the board's supply, rather than the port")
    } else if same && every(Kind::Absent) {
        (
            Sure::Likely,
            "as no board answered: it has no power, is not in its recovery mode, or is not connected",
        )
    } else if same {
        (
            Sure::Likely,
            "at the same step with the same message: the board or its files, rather than the port",
        )
    } else {
        let sure = if any(Kind::Way) || any(Kind::Absent) { Sure::Likely } else { Sure::Possible };
        (sure, "at different places: the port, its cable or the hub, rather than the board")
    };
    Judgement::new(sure, format!("Failed {times} times {text}."))
}

/// What many nodes together say: hubs first, then boards of one kind.
pub(super) fn together(records: &[Record]) -> Vec<Judgement> {
    let mut all = hubs(records);
    all.extend(kinds(records));
    all
}

/// The hubs above a USB port, the nearest first: `1-1.4.3` is at `1-1.4`, and that at `1-1`.
fn above(port: &str) -> impl Iterator<Item = &str> {
    let is_usb = port.starts_with(|c: char| c.is_ascii_digit());
    let first = is_usb.then_some(port);
    std::iter::successors(first, |port| Some(port.rsplit_once('.')?.0)).skip(1)
}

fn lost_its_way(record: &Record) -> bool {
    troubles(record).any(|trouble| matches!(kind(trouble), Kind::Way | Kind::Absent))
}

/// Hubs at which at least two nodes, and half of those that were tried, lost their board.
fn hubs(records: &[Record]) -> Vec<Judgement> {
    let mut at: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in records.iter().filter(|record| !record.attempts.is_empty() && !record.before) {
        above(&record.port).for_each(|hub| at.entry(hub).or_default().push(record));
    }
    let mut told: Vec<Vec<&str>> = Vec::new();
    let mut judgements = Vec::new();
    // The hub nearest to the boards explains them; one above it only where it explains more.
    for (hub, nodes) in at.iter().rev() {
        let lost: Vec<_> = nodes.iter().filter(|node| lost_its_way(node)).collect();
        let names: Vec<_> = lost.iter().map(|node| node.name.as_str()).collect();
        if lost.len() < 2 || lost.len() * 2 < nodes.len() || told.contains(&names) {
            continue;
        }
        let sure = if lost.len() > 2 { Sure::Likely } else { Sure::Possible };
        judgements.push(Judgement::new(
            sure,
            format!(
                "{} of {} at the hub {hub} lost the connection ({}): the hub, its cable or its supply, rather than each board.",
                lost.len(),
                count(nodes.len(), "node"),
                names.join(", ")
            ),
        ));
        told.push(names);
    }
    judgements
}

/// Kinds of boards that all failed at the same step in the same way.
fn kinds(records: &[Record]) -> Vec<Judgement> {
    let mut of: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in records.iter().filter(|record| !record.attempts.is_empty()) {
        of.entry(&record.board).or_default().push(record);
    }
    of.into_iter().filter_map(|(board, nodes)| one_kind(board, &nodes)).collect()
}

fn one_kind(board: &str, nodes: &[&Record]) -> Option<Judgement> {
    let trouble = nodes.first()?.trouble.as_ref()?;
    let place = |node: &&Record| {
        let trouble = node.trouble.as_ref().filter(|_| node.state == State::Failed)?;
        Some((trouble.step.clone(), trouble.code.clone()))
    };
    let same = nodes.iter().all(|node| place(node).is_some() && place(node) == place(&nodes[0]));
    if nodes.len() < 2 || !same || !matches!(kind(trouble), Kind::Way | Kind::Board) {
        return None;
    }
    let step = trouble.step.as_deref().map_or_else(String::new, |step| format!(" at `{step}`"));
    Some(Judgement::new(
        Sure::Likely,
        format!(
            "All {} with {board} failed{step} in the same way: their boot loader or image, rather than each board.",
            count(nodes.len(), "node"),
        ),
    ))
}
