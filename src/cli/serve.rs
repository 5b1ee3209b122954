//! `virtual serve`: virtual boards that a kernel sees as devices, and others on ptys.

mod lines;
mod rack;

use std::{net::SocketAddr, path::PathBuf, sync::mpsc::RecvTimeoutError, thread, time::Duration};

use serde_json::json;

use super::Options;
use crate::{
    failure::Problem,
    report::{Answer, Report},
    transport::Stop,
    virt::{
        SerialSpec, Wanted,
        usbip::{self, Event, Server},
    },
};
use lines::Lines;

/// How often to check whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(50);

pub(super) const EXAMPLES: &str = "\
Boards are what --virtual asks for, with all its options; port=1-3 is the port (and the bus id).

  # a board that any tool on any machine can be pointed at
  racklet-flash virtual serve --virtual xunlong/orangepi-pc
  sudo modprobe vhci-hcd && sudo usbip attach -r 127.0.0.1 -b 1-1 && sunxi-fel version

  # boards on this machine's own virtual controller, without usbip
  sudo modprobe vhci-hcd
  sudo racklet-flash virtual serve --vhci --virtual xunlong/orangepi-pc:port=1-3,link=high-speed

  # a board on a serial line, behind a USB serial adapter (/dev/ttyUSB0)
  sudo racklet-flash virtual serve --vhci --virtual starfive/visionfive-2:port=1-3

  # a whole rack: its serial lines are links in FOLDER/NODE
  racklet-flash virtual serve --manifest fixtures/racklet.toml --folder rack

  # a board on a pty, at the pace of its real line, for any terminal program or flashing tool
  racklet-flash virtual serve --virtual starfive/visionfive-2:pty=/tmp/board
  racklet-flash starfive flash-spi u-boot-spl.bin.normal.out u-boot.itb --port /tmp/board --yes

A client that lets a board go pulls its cable: the board is power-cycled. A board that disconnects returns where
the board says so or returns=SECONDS does; a client must import it again, --vhci attaches it by itself. Ctrl-C ends it.
USB/IP has no passwords: anyone who can reach the address can use the boards.";

/// How boards are served.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Address and port to serve USB/IP clients on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3240")]
    listen: SocketAddr,
    /// Attach the boards to this machine's own virtual controller (vhci-hcd; as root)
    #[arg(long, conflicts_with = "listen")]
    vhci: bool,
    /// Serve all boards of a rack's manifest (see `provision`); needs --folder
    #[arg(long, value_name = "FILE", requires = "folder")]
    manifest: Option<PathBuf>,
    /// Where the boards of a manifest keep their storage, and where their serial lines are: FOLDER/NODE/storage, line and
    /// console
    #[arg(long, value_name = "FOLDER", requires = "manifest")]
    folder: Option<PathBuf>,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let mut wanted = options.virtual_boards.clone();
    if let (Some(manifest), Some(folder)) = (&args.manifest, &args.folder) {
        wanted.extend(rack::boards(manifest, folder, args.vhci, report)?);
    }
    let (usb, serial) = sorted(&wanted);
    check(&usb, &serial, args)?;
    if options.dry_run {
        return Ok(Answer::new(plan(&usb, &serial, args), json!({})));
    }
    let lines = Lines::start(&serial, stop, report)?;
    let server = match (usb.is_empty(), args.vhci) {
        (true, _) => None,
        (false, true) => Some(usbip::serve_vhci(&usb, stop)?),
        (false, false) => Some(usbip::serve_tcp(&usb, args.listen, stop)?),
    };
    if let Some(address) = server.as_ref().and_then(|server| server.address) {
        let text = format!("serving USB/IP on {address}");
        report.event("serving", &text, &json!({"address": address.to_string()}));
    }
    watch(server.as_ref(), &lines, stop, report);
    if let Some(server) = server {
        server.join()?;
    }
    lines.end(report)?;
    Ok(Answer::done())
}

/// What is to be on USB, adapters with boards behind them and disks of their U-Boots among it, and what on ptys.
fn sorted(boards: &[Wanted]) -> (Vec<Wanted>, Vec<SerialSpec>) {
    let (mut usb, mut serial) = (Vec::new(), Vec::new());
    for board in boards {
        if let Wanted::Serial(spec) = board {
            usb.extend(spec.gadget().cloned().map(Wanted::Disk));
        }
        match board {
            Wanted::Serial(spec) if spec.port.is_none() => serial.push((**spec).clone()),
            other => usb.push(other.clone()),
        }
    }
    (usb, serial)
}

fn check(boards: &[Wanted], serial: &[SerialSpec], args: &Args) -> Result<(), Problem> {
    if boards.is_empty() && serial.is_empty() {
        let text = "which boards? --virtual names one (see `racklet-flash virtual list`), and may be repeated";
        return Err(Problem::Usage(text.into()));
    }
    let single = |board: &Wanted| match board {
        Wanted::Usb(spec) => spec.until.is_some() || spec.run.is_some(),
        Wanted::Serial(_) | Wanted::Disk(_) => false,
    };
    if !args.vhci && boards.iter().any(|board| matches!(board, Wanted::Disk(_))) {
        let text = "`ums=` shows a disk to this computer's own kernel: it needs --vhci";
        return Err(Problem::Usage(text.into()));
    }
    match boards.iter().any(single) {
        false => Ok(()),
        true => Err(Problem::Usage(
            "`until=` and `run=` are for a single command: a served board runs until the server ends".into(),
        )),
    }
}

fn plan(boards: &[Wanted], serial: &[SerialSpec], args: &Args) -> String {
    let place = if args.vhci { "this machine's vhci-hcd".into() } else { args.listen.to_string() };
    let usb: Vec<_> = boards.iter().map(Wanted::name).collect();
    let lines: Vec<_> = serial.iter().map(|board| board.board.name.as_str()).collect();
    let of = |names: Vec<&str>, place: &str| {
        (!names.is_empty()).then(|| format!("{} on {place}", names.join(", ")))
    };
    let all: Vec<_> = [of(usb, &place), of(lines, "ptys")].into_iter().flatten().collect();
    format!("would serve {}", all.join(", and "))
}

/// Says what happens, until the user stops or every board has left for good.
fn watch(server: Option<&Server>, lines: &Lines, stop: &Stop, report: &mut Report) {
    loop {
        lines.tell(report);
        match server.map(|server| server.events.recv_timeout(LOOK)) {
            Some(Ok(event)) => tell(&event, report),
            Some(Err(RecvTimeoutError::Disconnected)) => return,
            Some(Err(RecvTimeoutError::Timeout)) => {}
            None if lines.have_ended() => return,
            None => thread::sleep(LOOK),
        }
        if stop.asked() {
            return;
        }
    }
}

fn tell(event: &Event, report: &mut Report) {
    let Event { who, port, what } = event;
    let port = port.as_ref().map(ToString::to_string);
    let place = port.as_ref().map_or_else(String::new, |port| format!(" at port {port}"));
    let fields = json!({"who": who, "port": port, "what": what.word(), "text": what.to_string()});
    report.event("board", &format!("{who}{place}: {what}"), &fields);
}
