//! `virtual serve`: virtual boards that a kernel sees as devices.

use std::{net::SocketAddr, sync::mpsc::RecvTimeoutError, time::Duration};

use serde_json::json;

use super::Options;
use crate::{
    failure::Problem,
    report::{Answer, Report},
    transport::{
        Stop,
        virt::{
            Spec,
            usbip::{self, Event, Server},
        },
    },
};

/// How often it is looked whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(50);

pub(super) const EXAMPLES: &str = "\
Boards are what --virtual asks for, with all its options; port=1-3 is the port (and the bus id).

  # a board that any tool on any machine can be pointed at
  racklet-flash virtual serve --virtual xunlong/orangepi-pc
  sudo modprobe vhci-hcd && sudo usbip attach -r 127.0.0.1 -b 1-1 && sunxi-fel version

  # boards on this machine's own virtual controller, without usbip
  sudo modprobe vhci-hcd
  sudo racklet-flash virtual serve --vhci --virtual xunlong/orangepi-pc:port=1-3,link=high-speed

A client that lets a board go has pulled its cable: it is powered on afresh. A board that leaves the bus comes back where
the board says so or returns=SECONDS does; a client must import it again, --vhci attaches it by itself. Ctrl-C ends it.
USB/IP knows no passwords: whoever reaches the address has the boards.";

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
    let boards = &options.virtual_boards;
    check(boards)?;
    if options.dry_run {
        return Ok(Answer::new(plan(boards, args), json!({})));
    }
    let server = if args.vhci {
        usbip::serve_vhci(boards, stop)?
    } else {
        usbip::serve_tcp(boards, args.listen, stop)?
    };
    if let Some(address) = server.address {
        let text = format!("serving USB/IP on {address}");
        report.event("serving", &text, &json!({"address": address.to_string()}));
    }
    watch(server, stop, report)?;
    Ok(Answer::done())
}

fn check(boards: &[Spec]) -> Result<(), Problem> {
    if boards.is_empty() {
        let text = "which boards? --virtual names one (see `racklet-flash virtual list`), and may be repeated";
        return Err(Problem::Usage(text.into()));
    }
    match boards.iter().any(|board| board.until.is_some() || board.run.is_some()) {
        false => Ok(()),
        true => Err(Problem::Usage(
            "`until=` and `run=` are for a single command: a served board runs until the server ends".into(),
        )),
    }
}

fn plan(boards: &[Spec], args: &Args) -> String {
    let names: Vec<_> = boards.iter().map(|board| board.board.name.as_str()).collect();
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
