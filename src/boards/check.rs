//! The one check for every board's file, ours and users'.

mod parts;
mod text;

use std::fmt;

use super::{
    Board, Chip, Size, SocketKind, families_by_name, family_by_name, find::near, storage::Storage,
};

/// The most names that are all listed where one is not known.
const LISTED: usize = 10;

/// Something that is wrong with a board's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The line, counted from 1, where one can be named.
    pub line: Option<usize>,
    /// What is wrong, and what was probably meant.
    pub text: String,
}

impl Flaw {
    pub(super) fn new(line: Option<usize>, text: impl Into<String>) -> Self {
        Self { line, text: text.into() }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Reads and checks a board's file.
///
/// # Errors
///
/// Everything that is wrong with it; of what is no board at all, only the first thing.
pub fn validate(text: &str) -> Result<Board, Vec<Flaw>> {
    let board: Board = toml::from_str(text).map_err(|error| vec![unread(text, &error)])?;
    let mut check = Check { text, flaws: Vec::new() };
    check.names(&board);
    check.family(&board);
    check.storage(&board);
    check.texts(&board);
    check.parts(&board);
    if check.flaws.is_empty() { Ok(board) } else { Err(check.flaws) }
}

/// What the TOML reader says, with the word that was probably meant.
fn unread(text: &str, error: &toml::de::Error) -> Flaw {
    let before = error.span().map(|span| text.get(..span.start).unwrap_or(text));
    let line = before.map(|before| before.matches('\n').count() + 1);
    let message = error.message().trim().replace('\n', " ");
    let words: Vec<_> = message.split('`').skip(1).step_by(2).collect();
    let meant = words
        .split_first()
        .and_then(|(word, choices)| near(word, choices.iter().copied()).into_iter().next());
    let text = match meant.filter(|_| message.starts_with("unknown")) {
        Some(meant) => format!("{message}: did you mean `{meant}`?"),
        None => message.clone(),
    };
    Flaw::new(line, link::Foreign(text).to_string())
}

/// A file that is being checked.
struct Check<'a> {
    text: &'a str,
    flaws: Vec<Flaw>,
}

impl Check<'_> {
    /// Notes what is wrong with the value of `key`.
    fn wrong(&mut self, key: &str, value: &str, what: impl Into<String>) {
        let line = self.line(key, value);
        self.flaws.push(Flaw::new(line, link::Foreign(what.into()).to_string()));
    }

    fn require(&mut self, good: bool, (key, value): (&str, &str), what: impl FnOnce() -> String) {
        if !good {
            self.wrong(key, value, what());
        }
    }

    /// The line of `key = value`, or the first with the value or else the key.
    fn line(&self, key: &str, value: &str) -> Option<usize> {
        let value = value.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let find =
            |fits: &dyn Fn(&str) -> bool| self.text.lines().position(fits).map(|index| index + 1);
        let with_value = |line: &str| !value.is_empty() && line.contains(value);
        find(&|line| line.contains(key) && with_value(line))
            .or_else(|| find(&with_value))
            .or_else(|| find(&|line| line.trim_start().starts_with(key)))
    }

    fn names(&mut self, board: &Board) {
        let word = |text: &str| {
            let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            !text.is_empty() && text.chars().all(known)
        };
        let name = &board.name;
        let good = name.split_once('/').is_some_and(|(maker, model)| word(maker) && word(model));
        self.require(good, ("name", name), || {
            format!("`{name}` is no name: it is maker/model in small letters, digits, `-` and `.`")
        });
        for (index, alias) in board.aliases.iter().enumerate() {
            let known = board.aliases[..index].contains(alias) || *alias == board.title;
            self.require(!known, ("aliases", alias), || {
                format!("`{alias}` is a name of this board already")
            });
        }
    }

    fn family(&mut self, board: &Board) {
        let Some(family) = family_by_name(&board.family) else {
            let all: Vec<_> = families_by_name().collect();
            let what = unknown("family", &board.family, &all);
            return self.wrong("family", &board.family, what);
        };
        let Some(chip) = family.chip(&board.soc) else {
            let all = Chip::names(family);
            let what = unknown(&format!("SoC of {}'s", family.vendor), &board.soc, &all);
            return self.wrong("soc", &board.soc, what);
        };
        let profiles = chip.profiles();
        if let Some(profile) = board.profile.as_deref().filter(|name| !profiles.contains(name)) {
            let what =
                unknown(&format!("profile of a board with the {}", board.soc), profile, &profiles);
            self.wrong("profile", profile, what);
        }
        let line = matches!(board.socket.kind, SocketKind::Serial | SocketKind::UsbSerial);
        self.require(line == family.is_serial(), ("socket", "kind"), || match family.is_serial() {
            true => format!(
                "the mask ROM of {}'s boards is on a serial line: kind = \"serial\"",
                family.vendor
            ),
            false => format!(
                "the mask ROM of {}'s boards is on USB, not on a serial line",
                family.vendor
            ),
        });
    }

    fn storage(&mut self, board: &Board) {
        let kinds = board.storages();
        self.require(!kinds.is_empty(), ("storage", ""), || {
            let all: Vec<_> = own().map(Storage::name).collect();
            format!("it has no storage; there are {}", all.join(", "))
        });
        for (index, entry) in kinds.iter().enumerate() {
            let name = entry.kind.name();
            let own = own().any(|kind| kind == entry.kind);
            self.require(own, ("kind", name), || {
                format!("{name} is a part of the eMMC: leave it out")
            });
            let known = kinds[..index].iter().any(|other| other.kind == entry.kind);
            self.require(!known, ("kind", name), || format!("it has {name} twice"));
            let sound = match entry.size_bytes {
                None => true,
                Some(Size::Exact(bytes)) => bytes > 0,
                Some(Size::Range([least, most])) => 0 < least && least < most,
            };
            self.require(sound, ("size-bytes", name), || {
                format!("{name} has no such size: it is bytes, or [least, most]")
            });
        }
        let defaults = kinds.iter().filter(|entry| entry.default).count();
        self.require(defaults <= 1, ("default", ""), || "two storages are the default".into());
    }
}

/// There is no such thing; what was probably meant, and what there is.
pub(crate) fn unknown(kind: &str, word: &str, all: &[&str]) -> String {
    if all.is_empty() {
        return format!("there is no {kind}, so not `{word}`");
    }
    let near = near(word, all.iter().copied());
    let meant = near.first().map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default();
    let there = match all.len() {
        ..=LISTED => format!("there are {}", all.join(", ")),
        _ if near.len() < 2 => format!("{} are known", all.len()),
        _ => format!("near it are {}", near.join(", ")),
    };
    format!("there is no {kind} called `{word}`{meant} ({there})")
}

/// Storages of their own, which a board's file names.
fn own() -> impl Iterator<Item = Storage> {
    Storage::ALL.into_iter().filter(|kind| kind.boot_partition().is_none())
}
