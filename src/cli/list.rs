//! `list`: every board in a recovery mode, and the serial ports that others may be behind.

use std::{collections::BTreeMap, thread, time::Duration};

use anyhow::Context;
use link::Foreign;
use serde_json::{Value, json};

use super::Options;
use crate::{
    boards::{self, Board},
    doctor::{self, Machine, SerialPort},
    exit::Exit,
    failure::{Failure, Problem},
    family::{self, Identity, Match},
    report::{Answer, Report},
    session::{self, Access, Opened, Way, is_board},
    transport::{self, Missing, Place, Stop},
};

/// How long a device that came may be without the rights to open it.
const SETTLES: Duration = Duration::from_secs(2);
/// How often to see what is plugged in.
const LOOK: Duration = Duration::from_millis(300);

/// A line of the table.
struct Row {
    port: String,
    vendor: &'static str,
    /// What it said of itself.
    seen: Option<Identity>,
    board: Option<&'static str>,
    /// Why it could not be asked.
    trouble: Option<anyhow::Error>,
}

pub(super) fn run(options: &Options, stop: &Stop, report: &mut Report) -> anyhow::Result<Answer> {
    let access = &options.access();
    let (rows, ports) = match access.way {
        Way::Virtual(_) => (plugged(access, stop)?, Vec::new()),
        Way::Real | Way::Recorded(_) => (physical(access, stop)?, serial_ports(access)?),
    };
    if rows.is_empty() {
        use ::link::Watch;
        report
            .note("no board in a recovery mode (`racklet-flash boards` says how to get one there)");
    }
    let lines: Vec<_> = rows.iter().map(Row::text).chain(ports.iter().map(port_text)).collect();
    Ok(Answer::new(
        lines.join("\n"),
        json!({
            "boards": rows.iter().map(Row::fields).collect::<Vec<_>>(),
            "serial_ports": ports.iter().map(port_fields).collect::<Vec<_>>(),
        }),
    ))
}

/// What is at a port now, by what tells one device there from the next.
type Present = BTreeMap<String, Device>;

enum Device {
    Board(Place),
    Adapter(SerialPort),
}

impl Device {
    fn port(&self) -> String {
        match self {
            Self::Board(place) => place.port.to_string(),
            Self::Adapter(port) => port.tty.port.to_string(),
        }
    }
}

/// `list --watch`: the table, and then every board and adapter that comes or goes.
pub(super) fn watch(options: &Options, stop: &Stop, report: &mut Report) -> anyhow::Result<Answer> {
    let access = options.access();
    if !matches!(access.way, Way::Real) {
        let text = "--watch is for this computer's ports: nothing comes or goes elsewhere";
        return Err(Problem::Usage(text.into()).into());
    }
    // Whoever sets the rights of a new device takes a moment.
    let access = Access { wait: Some(SETTLES), ..access };
    let mut before = present(&access)?;
    for device in before.values() {
        tell("there", device, (&access, stop), report)?;
    }
    while !stop.asked() {
        thread::sleep(LOOK);
        let now = present(&access)?;
        for (_, device) in before.iter().filter(|(key, _)| !now.contains_key(*key)) {
            let port = device.port();
            let fields = json!({"who": port, "what": "left", "text": "left", "port": port});
            report.found("board", &format!("{port:<10} left"), &fields)?;
        }
        for (_, device) in now.iter().filter(|(key, _)| !before.contains_key(*key)) {
            tell("came", device, (&access, stop), report)?;
        }
        before = now;
    }
    Ok(Answer::done())
}

fn present(access: &Access) -> anyhow::Result<Present> {
    let port = access.usb_port()?;
    let mut places = transport::list(access.bus, is_board)?;
    places.retain(|place| port.is_none_or(|port| *port == place.port));
    // A board that restarts has another address at the same port.
    let boards = places
        .into_iter()
        .map(|place| (format!("{} {:?}", place.port, place.address), Device::Board(place)));
    let adapters = serial_ports(access)?
        .into_iter()
        .map(|port| (format!("{} {}", port.tty.port, port.node()), Device::Adapter(port)));
    Ok(boards.chain(adapters).collect())
}

/// Says what a device is; a board is asked.
fn tell(
    what: &str,
    device: &Device,
    (access, stop): (&Access, &Stop),
    report: &mut Report,
) -> anyhow::Result<()> {
    let (text, mut fields) = match device {
        Device::Board(place) => {
            let row = Row::of_place(access, place, stop);
            (row.text(), row.fields())
        }
        Device::Adapter(port) => (port_text(port), port_fields(port)),
    };
    for (key, value) in [("who", device.port()), ("what", what.into()), ("text", text.clone())] {
        fields[key] = json!(value);
    }
    Ok(report.found("board", &text, &fields)?)
}

/// The serial ports of adapters that are plugged in. What is at their other end is not asked: a port that is opened moves
/// its modem lines, and a byte may be a key.
fn serial_ports(access: &Access) -> anyhow::Result<Vec<SerialPort>> {
    let port = access.usb_port()?;
    let mut ports = doctor::serial_ports(&Machine::here());
    ports.retain(|found| port.is_none_or(|port| found.tty.port == *port));
    Ok(ports)
}

fn port_text(port: &SerialPort) -> String {
    let trouble = port.trouble.as_deref().unwrap_or("ok");
    let (place, name) = (port.tty.port.to_string(), format!("serial port {}", port.node()));
    let line = format!("{place:<10} {name:<46} {:<20} {trouble}", port.adapter);
    with_steps(&line, port.remedy.as_deref().unwrap_or_default())
}

fn port_fields(port: &SerialPort) -> Value {
    json!({
        "port": port.tty.port.to_string(), "device": port.node(), "adapter": port.adapter,
        "usable": port.trouble.is_none(), "access": port.trouble.as_deref().unwrap_or("ok"),
        "advice": port.remedy,
    })
}

/// A line, and below it what to do.
fn with_steps(line: &str, steps: &str) -> String {
    let line = Foreign(line).to_string();
    let steps = steps.lines().map(|step| format!("\n           -> {step}"));
    std::iter::once(line).chain(steps).collect()
}

/// Asks all of them at once: one that does not answer does not delay the others.
fn physical(access: &Access, stop: &Stop) -> anyhow::Result<Vec<Row>> {
    let places = awaited(access, stop)?;
    Ok(thread::scope(|scope| {
        let asked: Vec<_> = places
            .iter()
            .map(|place| scope.spawn(move || Row::of_place(access, place, stop)))
            .collect();
        asked
            .into_iter()
            .map(|row| {
                row.join().expect("asking a board does not panic, by the tests of every parser")
            })
            .collect()
    }))
}

fn awaited(access: &Access, stop: &Stop) -> anyhow::Result<Vec<Place>> {
    let port = access.usb_port()?;
    if let Some(wait) = access.wait {
        match transport::find(access.bus, is_board, port, wait, stop) {
            Ok(_) | Err(Missing::Several { .. }) => {}
            Err(missing) => return Err(missing.into()),
        }
    }
    let mut places = transport::list(access.bus, is_board)?;
    places.retain(|place| port.is_none_or(|port| *port == place.port));
    Ok(places)
}

fn plugged(access: &Access, stop: &Stop) -> anyhow::Result<Vec<Row>> {
    let boards = access.usb_boards()?.into_iter().enumerate();
    Ok(boards
        .map(|(index, spec)| {
            let opened = session::plug(access, spec, index, stop);
            let port =
                spec.port.as_ref().map_or_else(|| format!("1-{}", index + 1), ToString::to_string);
            Row::of((port, &spec.board.family().vendor), Some(&spec.board.name), opened)
        })
        .collect())
}

/// Who makes the SoC with these USB ids.
fn vendor(vendor: u16, product: u16) -> &'static str {
    boards::recognise(vendor, product).map_or("?", |(family, _)| &family.vendor)
}

impl Row {
    fn of(
        (port, vendor): (String, &'static str),
        board: Option<&'static str>,
        opened: anyhow::Result<Opened>,
    ) -> Self {
        match opened.and_then(ask) {
            Ok(seen) => Self { port, vendor, seen: Some(seen), board, trouble: None },
            Err(trouble) => Self { port, vendor, seen: None, board, trouble: Some(trouble) },
        }
    }

    /// What is at a place, asked.
    fn of_place(access: &Access, place: &Place, stop: &Stop) -> Self {
        Self::of(
            (place.port.to_string(), vendor(place.vendor, place.product)),
            None,
            session::claim(access, place, stop),
        )
    }

    fn soc(&self) -> String {
        let seen = self.seen.as_ref();
        let told = seen.and_then(|seen| seen.soc().or_else(|| seen.number.clone()));
        told.unwrap_or_else(|| "?".into())
    }

    fn mode(&self) -> &'static str {
        self.seen.as_ref().map_or("?", |seen| seen.mode)
    }

    /// The boards of the database that it may be.
    fn candidates(&self) -> Vec<&'static str> {
        let Some(seen) = self.seen.as_ref().filter(|seen| !seen.socs.is_empty()) else {
            return Vec::new();
        };
        let fits =
            |board: &&Board| board.family().vendor == seen.vendor && seen.fits(board) == Match::Yes;
        boards::all().iter().filter(fits).map(|board| board.name.as_str()).collect()
    }

    fn access(&self) -> String {
        self.trouble.as_ref().map_or_else(|| "ok".into(), |error| format!("{error:#}"))
    }

    fn line(&self) -> String {
        let board = self.board.unwrap_or("-");
        format!(
            "{:<10} {:<10} {:<8} {:<26} {board:<20} {}",
            self.port,
            self.vendor,
            self.soc(),
            self.mode(),
            self.access()
        )
    }

    /// The line, and below it what to do where the board may not be opened.
    fn text(&self) -> String {
        let failure = self.trouble.as_ref().map(Failure::of);
        let denied = failure.filter(|failure| failure.exit == Exit::Permission);
        let advice = denied.and_then(|failure| failure.advice).unwrap_or_default();
        with_steps(&self.line(), &advice)
    }

    fn fields(&self) -> Value {
        let failure = self.trouble.as_ref().map(Failure::of);
        let code = failure.as_ref().map(|failure| failure.code.word());
        let advice = failure.and_then(|failure| failure.advice);
        json!({
            "port": self.port, "vendor": self.vendor, "soc": self.soc(), "mode": self.mode(), "board": self.board,
            "stage": self.seen.as_ref().map(|seen| seen.stage.name()), "candidates": self.candidates(),
            "usable": self.trouble.is_none(), "code": code, "access": self.access(),
            "advice": advice,
        })
    }
}

fn ask(mut opened: Opened) -> anyhow::Result<Identity> {
    let seen = family::identify(&mut opened.board).context(opened.name)?;
    opened.board.link.finish()?;
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::OpenError;

    fn refused(error: OpenError) -> Row {
        Row::of(("1-1".into(), "Allwinner"), None, Err(error.into()))
    }

    #[test]
    fn a_board_that_may_not_be_opened_says_what_doctor_says() {
        let node = "/dev/bus/usb/001/099";
        let port = "1-1".parse().expect("a port");
        let row = refused(OpenError::Permission { port, node: node.into() });
        let remedy = doctor::remedy(&Machine::here(), node);
        assert_eq!(row.fields()["advice"], remedy.as_str());
        let text = row.text();
        let (line, steps) = text.split_once('\n').expect("a line and steps below it");
        assert!(
            line.ends_with(&format!("no permission to open the board at port 1-1 ({node})")),
            "{line}"
        );
        let steps: Vec<_> =
            steps.lines().map(|step| step.trim_start().trim_start_matches("-> ")).collect();
        assert_eq!(steps.join("\n"), remedy);
    }

    #[test]
    fn other_trouble_has_one_line() {
        let row = refused(OpenError::Busy { port: "1-1".parse().expect("a port") });
        assert_eq!(row.text(), row.line());
        assert_eq!(row.fields()["code"], "usb.busy");
    }
}
