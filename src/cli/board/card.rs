//! What `boards BOARD` says: from the board to what to type.

use super::{commands, lines::Lines};
use crate::boards::{
    Alternative, Board, BoardFile, Chip, Fact, Fit, Layout, Size, SocketKind, StorageEntry,
    explained, notes,
};

pub(super) fn text(board: &Board) -> String {
    card(board, Lines::for_stdout())
}

fn card(board: &Board, mut lines: Lines) -> String {
    head(&mut lines, board);
    recovery(&mut lines, board);
    files(&mut lines, board);
    to_type(&mut lines, board);
    storage(&mut lines, board);
    console(&mut lines, board);
    layout(&mut lines, board);
    facts(&mut lines, "Beware", board.traps());
    facts(&mut lines, "If it does not show up", notes().silent(board));
    proof(&mut lines, board);
    sources(&mut lines, board);
    lines.finish()
}

/// The source of something, in brackets after it.
fn by(source: Option<&str>) -> String {
    source.map(|source| format!(" [{source}]")).unwrap_or_default()
}

fn head(lines: &mut Lines, board: &Board) {
    lines.item("", &format!("{} ({})", board.title, board.name));
    let id = board.chip().id().map(|(kind, id)| format!(" ({kind} {id:#06x})")).unwrap_or_default();
    if board.chip().name() != Chip::Any.name() {
        lines.item("", &format!("{} by {}{id}", board.soc, board.family().vendor));
    }
    if !board.aliases.is_empty() {
        lines.item("", &format!("Also called {}", board.aliases.join(", ")));
    }
    if let Some(origin) = &board.origin {
        lines.item("", &format!("From {}", link::Foreign(origin.display())));
    }
}

fn recovery(lines: &mut Lines, board: &Board) {
    let way = board.recovery();
    lines.heading(&format!("Into recovery{}", by(way.source.as_deref())));
    steps(lines, &way.steps);
    if let Some(drawing) = &way.drawing {
        lines.as_is("        ", drawing);
    }
    for Alternative { when, steps: others, source } in &way.alternatives {
        lines.item("  ", &format!("Or, {when}:{}", by(source.as_deref())));
        steps(lines, others);
    }
    let socket = &board.socket;
    let kind = match socket.kind {
        SocketKind::UsbA => "USB A-to-A cable",
        SocketKind::UsbC => "USB-C cable",
        SocketKind::MicroUsb => "micro-USB cable",
        SocketKind::Usb => "USB cable",
        SocketKind::Serial => "serial adapter",
        SocketKind::UsbSerial => "USB cable; the serial adapter is on the board",
    };
    let power = match socket.powers_board {
        Some(true) => "; it powers the board",
        Some(false) => "; it does not power the board",
        None => "",
    };
    let source = by(socket.source.as_deref());
    lines.item("  Socket: ", &format!("{} ({kind}{power}){source}", socket.place));
    for note in notes().cables(board) {
        lines.item("  Cable:  ", &fact(note));
    }
    if board.protocol().is_some() {
        let command = if board.is_serial() { "shows the adapter" } else { "shows the board" };
        lines.item("  Check:  ", &format!("`racklet-flash list` {command}"));
    }
}

fn steps(lines: &mut Lines, steps: &[String]) {
    for (index, step) in steps.iter().enumerate() {
        lines.item(&format!("  {:2}. ", index + 1), step);
    }
}

fn fact(fact: &Fact) -> String {
    format!("{}{}", fact.text, by(fact.source.as_deref()))
}

fn facts<'a>(lines: &mut Lines, heading: &str, facts: impl IntoIterator<Item = &'a Fact>) {
    let mut facts = facts.into_iter().peekable();
    if facts.peek().is_some() {
        lines.heading(heading);
        facts.for_each(|one| lines.item("  - ", &fact(one)));
    }
}

fn files(lines: &mut Lines, board: &Board) {
    let files = board.files();
    if files.is_empty() {
        return;
    }
    lines.heading("Files");
    for file in files {
        lines.item(&format!("  {:9}", file.role.name()), &name(file));
        let url = file.url.as_deref().map(|url| format!(": {url}")).unwrap_or_default();
        let text = format!("{} Published by {}{url}.", file.what, file.publisher);
        lines.item("           ", &format!("{text}{}", by(file.source.as_deref())));
        if let Some(sum) = &file.sha256 {
            lines.item("           ", &format!("SHA-256 {sum}"));
        }
    }
}

fn name(file: &BoardFile) -> String {
    let when = file.when.as_deref().map(|when| format!(" (for {when})"));
    let instead = file.instead_of.map(|role| format!(" (instead of `{}`)", role.name()));
    format!("{}{}{}", file.name, when.unwrap_or_default(), instead.unwrap_or_default())
}

fn to_type(lines: &mut Lines, board: &Board) {
    lines.heading("Commands");
    if let Err(reason) = board.is_flashable() {
        lines.item("  ", &format!("Not flashable yet: {reason}"));
    }
    for command in commands::of(board) {
        lines.item("  ", &format!("{}:", command.what));
        lines.command("      ", &command.line);
    }
    let elsewhere = board.elsewhere().filter(|_| board.is_flashable().is_err());
    if let Some(elsewhere) = elsewhere {
        let source = by(elsewhere.source.as_deref());
        lines.item("  ", &format!("What other tools do today:{source}"));
        steps(lines, &elsewhere.steps);
    }
}

fn storage(lines: &mut Lines, board: &Board) {
    lines.heading("Storage, in the order in which the board looks for something to start");
    let first = board.default_storage();
    for entry in board.storages() {
        let default = if Some(entry.kind) == first && board.is_flashable().is_ok() {
            Some("an image goes here by default".to_owned())
        } else {
            None
        };
        let words: Vec<_> =
            [size(entry), fit(entry), entry.note.clone(), default].into_iter().flatten().collect();
        let text = format!("{}{}", words.join("; "), by(entry.source.as_deref()));
        lines.item(&format!("  {:9}", entry.kind.name()), text.trim_start());
    }
}

fn size(entry: &StorageEntry) -> Option<String> {
    Some(match entry.size_bytes? {
        Size::Exact(bytes) => binary(bytes),
        Size::Range([least, most]) => format!("{} to {}", binary(least), binary(most)),
    })
}

/// Bytes in the unit that people use.
fn binary(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    match UNITS.into_iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) if bytes.is_multiple_of(unit) => format!("{} {name}", bytes / unit),
        Some((unit, name)) => format!("{:.2} {name}", bytes as f64 / unit as f64),
        None => format!("{bytes} bytes"),
    }
}

fn fit(entry: &StorageEntry) -> Option<String> {
    let word = match entry.fit? {
        Fit::Soldered => "soldered",
        Fit::Module => "module",
        Fit::Slot => "slot",
    };
    Some(word.into())
}

fn console(lines: &mut Lines, board: &Board) {
    let Some(console) = &board.console else { return };
    lines.heading("Console");
    let place = console.place.as_deref().map(|place| format!(", {place}")).unwrap_or_default();
    lines.item("  ", &format!("{} baud 8N1{place}{}", console.rate, by(console.source.as_deref())));
}

fn layout(lines: &mut Lines, board: &Board) {
    let layout = board.layout();
    if layout.is_empty() {
        return;
    }
    lines.heading("Where the boot loader is");
    for part in layout {
        lines.item(&format!("  {:21}", place(board, part)), &what(part));
    }
}

fn place(board: &Board, part: &Layout) -> String {
    let on = part.on.iter().filter(|kind| board.storage(**kind).is_some());
    let on = on.map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    let area = part.area.as_deref().map(|area| format!(" {area}")).unwrap_or_default();
    let at = part.at.map(|at| format!(" {at:#x}")).unwrap_or_default();
    format!("{on}{area}{at} ")
}

fn what(part: &Layout) -> String {
    format!("{}{}", part.what, by(part.source.as_deref()))
}

fn proof(lines: &mut Lines, board: &Board) {
    let proven = board.proven();
    lines.heading("How far it is proven");
    let source = by(proven.source.as_deref());
    lines.item("  ", &format!("{}: {}{source}", proven.level.name(), proven.level.meaning()));
}

fn sources(lines: &mut Lines, board: &Board) {
    let mut known: Vec<_> = board.sources().into_iter().filter_map(explained).collect();
    known.dedup();
    let Some(widest) = known.iter().map(|(name, _)| name.len()).max() else { return };
    lines.heading("Sources");
    for (name, meaning) in known {
        lines.item(&format!("  {name:widest$}  "), meaning);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards::built_in;

    #[test]
    fn every_card_fits_the_terminal() {
        for board in built_in() {
            for columns in [80, 100] {
                let text = card(board, Lines::of(columns));
                // Addresses stay whole, and so do words of commands.
                let long = |line: &&str| {
                    let whole = line.contains("https://") || line.trim_start().starts_with("--");
                    line.chars().count() > columns && !whole
                };
                assert_eq!(text.lines().find(long), None, "{}", board.name);
            }
        }
    }

    #[test]
    fn every_card_says_what_to_do() {
        for board in built_in() {
            let text = card(board, Lines::of(100));
            let typed = text.contains("      racklet-flash ");
            assert_eq!(typed, board.protocol().is_some(), "{text}");
            assert!(text.contains("   1. ") && text.contains("  Socket: "), "{text}");
        }
    }
}
