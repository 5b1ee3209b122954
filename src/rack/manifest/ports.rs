//! Ports of nodes: nothing is at two of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Node, mistakes::Notes, read::Entry};
use crate::{
    family::Via,
    transport::{PortName, PortPath, usb_ttys},
};

/// The keys that name ports.
const KEYS: [&str; 4] = ["port", "uboot-console", "usb-port", "console"];

/// A port that a node names.
struct Used<'e> {
    entry: &'e Entry<'e>,
    key: &'static str,
    line: usize,
    text: &'e str,
    port: PortName,
}

/// Notes ports that two nodes name.
pub(super) fn unique(entries: &[Entry<'_>], notes: &mut Notes) {
    let machine = Machine::here();
    let used: Vec<_> = entries.iter().flat_map(of).collect();
    for (index, late) in used.iter().enumerate() {
        let same = |early: &&Used<'_>| {
            !std::ptr::eq(early.entry, late.entry) && machine.is_same(&early.port, &late.port)
        };
        if let Some(early) = used[..index].iter().find(same) {
            let (key, other, line) = (late.key, &early.entry.about, early.line);
            let text = match late.text == early.text {
                true => format!("`{key}` is the port of {other}, too (line {line})"),
                false => format!(
                    "`{key}` is the port of {other}, too, which calls it {} (line {line})",
                    early.text
                ),
            };
            notes.wrong((late.line, &late.entry.about), text);
        }
    }
}

/// Notes nodes whose U-Boot's console is not named, where it is not the only serial line: another node's would be taken for it.
pub(super) fn consoles(entries: &[Entry<'_>], nodes: &[Option<Node>], notes: &mut Notes) {
    let all =
        || entries.iter().zip(nodes).filter_map(|(entry, node)| Some((entry, node.as_ref()?)));
    let over_console = |node: &Node| node.via == Via::Ethernet && !node.board.is_serial();
    let lines = all()
        .filter(|(_, node)| over_console(node) || node.board.is_serial() || node.console.is_some());
    if lines.count() < 2 {
        return;
    }
    for (entry, _) in all().filter(|(_, node)| over_console(node) && node.uboot_console.is_none()) {
        let text = "`uboot-console` is missing: other nodes are on serial lines, too, and this one's U-Boot is at one of them";
        notes.wrong((entry.line, &entry.about), text);
    }
}

/// The ports that a node names.
fn of<'e>(entry: &'e Entry<'e>) -> Vec<Used<'e>> {
    let port = |key: &'static str| {
        let table = match key {
            "console" => entry.all.table("console")?,
            _ => &entry.all,
        };
        let (key, name) = if key == "console" { ("console.port", "port") } else { (key, key) };
        let (line, text) = (table.get(name)?.line, table.text(name)?);
        Some(Used { entry, key, line, text, port: text.parse().ok()? })
    };
    KEYS.into_iter().filter_map(port).collect()
}

/// What this computer knows of its ports.
struct Machine {
    /// Serial devices of USB adapters, each with its port.
    adapters: Vec<(PathBuf, PortPath)>,
}

impl Machine {
    fn here() -> Self {
        let ttys = usb_ttys(Path::new("/"));
        Self { adapters: ttys.into_iter().map(|tty| (real(&tty.path), tty.port)).collect() }
    }

    /// Whether both names lead to one board: ports that are twins, names of one device, or an adapter's only device and its port.
    fn is_same(&self, one: &PortName, other: &PortName) -> bool {
        match (one, other) {
            (PortName::Usb(one), PortName::Usb(other)) => {
                one == other || one.twin().as_ref() == Some(other)
            }
            (PortName::Serial(one), PortName::Serial(other)) => real(one) == real(other),
            (PortName::Usb(port), PortName::Serial(path))
            | (PortName::Serial(path), PortName::Usb(port)) => {
                let path = real(path);
                self.adapters.iter().any(|(tty, at)| *tty == path && at == port)
            }
        }
    }
}

/// The path without links, where it exists.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adapters_port_and_its_device_are_one() {
        let port = |text: &str| text.parse::<PortName>().expect("a port");
        let adapters = vec![("/dev/null".into(), "1-4.2".parse().expect("a port"))];
        let machine = Machine { adapters };
        for (one, other, same) in [
            ("1-4.2", "/dev/null", true),
            ("1-4.2", "/dev/../dev/null", true),
            ("1-4.3", "/dev/null", false),
            ("1-4.2", "/dev/zero", false),
            ("1-4.2", "1-4.2", true),
            ("1-4.2", "1-4", false),
            ("/dev/none", "/dev/none", true),
            ("/dev/none", "/dev/null", false),
        ] {
            assert_eq!(machine.is_same(&port(one), &port(other)), same, "{one} {other}");
            assert_eq!(machine.is_same(&port(other), &port(one)), same, "{other} {one}");
        }
    }
}
