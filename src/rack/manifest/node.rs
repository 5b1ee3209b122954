//! One node of a manifest.

use std::path::{Path, PathBuf};

use anyhow::Error;
use link::Check;

use super::{
    Console, Node, Write, files, hooks,
    mistakes::Notes,
    read::{Entry, Named, beside},
    tree::{Table, Value},
};
use crate::{
    boards::{self, Board, storage::Storage},
    failure::Problem,
    family::{Known, Via, driver},
    files::regular::Regular,
    net::Addressing,
    plan::Place,
    transport::{PortName, PortPath},
};

/// The rate of a console of which nothing is known, in bit/s.
const BAUD: u32 = 115_200;

/// Reads nodes: what is wrong with them is noted.
pub(super) struct Reader<'r> {
    /// Where paths begin.
    pub(super) folder: &'r Path,
    pub(super) images: &'r [Named],
    pub(super) notes: &'r mut Notes,
}

impl Reader<'_> {
    /// The node, still without an address of its own and without those that it comes after. `None`: something was noted.
    pub(super) fn node(&mut self, (index, entry): (usize, &Entry<'_>)) -> Option<Node> {
        let all = &entry.all;
        let board = self.board(entry);
        let (port, image) = (self.port(entry, board), self.image(entry));
        let to = board.and_then(|board| self.place(entry, board));
        let disk = self.usb_port(entry, board);
        let road = board
            .zip(to.as_ref())
            .and_then(|(board, to)| self.road(entry, board, to.storage(), disk.is_some()));
        let files = board.map(|board| files::of(self, entry, board));
        let uboot_console = self.uboot_console(entry, board, road.as_ref());
        let (writes, hooks) = (self.writes(entry), hooks::of(self, entry));
        let console = self.console(entry, board);
        let (via, net) = road?;
        Some(Node {
            name: all.text("name")?.to_owned(),
            index,
            line: entry.line,
            board: board?,
            port: port?,
            image: image?,
            to: to?,
            via,
            net,
            uboot_console,
            usb_port: disk,
            chip: all.text("chip").map(str::to_owned),
            files: files?,
            writes,
            hooks,
            console,
            retries: all
                .number("retries")
                .and_then(|number| u32::try_from(number).ok())
                .unwrap_or(1),
            check: check(all),
            set_boot: all.flag("set-boot").unwrap_or(false),
            restart: restarts(all),
            rewrite: all.flag("rewrite").unwrap_or(false),
            wait: all.time_or("wait", 30),
            limit: all.time_or("limit", 30 * 60),
            group: all.text("group").map(str::to_owned),
            after: Vec::new(),
        })
    }

    /// Notes what is wrong with the value of a key.
    pub(super) fn wrong(&mut self, entry: &Entry<'_>, key: &str, text: &str) {
        self.notes.wrong(entry.at(key), text);
    }

    fn error(&mut self, entry: &Entry<'_>, key: &str, error: impl Into<Error>, hint: &str) {
        self.notes.error(entry.at(key), &error.into(), hint);
    }

    /// A value, where there is no error. It is noted, with a hint where the manifest has to be changed.
    fn good<T>(
        &mut self,
        (entry, key): (&Entry<'_>, &str),
        value: Result<T, impl Into<Error>>,
        hint: &str,
    ) -> Option<T> {
        value.map_err(|error| self.error(entry, key, error, hint)).ok()
    }

    fn board(&mut self, entry: &Entry<'_>) -> Option<&'static Board> {
        let found = boards::find(entry.all.text("board")?);
        let board = self.good((entry, "board"), found, "")?;
        let flashable = board.is_flashable().map_err(|why| {
            Problem::Refused(format!("{} cannot be flashed yet: {why}", board.name))
        });
        self.good((entry, "board"), flashable, "")?;
        self.good((entry, "board"), driver(board).map(drop), "")?;
        Some(board)
    }

    fn port(&mut self, entry: &Entry<'_>, board: Option<&Board>) -> Option<PortName> {
        let port = self.port_of(entry, "port")?;
        match (&port, board) {
            (PortName::Serial(path), Some(board)) if !board.is_serial() => {
                let text = format!(
                    "{} is flashed over USB: its `port` is a USB port such as `1-1.4`, and not {}",
                    board.name,
                    path.display()
                );
                self.wrong(entry, "port", &text);
                None
            }
            _ => Some(port),
        }
    }

    fn port_of(&mut self, entry: &Entry<'_>, key: &str) -> Option<PortName> {
        let port = entry.all.text(key)?.parse();
        port.map_err(|text: String| self.wrong(entry, key, &text)).ok()
    }

    fn image(&mut self, entry: &Entry<'_>) -> Option<usize> {
        let name = entry.all.text("image")?;
        let found = self.images.iter().position(|image| image.name == name);
        if found.is_none() {
            let all: Vec<_> = self.images.iter().map(|image| image.name.as_str()).collect();
            self.wrong(entry, "image", &boards::unknown("image", name, &all));
        }
        found
    }

    fn place(&mut self, entry: &Entry<'_>, board: &'static Board) -> Option<Place> {
        let text = entry.all.text("to");
        let hint = "name it with `to = \"emmc\"`, or another storage";
        let hint = if text.is_none() { hint } else { "" };
        self.good((entry, "to"), Place::parse(board, text), hint)
    }

    /// The port where the board's U-Boot shows a disk.
    fn usb_port(&mut self, entry: &Entry<'_>, board: Option<&Board>) -> Option<PortPath> {
        let port = entry.all.text("usb-port")?.parse();
        let port = port.map_err(|text: String| self.wrong(entry, "usb-port", &text)).ok()?;
        let text = match (board, entry.all.text("via")) {
            (Some(board), _) if !board.is_serial() => format!(
                "`usb-port` is for boards on a serial line, and {} is on USB: its `port` is that port",
                board.name
            ),
            (_, Some(via)) if via != Via::Usb.name() => {
                "`usb-port` is for data over USB, and this node's take another way".into()
            }
            _ => return Some(port),
        };
        self.wrong(entry, "usb-port", &text);
        None
    }

    /// The way of the data, and the network that it takes. A network of `[defaults]` is for those nodes that can use it. `usb`: a
    /// port for a disk of its U-Boot is named.
    fn road(
        &mut self,
        entry: &Entry<'_>,
        board: &'static Board,
        storage: Storage,
        usb: bool,
    ) -> Option<(Via, Option<Addressing>)> {
        let asked = entry.all.text("via");
        let asked = asked.and_then(|word| Via::ASKED.into_iter().find(|via| via.name() == word));
        let net = entry.all.text("net").map(str::parse::<Addressing>).transpose();
        let net = net.map_err(|error| self.wrong(entry, "net", &error.to_string())).ok()?;
        let choose = |asked, net| Via::choose(board, storage, asked, Known { net, usb });
        let chosen = choose(asked, net.is_some());
        if chosen.is_err()
            && entry.own.get("net").is_none()
            && let Ok(via) = choose(asked, false)
        {
            return Some((via, None));
        }
        let key = match (asked, net) {
            (Some(_), _) => "via",
            (None, Some(_)) => "net",
            (None, None) => "to",
        };
        let lacks_net = net.is_none() && choose(Some(Via::Ethernet), true).is_ok();
        let hint = match asked {
            None if lacks_net => {
                "Ethernet reaches it: name the network with `net = \"10.7.0.0/24\"`"
            }
            Some(Via::Usb) if board.is_serial() => {
                "name the port that its USB device port is connected to with `usb-port = \"1-1.4\"`"
            }
            Some(Via::Ethernet) if lacks_net => "name the network with `net = \"10.7.0.0/24\"`",
            _ => "",
        };
        Some((self.good((entry, key), chosen, hint)?, net))
    }

    fn uboot_console(
        &mut self,
        entry: &Entry<'_>,
        board: Option<&Board>,
        road: Option<&(Via, Option<Addressing>)>,
    ) -> Option<PortName> {
        let port = self.port_of(entry, "uboot-console")?;
        match (board, road) {
            (Some(board), _) if board.is_serial() => {
                let text = format!(
                    "`uboot-console` is for boards on USB, and {} is on a serial line: its `port` is that line",
                    board.name
                );
                self.wrong(entry, "uboot-console", &text);
            }
            (_, Some((Via::Usb | Via::Serial, _))) => {
                self.wrong(
                    entry,
                    "uboot-console",
                    "`uboot-console` is for data over Ethernet, and this node's take another way",
                );
            }
            _ => {}
        }
        Some(port)
    }

    fn writes(&mut self, entry: &Entry<'_>) -> Vec<Write> {
        let (mut writes, (_, about)) = (Vec::new(), entry.at("write"));
        for item in entry.all.list("write") {
            let Value::Table(table) = &item.value else { continue };
            let (Some(partition), Some(file)) = (table.text("partition"), table.text("file"))
            else {
                continue;
            };
            let line = |key: &str| table.get(key).map_or(item.line, |item| item.line);
            let file = beside(self.folder, file);
            if let Err(problem) = Regular::open(&file) {
                self.notes.error((line("file"), about), &problem.into(), "");
            }
            let target = table.text("as").map(str::to_owned);
            if let Some(target) = target.as_deref().filter(|target| !is_inside(target)) {
                let text = format!(
                    "`write.as` is `{target}`, and has to be a path in the partition such as `config.yaml` or `boot/config.txt`"
                );
                self.notes.wrong((line("as"), about), text);
            }
            writes.push(Write { partition: partition.to_owned(), file, target });
        }
        writes
    }

    fn console(&mut self, entry: &Entry<'_>, board: Option<&Board>) -> Option<Console> {
        let table = entry.all.table("console")?;
        if !restarts(&entry.all) {
            self.wrong(entry, "console", "`console` tells what the node prints after its restart, and `restart` is false: leave one of them out");
        }
        let known =
            board.and_then(|board| board.console.as_ref()).map_or(BAUD, |console| console.rate);
        let port = table.text("port").map(PathBuf::from)?;
        if !table.text("port")?.contains('/') {
            let text = format!(
                "`console.port` is `{}`, and has to be a serial device such as `/dev/ttyUSB0`",
                port.display()
            );
            self.notes.wrong(entry.at_in("console", "port"), text);
        }
        Some(Console {
            port,
            baud: table.number("baud").and_then(|rate| u32::try_from(rate).ok()).unwrap_or(known),
            expect: table.text("expect")?.to_owned(),
            fail: table.texts("fail").unwrap_or_default(),
            limit: table.time_or("limit", 3 * 60),
        })
    }
}

fn check(all: &Table) -> Check {
    let word = all.text("verify");
    word.and_then(|word| Check::ALL.into_iter().find(|check| check.name() == word))
        .unwrap_or_default()
}

fn restarts(all: &Table) -> bool {
    all.flag("restart").unwrap_or(true)
}

/// Whether a path names a file below the root of a file system.
fn is_inside(path: &str) -> bool {
    !path.contains('\\') && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
