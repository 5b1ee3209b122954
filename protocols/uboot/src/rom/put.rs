//! `tftpput`: memory goes to a server.

use alloc::{boxed::Box, format};
use core::{mem, time::Duration};

use tftp::client::{self, Content, Put};
use xmodem::Event;

use super::{
    Flaw, POLL, Uboot, World,
    commands::{Fail, Outcome, number},
    memory::Memory,
    network::BURST,
    prompt::State,
    road::{Bar, Road, done, gave_up},
};

/// A file that is sent.
pub(super) struct Putting {
    client: Put,
    road: Road,
    address: u64,
    length: u64,
    bar: Bar,
    /// Blocks that are drawn.
    drawn: u64,
    asked: bool,
    /// A byte of it arrives as another one.
    wrong: bool,
    next: Duration,
}

/// Memory from an address on.
struct From<'m> {
    memory: &'m Memory,
    address: u64,
    wrong: bool,
}

impl Content for From<'_> {
    fn read(&self, offset: u64, buf: &mut [u8]) {
        let address = self.address.wrapping_add(offset);
        if self.memory.has(address, buf.len() as u64) {
            self.memory.read_into(address, buf);
        }
        if let Some(byte) = buf.first_mut().filter(|_| self.wrong && offset == 0) {
            *byte ^= 1;
        }
    }
}

impl Putting {
    pub(super) fn deadline(&self) -> Duration {
        self.next
    }

    fn tell(
        &mut self,
        event: client::Event<'_>,
        memory: &Memory,
        now: Duration,
        world: &mut World,
    ) -> bool {
        let content = From { memory, address: self.address, wrong: self.wrong };
        let packets = self.client.on(event, now, &content);
        let any = !packets.is_empty();
        self.road.send(packets, now, world);
        any
    }
}

impl Uboot {
    /// `tftpput ADDRESS SIZE [SERVER:]FILE`.
    pub(super) fn tftpput(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let [address, length, file] = words else { return Err(Fail::Usage) };
        let (address, length) = (number(address)?, number(length)?);
        let (road, file) = self.road(file, "to", now, world)?;
        let ready = road.ready;
        if !self.memory.has(address, length) {
            return self.crash(ready, world);
        }
        let words =
            format!("Save address: 0x{address:x}\nSave size:    0x{length:x}\nSaving: *\x08");
        world.print(ready, &words);
        if !road.leads_there(world) {
            return self.unreachable(ready, "", world);
        }
        self.counts.puts += 1;
        let wrong =
            matches!(world.flaw, Some(Flaw::SendsWrong(at)) if at == 0 || at == self.counts.puts);
        let putting = Putting {
            client: Put::new(file, length, self.habits(ready, world)),
            road,
            address,
            length,
            bar: Bar::default(),
            drawn: 0,
            asked: false,
            wrong,
            next: ready,
        };
        self.state = State::Putting(Box::new(putting));
        Ok(())
    }

    pub(super) fn on_put(&mut self, event: Event, now: Duration, world: &mut World) {
        let State::Putting(putting) = &mut self.state else { return };
        if let Event::Byte(byte) = event {
            if byte == 0x03 {
                self.fetched("\nAbort\n", false, now, world);
            }
            return;
        }
        if now < putting.next {
            return;
        }
        if putting.client.deadline().is_some_and(|deadline| now >= deadline)
            && putting.tell(client::Event::Time, &self.memory, now, world)
            && mem::replace(&mut putting.asked, true)
        {
            world.print(now, "T ");
        }
        for _ in 0..BURST {
            let Some(packet) = putting.road.hear(now, world) else { break };
            let event = client::Event::Packet { from: packet.peer.port(), bytes: &packet.bytes };
            putting.tell(event, &self.memory, now, world);
        }
        while putting.drawn < putting.client.blocks() {
            putting.bar.draw(now, world);
            putting.drawn += 1;
        }
        let next = now + POLL;
        putting.next = putting.client.deadline().map_or(next, |deadline| deadline.min(next));
        let sent = putting.client.sent();
        if !self.resets_in_load(sent, world) {
            self.end_of_put(now, world);
        }
    }

    /// Ends it, if the client is done.
    fn end_of_put(&mut self, now: Duration, world: &mut World) {
        let State::Putting(putting) = &self.state else { return };
        let Some(outcome) = putting.client.outcome() else { return };
        let (address, length) = (putting.address, putting.length);
        let text = match outcome {
            Ok(()) => done(&putting.road, length, now),
            Err(failure) => gave_up(failure),
        };
        let good = outcome.is_ok();
        if good {
            self.arrived(address, length);
        }
        self.fetched(&text, good, now, world);
    }
}
