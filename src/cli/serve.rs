//! `virtual serve`: virtual boards that a kernel sees as devices, and others on ptys.

use std::{
    net::SocketAddr,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use anyhow::Context;
use serde_json::json;

use super::Options;
use crate::{
    failure::Problem,
    report::{Answer, Report},
    transport::Stop,
    virt::{
        PtyServer, SerialSpec, Wanted,
        usbip::{self, Event, Server},
    },
};

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
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let (usb, serial) = sorted(&options.virtual_boards);
    check(&usb, &serial, args)?;
    if options.dry_run {
        return Ok(Answer::new(plan(&usb, &serial, args), json!({})));
    }
    if usb.is_empty() {
        carry(ptys(&serial, report)?, stop, report)?;
        return Ok(Answer::done());
    }
    let server = if args.vhci {
        usbip::serve_vhci(&usb, stop)?
    } else {
        usbip::serve_tcp(&usb, args.listen, stop)?
    };
    if let Some(address) = server.address {
        let text = format!("serving USB/IP on {address}");
        report.event("serving", &text, &json!({"address": address.to_string()}));
    }
    watch(server, stop, report)?;
    Ok(Answer::done())
}

/// What is to be on USB, adapters with boards behind them among it, and what on ptys.
fn sorted(boards: &[Wanted]) -> (Vec<Wanted>, Vec<SerialSpec>) {
    let (mut usb, mut serial) = (Vec::new(), Vec::new());
    for board in boards {
        match board {
            Wanted::Serial(spec) if spec.port.is_none() => serial.push((**spec).clone()),
            other => usb.push(other.clone()),
        }
    }
    (usb, serial)
}

/// Puts boards on ptys and says where they are.
fn ptys(boards: &[SerialSpec], report: &mut Report) -> anyhow::Result<Vec<(String, PtyServer)>> {
    let mut servers = Vec::new();
    for spec in boards {
        let name = spec.board.name.clone();
        let server = PtyServer::start(spec).with_context(|| format!("a pty for {name}"))?;
        let (path, link) = (server.path().display().to_string(), spec.pty.as_ref());
        let text = match link {
            Some(link) => format!("{name} is on {path} ({})", link.display()),
            None => format!("{name} is on {path}"),
        };
        report.event("serving", &text, &json!({"board": name, "pty": path, "link": link}));
        servers.push((name, server));
    }
    Ok(servers)
}

/// Carries every line until the user stops.
fn carry(
    servers: Vec<(String, PtyServer)>,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (notes, heard) = channel();
    let lines: Vec<_> = servers
        .into_iter()
        .map(|(name, server)| {
            let (notes, stop) = (notes.clone(), stop.clone());
            thread::spawn(move || serve_line(&name, server, &notes, &stop))
        })
        .collect();
    drop(notes);
    for (who, text) in heard {
        let fields = json!({"who": who, "what": "note", "text": text});
        report.event("board", &format!("{who}: {text}"), &fields);
    }
    for line in lines {
        line.join().expect("carrying a line does not panic, by the tests of every board")?;
    }
    Ok(())
}

fn serve_line(
    name: &str,
    server: PtyServer,
    notes: &Sender<(String, String)>,
    stop: &Stop,
) -> anyhow::Result<()> {
    // The receiver of the notes ends only when every line has ended.
    let mut tell = |text: &str| drop(notes.send((name.to_owned(), text.to_owned())));
    server.serve(stop, &mut tell).with_context(|| name.to_owned())
}

fn check(boards: &[Wanted], serial: &[SerialSpec], args: &Args) -> Result<(), Problem> {
    if !serial.is_empty() && (args.vhci || !boards.is_empty()) {
        let text = "boards on USB and boards on ptys are served by a server each";
        return Err(Problem::Usage(text.into()));
    }
    if boards.is_empty() && serial.is_empty() {
        let text = "which boards? --virtual names one (see `racklet-flash virtual list`), and may be repeated";
        return Err(Problem::Usage(text.into()));
    }
    let single = |board: &Wanted| match board {
        Wanted::Usb(spec) => spec.until.is_some() || spec.run.is_some(),
        Wanted::Serial(_) => false,
    };
    match boards.iter().any(single) {
        false => Ok(()),
        true => Err(Problem::Usage(
            "`until=` and `run=` are for a single command: a served board runs until the server ends".into(),
        )),
    }
}

fn plan(boards: &[Wanted], serial: &[SerialSpec], args: &Args) -> String {
    if !serial.is_empty() {
        let names: Vec<_> = serial.iter().map(|board| board.board.name.as_str()).collect();
        return format!("would serve {} on ptys", names.join(", "));
    }
    let names: Vec<_> = boards.iter().map(Wanted::name).collect();
    let place = if args.vhci { "this machine's vhci-hcd".into() } else { args.listen.to_string() };
    format!("would serve {} on {place}", names.join(", "))
}

/// Says what happens, until the user stops or every board has left for good.
fn watch(server: Server, stop: &Stop, report: &mut Report) -> anyhow::Result<()> {
    loop {
        match server.events.recv_timeout(LOOK) {
            Ok(event) => tell(&event, report),
            Err(RecvTimeoutError::Timeout) if stop.asked() => break,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(server.join()?)
}

fn tell(event: &Event, report: &mut Report) {
    let Event { who, port, what } = event;
    let port = port.as_ref().map(ToString::to_string);
    let place = port.as_ref().map_or_else(String::new, |port| format!(" at port {port}"));
    let fields = json!({"who": who, "port": port, "what": what.word(), "text": what.to_string()});
    report.event("board", &format!("{who}{place}: {what}"), &fields);
}
