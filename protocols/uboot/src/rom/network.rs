//! The Ethernet port: `ping` and `tftpboot`.

use alloc::{boxed::Box, format, vec::Vec};
use core::{
    mem,
    net::{Ipv4Addr, SocketAddrV4},
    str::FromStr,
    time::Duration,
};

use tftp::client::{self, Client, Failure, Habits, Reply};
use xmodem::Event;

use super::{
    Flaw, Uboot, World,
    commands::{Fail, Outcome, number},
    prompt::State,
    road::{Bar, Road, done, gave_up},
};

/// How often a U-Boot that waits for packets looks for them.
pub const POLL: Duration = Duration::from_millis(1);
/// Packets that are taken at one look: 90 MB in a second, as a gigabit port has them.
pub(super) const BURST: usize = 64;
/// How long two ends need to agree on a rate.
const NEGOTIATES: Duration = Duration::from_millis(2500);
/// How long U-Boot waits for that (`PHY_ANEG_TIMEOUT`).
const NO_LINK: Duration = Duration::from_secs(5);
/// Five questions for a MAC address (`CONFIG_NET_RETRY_COUNT`), each 5 s (`CONFIG_ARP_TIMEOUT`).
const UNREACHABLE: Duration = Duration::from_secs(25);
/// The port that TFTP requests go to.
const TFTP: u16 = 69;
/// The least that `tftptimeout` may be, in milliseconds.
const LEAST_TIMEOUT: u32 = 1000;

/// A UDP packet, at the board's side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// The other side: where it goes to, or came from.
    pub peer: SocketAddrV4,
    /// The board's own address, as U-Boot was told it, and port.
    pub own: SocketAddrV4,
    /// Its data.
    pub bytes: Vec<u8>,
}

/// What a virtual board's Ethernet port is connected to. It is asked again and again at the board's time, every [`POLL`]
/// while U-Boot waits.
pub trait Network: Send {
    /// The board sends a packet.
    fn send(&mut self, packet: Packet, now: Duration);
    /// The next packet for the board that has come by now. It may wait for one for about [`POLL`] of real time, where the
    /// board's time is not real.
    fn receive(&mut self, now: Duration) -> Option<Packet>;
    /// An address that the network gives the board, and its netmask; `None`: no DHCP server is there.
    fn lease(&mut self) -> Option<(Ipv4Addr, Ipv4Addr)> {
        None
    }
    /// Whether a computer with this address answers the board, whose address is `own`.
    fn is_there(&mut self, own: Ipv4Addr, address: Ipv4Addr) -> bool {
        let _ = (own, address);
        true
    }
}

/// A file on its way.
pub(super) struct Fetching {
    client: Client,
    road: Road,
    address: u64,
    /// Bytes that have come.
    length: u64,
    bar: Bar,
    asked: bool,
    /// The first byte is damaged on its way to memory.
    wrong: bool,
    next: Duration,
}

impl Fetching {
    pub(super) fn deadline(&self) -> Duration {
        self.next
    }
}

impl Uboot {
    /// Brings the port up; returns when it is.
    pub(super) fn ethernet(&mut self, now: Duration, world: &mut World) -> Result<Duration, Fail> {
        let name = self.profile.ethernet.clone();
        let waits = format!("{name} Waiting for PHY auto negotiation to complete");
        if world.network.is_none() {
            world.print(now, "No ethernet found.\n");
            return Err(Fail::Failed);
        }
        match world.flaw {
            Some(Flaw::DeadPhy) => {
                let text = format!(
                    "Could not get PHY for {name}: addr 0\nphy_connect() failed\nFAILED: -19\n"
                );
                world.print(now, &text);
                Err(Fail::Failed)
            }
            Some(Flaw::NoLink) => {
                let until = now + NO_LINK;
                world.print(now, &waits);
                world.print(
                    until,
                    "......... TIMEOUT !\nphy_startup() failed: -110\nFAILED: -110\n",
                );
                self.busy(until);
                Err(Fail::Failed)
            }
            _ if self.linked => Ok(now),
            _ => {
                self.linked = true;
                world.print(now, &waits);
                world.print(now + NEGOTIATES, "....... done\n");
                Ok(now + NEGOTIATES)
            }
        }
    }

    /// The addresses in these variables; fails at the first that is not set.
    fn addresses<const N: usize>(
        &self,
        names: [&str; N],
        now: Duration,
        world: &mut World,
    ) -> Result<[Ipv4Addr; N], Fail> {
        let mut found = [Ipv4Addr::UNSPECIFIED; N];
        for (name, place) in names.into_iter().zip(&mut found) {
            match self.environment.address(name) {
                Some(address) => *place = address,
                None => return Err(unset(name, now, world)),
            }
        }
        match self.environment.get("ethaddr") {
            Some(_) => Ok(found),
            None => Err(unset("ethaddr", now, world)),
        }
    }

    /// `ping ADDRESS`.
    pub(super) fn ping(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let [host] = words else { return Err(Fail::Usage) };
        let address: Ipv4Addr = host.parse().map_err(|_| Fail::Usage)?;
        let ready = self.ethernet(now, world)?;
        let [own] = self.addresses(["ipaddr"], ready, world)?;
        world.print(ready, &format!("Using {} device\n", self.profile.ethernet));
        let there = world.network.as_mut().is_some_and(|network| network.is_there(own, address));
        if there {
            world.print(ready, &format!("host {host} is alive\n"));
            self.busy(ready);
            return Ok(());
        }
        let failed = format!("ping failed; host {host} is not alive\n");
        self.unreachable(ready, &failed, world)
    }

    pub(super) fn unreachable(
        &mut self,
        now: Duration,
        failed: &str,
        world: &mut World,
    ) -> Outcome {
        let until = now + UNREACHABLE;
        let words = "\nARP Retry count exceeded; starting again\n";
        world.print(until, &format!("{words}{failed}"));
        self.busy(until);
        Err(Fail::Failed)
    }

    /// The way to the server of a file, which is named as `[SERVER:]FILE`, and its name there.
    pub(super) fn road<'f>(
        &mut self,
        file: &'f str,
        direction: &str,
        now: Duration,
        world: &mut World,
    ) -> Result<(Road, &'f str), Fail> {
        let ready = self.ethernet(now, world)?;
        // What is printed from here on comes when the port is up, and until then nothing else runs.
        self.busy(ready);
        let (server, file) = match file.split_once(':') {
            Some((server, file)) => (server.parse().map_err(|_| Fail::Usage)?, file),
            None => (self.addresses(["serverip"], ready, world)?[0], file),
        };
        let [own] = self.addresses(["ipaddr"], ready, world)?;
        let name = &self.profile.ethernet;
        let words = format!(
            "Using {name} device\nTFTP {direction} server {server}; our IP address is {own}\nFilename '{file}'.\n"
        );
        world.print(ready, &words);
        // As U-Boot chooses it.
        let port = 1024 + (ready.as_millis() % 3072) as u16;
        let server = SocketAddrV4::new(server, self.variable("tftpdstp").unwrap_or(TFTP));
        Ok((Road { server, own: SocketAddrV4::new(own, port), ready }, file))
    }

    /// `tftpboot ADDRESS [SERVER:]FILE`.
    pub(super) fn tftpboot(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let [address, file] = words else { return Err(Fail::Usage) };
        let address = number(address)?;
        let (road, file) = self.road(file, "from", now, world)?;
        let ready = road.ready;
        if !self.memory.is_free(address, 1) {
            world.print(ready, RESERVED);
            return Err(Fail::Failed);
        }
        world.print(ready, &format!("Load address: 0x{address:x}\nLoading: *\x08"));
        if !road.leads_there(world) {
            return self.unreachable(ready, "", world);
        }
        self.counts.fetches += 1;
        let count = self.counts.fetches;
        let wrong = matches!(world.flaw, Some(Flaw::LoadsWrong(at)) if at == 0 || at == count);
        let fetching = Fetching {
            client: Client::new(file, self.habits(ready, world)),
            road,
            address,
            length: 0,
            bar: Bar::default(),
            asked: false,
            wrong,
            next: ready,
        };
        self.state = State::Fetching(Box::new(fetching));
        Ok(())
    }

    /// The number in a variable.
    fn variable<N: FromStr>(&self, name: &str) -> Option<N> {
        self.environment.get(name)?.parse().ok()
    }

    /// How the variables say that files are fetched.
    pub(super) fn habits(&self, now: Duration, world: &mut World) -> Habits {
        let window = self.variable("tftpwindowsize").unwrap_or(1);
        let mut habits = Habits::UBOOT_2023_01.with_window(window);
        if let Some(size) = self.variable::<u16>("tftpblocksize") {
            habits = habits.with_blocks_of(size.clamp(1, 1468));
        }
        if let Some(time) = self.variable::<u32>("tftptimeout") {
            if time < LEAST_TIMEOUT {
                let text =
                    format!("TFTP timeout ({time} ms) too low, set minimum = {LEAST_TIMEOUT} ms\n");
                world.print(now, &text);
            }
            habits.timeout = Duration::from_millis(time.max(LEAST_TIMEOUT).into());
        }
        habits.attempts = self.variable("tftptimeoutcountmax").unwrap_or(habits.attempts);
        habits
    }

    pub(super) fn on_fetch(&mut self, event: Event, now: Duration, world: &mut World) {
        let State::Fetching(fetching) = &mut self.state else { return };
        if let Event::Byte(byte) = event {
            if byte == 0x03 {
                self.fetched("\nAbort\n", false, now, world);
            }
            return;
        }
        if now < fetching.next {
            return;
        }
        fetching.look_at_the_clock(now, world);
        for _ in 0..BURST {
            let Some(packet) = fetching.road.hear(now, world) else { break };
            let data = fetching.tell(&packet, now, world);
            let at = fetching.address + fetching.length;
            if !self.memory.is_free(at, data.len() as u64) {
                return self.fetched(RESERVED, false, now, world);
            }
            self.memory.write(at, &data);
            fetching.take(data.len() as u64, now, world);
        }
        let (length, next) = (fetching.length, now + POLL);
        fetching.next = fetching.client.deadline().map_or(next, |deadline| deadline.min(next));
        if matches!(world.flaw, Some(Flaw::EndsLoad(after)) if length >= after.max(1)) {
            world.flaw = None;
            self.fetched(&gave_up(&Failure::Silent), false, now, world);
        } else if !self.resets_in_load(length, world) {
            self.end_of_fetch(now, world);
        }
    }

    /// Ends it, if the client is done.
    fn end_of_fetch(&mut self, now: Duration, world: &mut World) {
        let State::Fetching(fetching) = &self.state else { return };
        let Some(outcome) = fetching.client.outcome() else { return };
        let (address, length) = (fetching.address, fetching.length);
        let text = match outcome {
            Ok(()) => done(&fetching.road, length, now),
            Err(failure) => gave_up(failure),
        };
        let good = outcome.is_ok();
        if good {
            self.arrived(address, length);
        }
        self.fetched(&text, good, now, world);
    }

    pub(super) fn fetched(&mut self, text: &str, good: bool, now: Duration, world: &mut World) {
        world.print(now, text);
        self.status = u32::from(!good);
        self.go_on(now, world);
    }
}

const RESERVED: &str = "\nTFTP error: trying to overwrite reserved memory...\n";

fn unset(name: &str, now: Duration, world: &mut World) -> Fail {
    world.print(now, &format!("*** ERROR: `{name}' not set\n"));
    Fail::Failed
}

impl Fetching {
    /// Asks, or says again what was said last, when it is time for that.
    fn look_at_the_clock(&mut self, now: Duration, world: &mut World) {
        if self.client.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        let reply = self.client.on(client::Event::Time, now);
        if mem::replace(&mut self.asked, true) && !reply.send.is_empty() {
            world.print(now, "T ");
        }
        self.road.send(reply.send, now, world);
    }

    /// Tells the client of a packet; returns the file's next bytes.
    fn tell(&mut self, packet: &Packet, now: Duration, world: &mut World) -> Vec<u8> {
        let event = client::Event::Packet { from: packet.peer.port(), bytes: &packet.bytes };
        let Reply { send, mut data } = self.client.on(event, now);
        self.road.send(send, now, world);
        if let Some(byte) = data.first_mut().filter(|_| self.wrong && self.length == 0) {
            *byte ^= 1;
        }
        data
    }

    /// Counts bytes, and draws the bar.
    fn take(&mut self, bytes: u64, now: Duration, world: &mut World) {
        if bytes > 0 {
            self.length += bytes;
            self.bar.draw(now, world);
        }
    }
}
