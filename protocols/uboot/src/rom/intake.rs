//! A file that a program on the board receives.

use alloc::{boxed::Box, vec::Vec};
use core::time::Duration;

use link::serial::Utterances;
use xmodem::{Event, Failure, Heard, Receiver};

/// A receiver and what it has received.
pub struct Intake {
    receiver: Box<Receiver>,
    /// What has come of the present file.
    pub data: Vec<u8>,
    /// When it begins to poll.
    begin: Duration,
}

impl Intake {
    /// A receiver that begins to poll at `begin`.
    pub fn new(receiver: Receiver, begin: Duration) -> Self {
        Self { receiver: Box::new(receiver), data: Vec::new(), begin }
    }

    /// When it has something to do next.
    pub fn deadline(&self) -> Option<Duration> {
        self.receiver.deadline().map(|time| time.max(self.begin))
    }

    fn begun(&self, now: Duration) -> bool {
        now >= self.begin
    }

    /// Tells the receiver; returns how the transfer ended, once it has.
    pub fn on(
        &mut self,
        event: Event,
        now: Duration,
        out: &mut Utterances,
    ) -> Option<Result<(), Failure>> {
        if !self.begun(now) {
            return None;
        }
        let reply = self.receiver.on(event, now);
        out.say(now, &reply.send);
        let mut end = None;
        for heard in reply.heard {
            match heard {
                Heard::File(_) => self.data.clear(),
                Heard::Data(data) => self.data.extend(data),
                Heard::End => end = Some(Ok(())),
                Heard::Failed(failure) => end = Some(Err(failure)),
            }
        }
        end
    }
}
