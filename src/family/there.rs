//! What is plugged in where a command finds no board of its own.

use link::Foreign;

use super::{Identity, a, identify};
use crate::{
    boards::{self, Family},
    failure::Problem,
    session::{self, Access, FoundLine, Opened, Unfound, Unopened, UsbSession, is_board},
    transport::{self, Missing, Place, PortPath, SerialMissing, Stop, usb_ttys},
};

/// A device that is there.
pub(super) struct There {
    /// What it is, with its port: `port 1-1.4 has an Allwinner H3 in FEL (mask ROM)`.
    pub(super) text: String,
    /// What to do with it.
    pub(super) command: Option<String>,
    /// Whether it is a board in a recovery mode.
    board: bool,
}

/// The error for a command that found no board: it says what is there.
pub(super) fn instead(missing: Missing, access: &Access, stop: &Stop) -> anyhow::Error {
    let Missing::Nothing { port, waited, .. } = missing else { return missing.into() };
    let mut there = seen(access, port.as_ref(), stop);
    match port {
        Some(_) if there.iter().any(|device| device.board) => {
            there.retain(|device| device.board);
            Problem::OtherBoard(sentence(&there)).into()
        }
        port => Missing::Nothing { port, waited, there: sentence(&there) }.into(),
    }
}

/// What is there, and what to do with it.
pub(super) fn sentence(there: &[There]) -> String {
    let one = |device: &There| match &device.command {
        Some(command) => format!("{} ({command})", device.text),
        None => device.text.clone(),
    };
    there.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Every device at a port; without one, every device that may be a board, and every serial adapter.
pub(super) fn seen(access: &Access, port: Option<&PortPath>, stop: &Stop) -> Vec<There> {
    let Ok(mut places) = transport::list(access.bus, |_, _| true) else { return Vec::new() };
    places.retain(|place| port.is_none_or(|port| place.is_at(port)));
    places.iter().filter_map(|place| describe(access, place, port.is_some(), stop)).collect()
}

fn describe(access: &Access, place: &Place, asked: bool, stop: &Stop) -> Option<There> {
    let at = format!("port {} has", place.port);
    if is_board(place.vendor, place.product) {
        let family = boards::recognise(place.vendor, place.product).map(|(family, _)| family);
        let noun = noun(family, ask(access, place, stop));
        let command = family.map(Family::advice);
        return Some(There { text: format!("{at} {noun}"), command, board: true });
    }
    let other = |text: String, command| Some(There { text, command, board: false });
    if let Some(tty) = usb_ttys("/".as_ref()).into_iter().find(|tty| tty.port == place.port) {
        let text = format!("{at} a serial adapter, {}", tty.path.display());
        return other(text, Some("`racklet-flash serial` and `starfive` speak through it".into()));
    }
    let maker = maker(place.vendor);
    let kind = kind(place);
    match (maker, kind) {
        (Some(maker), Some(kind)) => {
            other(format!("{at} {maker} device that is no board in a recovery mode: {kind}"), None)
        }
        (Some(maker), None) => {
            let ids = ids(place);
            other(format!("{at} {maker} device that is in no known recovery mode ({ids})"), None)
        }
        (None, Some(kind)) if is_gadget(place) || asked => other(format!("{at} {kind}"), None),
        (None, _) if asked => other(format!("{at} the USB device {}", ids(place)), None),
        _ => None,
    }
}

fn ids(place: &Place) -> String {
    let name = place.product_name().map(|name| format!(", `{}`", Foreign(name)));
    format!("{:04x}:{:04x}{}", place.vendor, place.product, name.unwrap_or_default())
}

/// Who makes SoCs under this USB id.
fn maker(vendor: u16) -> Option<&'static str> {
    match vendor {
        0x1b8e => Some("an Amlogic"),
        0x1f3a => Some("an Allwinner"),
        0x2207 => Some("a Rockchip"),
        _ => None,
    }
}

/// Whether it has an id that boards' own Linux, U-Boot and Android use.
fn is_gadget(place: &Place) -> bool {
    // The first three of the Linux Foundation's are root hubs.
    matches!(place.vendor, 0x18d1 | 0x0525) || place.vendor == 0x1d6b && place.product > 3
}

/// What a running system offers, by the classes of its interfaces.
fn kind(place: &Place) -> Option<&'static str> {
    let kinds = place.interfaces().into_iter().filter_map(|interface| match interface {
        (0xff, 0x42, 0x01) => Some(
            "a running Android's adb (`adb reboot bootloader`, or its recovery button, leads on)",
        ),
        (0xff, 0x42, 0x03) => Some("a boot loader in fastboot"),
        (0x08, ..) => Some("a USB disk, as U-Boot's `ums` or a card reader offers it"),
        (0xfe, 0x01, _) => Some("a boot loader in DFU"),
        (0x09, ..) => Some("a hub"),
        _ => None,
    });
    kinds.min_by_key(|kind| kind.contains("USB disk"))
}

/// What a board that was opened is, where the command is for another family.
pub(super) fn opened(name: &str, board: &mut UsbSession, asks: bool) -> Problem {
    let (vendor, product) = board.ids();
    let known = boards::recognise(vendor, product);
    let noun = match known {
        Some((family, _)) if asks => noun(Some(family), identify(board)),
        Some((family, _)) => a(&format!("{} board", family.vendor)),
        None => format!("a device {vendor:04x}:{product:04x}, of no known family"),
    };
    let command = known.map(|(family, _)| format!(" ({})", family.advice())).unwrap_or_default();
    Problem::OtherBoard(format!("{name} is {noun}{command}"))
}

/// What is at a place, asked.
fn ask(access: &Access, place: &Place, stop: &Stop) -> anyhow::Result<Identity> {
    let mut opened = session::claim(&access.unrecorded(), place, stop)?;
    let seen = identify(&mut opened.board)?;
    opened.board.link.finish()?;
    Ok(seen)
}

/// A board in words, whether it could be asked or not.
fn noun(family: Option<&Family>, seen: anyhow::Result<Identity>) -> String {
    match seen {
        Ok(seen) => seen.noun(),
        Err(error) => {
            let vendor = family.map_or("unknown", |family| &family.vendor);
            a(&format!("{vendor} board, which cannot be asked: {error:#}"))
        }
    }
}

/// Opens the one board that is meant, of those that `fits` takes by their USB ids. Where there is none, the error says what
/// there is.
pub fn open(access: &Access, fits: fn(u16, u16) -> bool, stop: &Stop) -> anyhow::Result<Opened> {
    let mut opened = session::open(access, fits, stop).map_err(|error| match error {
        Unopened::Missing(missing) => instead(missing, access, stop),
        Unopened::Failed(error) => error,
    })?;
    let (vendor, product) = opened.board.ids();
    if fits(vendor, product) {
        return Ok(opened);
    }
    // A recording answers only what it was asked.
    Err(self::opened(&opened.name, &mut opened.board, access.answers()).into())
}

/// Finds the one serial line that is meant. Where there is none, the error says what there is.
pub fn line<'a>(access: &'a Access, stop: &Stop) -> anyhow::Result<FoundLine<'a>> {
    session::find_line(access, stop).map_err(|error| match error {
        Unfound::Missing(missing) => no_line(missing, access, stop),
        Unfound::Failed(error) => error,
    })
}

/// The port of a line, for scripts: the USB port of its adapter, where it is one, as the system's own names of them change.
pub fn line_port(name: &str) -> String {
    let ttys = usb_ttys("/".as_ref());
    let adapter = ttys.into_iter().find(|tty| tty.path == std::path::Path::new(name));
    adapter.map_or_else(|| name.to_owned(), |tty| tty.port.to_string())
}

fn no_line(missing: SerialMissing, access: &Access, stop: &Stop) -> anyhow::Error {
    let port = match &missing {
        SerialMissing::NoPort(port) => Some(port),
        SerialMissing::None => None,
        _ => return missing.into(),
    };
    match seen(access, port, stop) {
        there if there.is_empty() => missing.into(),
        there => {
            let text = format!("{missing}; {}", sentence(&there));
            anyhow::Error::new(missing).context(text)
        }
    }
}
