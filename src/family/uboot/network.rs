//! The network between U-Boot and this computer: addresses, and whether each end reaches the other.

use std::{
    cell::Cell,
    net::{Ipv4Addr, SocketAddrV4},
    time::Duration,
};

use link::{Foreign, StepId, Verified};
use uboot::{
    host::{Prompt, Step},
    network::{Fetch, is_alive},
};

use super::pace::{MOST, Pace};
use crate::{
    failure::Problem,
    family::Lost,
    net::{self, Inbox, Offer, OfferError, Refusal, Sent, Server, StartError, Subnet},
    transport::Stop,
};

/// The steps of getting to the network.
pub(super) const JOIN: Step = Step::new(&(StepId::CHOOSE, "joining the network"));
/// The port that U-Boot asks for files.
const PORT: u16 = 69;
/// A word to a variable.
pub(super) const SET: Duration = Duration::from_secs(10);
/// The longest for a `ping`: the link is negotiated first, and ARP asks five times.
const PING: Duration = Duration::from_secs(60);

/// This computer's server, and the board's address.
pub(super) struct Network {
    server: Server,
    /// The port that every U-Boot asks, where it may not be opened and another one is used.
    forbidden: Option<SocketAddrV4>,
    subnet: Subnet,
    host: Ipv4Addr,
    board: Ipv4Addr,
    pace: Cell<Pace>,
}

impl Network {
    /// Starts the server on this computer's address in a network. Fails where it has none, or the port may not be opened.
    pub(super) fn open(subnet: Subnet, stop: &Stop) -> anyhow::Result<Self> {
        let host = net::host_in(&subnet)?;
        let board = match subnet.address() {
            Some(board) => board,
            None => net::free_address(&subnet, host, &[])?,
        };
        let (server, forbidden) = match Server::start(host, PORT, stop) {
            Err(StartError::Permission(address)) => (Server::start(host, 0, stop)?, Some(address)),
            started => (started?, None),
        };
        Ok(Self { server, forbidden, subnet, host, board, pace: Cell::new(Pace::new()) })
    }

    /// It in words.
    pub(super) fn words(&self) -> String {
        format!("the board is {} on Ethernet, and this computer {}", self.board, self.host)
    }

    /// Tells U-Boot its addresses, and makes sure that it reaches this computer. Nothing is saved on the board.
    pub(super) fn join(&self, prompt: &mut Prompt<'_, '_>) -> anyhow::Result<()> {
        prompt.console().begin(JOIN, "joining the network", 0);
        let mut set = |name: &str, value: &dyn std::fmt::Display| {
            prompt.ask(JOIN, &format!("setenv {name} {value}"), SET, |_| Some(()))
        };
        set("autoload", &"no")?;
        set("ipaddr", &self.board)?;
        set("netmask", &self.subnet.netmask())?;
        set("serverip", &self.host)?;
        // The server grants as much of it as the board keeps up with.
        set("tftpwindowsize", &MOST)?;
        // Milliseconds: a lost packet costs one second, and not five. Some versions take nothing below one second.
        set("tftptimeout", &1000)?;
        // Of a whole load: U-Boot counts timeouts, and what arrives between them does not set the count back.
        set("tftptimeoutcountmax", &10_000)?;
        if self.forbidden.is_some() {
            set("tftpdstp", &self.server.address().port())?;
        }
        self.ping(prompt)
    }

    fn ping(&self, prompt: &mut Prompt<'_, '_>) -> anyhow::Result<()> {
        let host = self.host.to_string();
        let output = prompt.run(&format!("ping {host}"), PING)?;
        match is_alive(&output.text, &host) {
            Some(true) => Ok(()),
            _ => match Fetch::parse(&output.text) {
                Some(trouble) => Err(self.problem(&trouble).into()),
                // A U-Boot without `ping`: the first load will say.
                None if output.is_unknown() => Ok(()),
                None => Err(self.problem(&Fetch::NoAnswer).into()),
            },
        }
    }

    /// What U-Boot says of the network, and what to do about it.
    pub(super) fn problem(&self, outcome: &Fetch) -> Problem {
        if let Some(problem) = hardware(outcome) {
            return problem;
        }
        let (host, board) = (self.host, self.board);
        let (what, advice) = match outcome {
            Fetch::Unreachable | Fetch::NoAnswer => (
                format!("the board, as {board}, does not reach this computer at {host}"),
                format!(
                    "check that both are on one network, that nothing else is {board}, and that no firewall stops ICMP and \
                     UDP to {host}"
                ),
            ),
            Fetch::Reserved => (
                "U-Boot does not let the memory be used that it said was free".to_owned(),
                "power the board off and on, and run this again".to_owned(),
            ),
            Fetch::Refused { words, .. } => (
                format!("U-Boot gave up the transfer: {}", Foreign(words)),
                "run this again with --resume".to_owned(),
            ),
            _ => (
                "U-Boot ended the transfer".to_owned(),
                "run this again with --resume; `racklet-flash serial console` shows what the board says".to_owned(),
            ),
        };
        Problem::Network(what).advised(advice)
    }

    /// An error, or why the board asked for nothing: it asked another port than the one that may be opened.
    pub(super) fn blamed(&self, error: OfferError) -> anyhow::Error {
        match (self.forbidden, error) {
            (Some(address), OfferError::Unasked { .. } | OfferError::Unsent { .. }) => {
                StartError::Permission(address).into()
            }
            (_, error) => error.into(),
        }
    }

    /// A file that the board alone may write, of at most this many bytes.
    pub(super) fn accept(&self, bytes: u64) -> Inbox {
        self.server.accept(self.board, bytes)
    }

    /// A file for the board alone.
    pub(super) fn offer(&self) -> Offer {
        self.server.offer_within(self.board, self.pace.get().window())
    }

    /// The most that the next load should have, in bytes.
    pub(super) fn load(&self) -> u64 {
        self.pace.get().load()
    }

    /// Learns from a load how many blocks the board has room for.
    pub(super) fn learn(&self, sent: &Sent) {
        self.pace.set(self.pace.get().after(sent));
    }

    /// An error of a load for a sector. Where it may pass, the load can be tried again, with fewer blocks on their way: not
    /// where nothing was ever loaded, as that is a firewall or another mistake.
    pub(super) fn lost(&self, sector: u64, why: anyhow::Error) -> anyhow::Error {
        let passes = match why.downcast_ref::<OfferError>() {
            Some(OfferError::Unasked { .. }) => self.pace.get().is_known(),
            Some(OfferError::Failed(_) | OfferError::Stuck { .. }) => true,
            _ => why.is::<Problem>(),
        };
        if !passes {
            return why;
        }
        self.pace.set(self.pace.get().slower());
        Lost { sector, known: Verified::default(), why }.into()
    }

    /// What others than the board have asked this computer for.
    pub(super) fn strangers(&self) -> Vec<Refusal> {
        let refused = self.server.refusals().first;
        refused.into_iter().filter(|refusal| refusal.from != self.board).collect()
    }
}

/// What U-Boot says of the board's own network hardware, and what to do about it.
pub(super) fn hardware(outcome: &Fetch) -> Option<Problem> {
    let (what, advice) = match outcome {
        Fetch::NoEthernet => (
            "this U-Boot finds no Ethernet on this board",
            "use a U-Boot that drives this board's Ethernet, or another way (--via)",
        ),
        Fetch::NoPhy => (
            "the board's Ethernet PHY does not answer",
            "power the board off and on; if it stays so, this U-Boot does not set the PHY up: use another one",
        ),
        Fetch::NoLink => (
            "the board's Ethernet has no link",
            "check that the cable is plugged in at both ends, and that the switch is on",
        ),
        Fetch::NotSet(name) if name == "ethaddr" => (
            "this U-Boot knows no MAC address for the board",
            "give it one at its prompt (`racklet-flash serial console`): setenv ethaddr 02:00:00:00:00:01",
        ),
        _ => return None,
    };
    Some(Problem::Network(what.into()).advised(advice))
}
