//! One command, its answers, and how a broken conversation is mended.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::time::Duration;

use link::{Data, ExchangeError, Fault, Phase, Pipe, Silent, UsbError, Watch};

use super::{Action, Answer, Cause, Error, Fastboot, LINES_MOST, PROMPT, Step, work};
use crate::wire::{COMMAND_MOST, Command, REPLY_ROOM, Reboot, Reply};

/// How long a device may still have something to say after a command broke off, and how much at once: an answer, or the rest of up
/// to 256 MiB of data.
const LEFTOVER: (Duration, usize, usize) = (Duration::from_millis(100), 64 << 10, 4097);
/// Zeros that are sent at once to a device that waits for data, and how often: for all of the largest buffer, 256 MiB.
const FEED: (usize, usize) = (512 << 10, 513);
/// The variable that every device is asked to find out whether it listens.
const VERSION: &str = "version";

impl Fastboot<'_> {
    /// A variable's value; `None`: the device does not know it. Older devices answer what they do not know with an empty
    /// value.
    ///
    /// # Errors
    /// When a transfer fails, and when the device answers something else.
    pub fn getvar(&mut self, name: &str) -> Result<Option<String>, Error> {
        match self.question(Command::Getvar(name.into())) {
            Ok(answer) => Ok(Some(answer.value).filter(|value| !value.is_empty())),
            Err(Error { cause: Cause::Refused(_), .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// All variables that the device tells, as lines; not every device has `all`.
    ///
    /// # Errors
    /// When a transfer fails, and when the device refuses or answers something else.
    pub fn getvar_all(&mut self) -> Result<Vec<String>, Error> {
        Ok(self.question(Command::Getvar("all".into()))?.info)
    }

    /// Asks again if the conversation was out of order: a host before this one may have broken it.
    fn question(&mut self, command: Command) -> Result<Answer, Error> {
        self.during(Step::Query, |fastboot| match fastboot.okay(&command, PROMPT, &mut Silent) {
            Err(error) if error.may_pass() => {
                fastboot.lost = true;
                fastboot.okay(&command, PROMPT, &mut Silent)
            }
            other => other,
        })
    }

    /// **Erases** a partition. `bytes` is its length, by which the time limit is set. Devices may erase less than asked for.
    ///
    /// # Errors
    /// When a transfer fails, and when the device refuses or answers something else.
    pub fn erase(
        &mut self,
        partition: &str,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> Result<Answer, Error> {
        self.during(Step::Erase, |fastboot| {
            fastboot.okay(&Command::Erase(partition.into()), work(bytes), watch)
        })
    }

    /// A command of the vendor's: all that follows `oem `. It may take so long between two words of the device.
    ///
    /// # Errors
    /// When a transfer fails, and when the device refuses or answers something else.
    pub fn oem(
        &mut self,
        line: &str,
        limit: Duration,
        watch: &mut dyn Watch,
    ) -> Result<Answer, Error> {
        self.during(Step::Command, |fastboot| {
            fastboot.okay(&Command::Oem(line.into()), limit, watch)
        })
    }

    /// Any command without data.
    ///
    /// # Errors
    /// When a transfer fails, and when the device refuses or answers something else.
    pub fn command(
        &mut self,
        command: &Command,
        limit: Duration,
        watch: &mut dyn Watch,
    ) -> Result<Answer, Error> {
        self.during(Step::Command, |fastboot| fastboot.okay(command, limit, watch))
    }

    /// Starts what was downloaded. Whether it runs is not known: the device leaves the bus, and may come back.
    ///
    /// # Errors
    /// When a transfer fails before the device left, and when it refuses or answers something else.
    pub fn boot(&mut self) -> Result<(), Error> {
        self.during(Step::Start, |fastboot| fastboot.leave(&Command::Boot))
    }

    /// Ends fastboot; the device goes on with starting.
    ///
    /// # Errors
    /// When a transfer fails before the device left, and when it refuses or answers something else.
    pub fn proceed(&mut self) -> Result<(), Error> {
        self.during(Step::Start, |fastboot| fastboot.leave(&Command::Continue))
    }

    /// Restarts the board.
    ///
    /// # Errors
    /// When a transfer fails before the device left, and when it refuses or answers something else.
    pub fn reboot(&mut self, to: Reboot) -> Result<(), Error> {
        self.during(Step::Restart, |fastboot| fastboot.leave(&Command::Reboot(to)))
    }

    /// A command after which the device leaves; it may do so before its answer was fetched.
    fn leave(&mut self, command: &Command) -> Result<(), Error> {
        self.ready()?;
        self.say(command)?;
        match self.listen(command, PROMPT, &mut Answer::default(), &mut Silent) {
            Err(error) if error.fault() == Some(Fault::Gone) => Ok(()),
            reply => self.expect_okay(command, reply?).map(|_| ()),
        }
    }

    /// A command that is answered with OKAY.
    pub(super) fn okay(
        &mut self,
        command: &Command,
        limit: Duration,
        watch: &mut dyn Watch,
    ) -> Result<Answer, Error> {
        let mut answer = Answer::default();
        let reply = self.ask(command, limit, &mut answer, watch)?;
        answer.value = self.expect_okay(command, reply)?;
        Ok(answer)
    }

    /// A command, and the answer that ends it or announces data.
    pub(super) fn ask(
        &mut self,
        command: &Command,
        limit: Duration,
        answer: &mut Answer,
        watch: &mut dyn Watch,
    ) -> Result<Reply, Error> {
        self.ready()?;
        let bytes = self.checked(command)?;
        let mut buffer = [0; REPLY_ROOM];
        let mut phases =
            [Phase::new(Data::Out(&bytes), PROMPT), Phase::new(Data::In(&mut buffer), limit)];
        let result = self.link.exchange(&mut phases, &mut Silent);
        let done = phases[1].done as usize;
        self.ended(result, || action(command))?;
        self.heard(&buffer[..done], command, limit, answer, watch)
    }

    fn say(&mut self, command: &Command) -> Result<(), Error> {
        let bytes = self.checked(command)?;
        let result = self.link.exchange(&mut [Phase::new(Data::Out(&bytes), PROMPT)], &mut Silent);
        self.ended(result, || action(command))
    }

    /// One more answer.
    pub(super) fn listen(
        &mut self,
        command: &Command,
        limit: Duration,
        answer: &mut Answer,
        watch: &mut dyn Watch,
    ) -> Result<Reply, Error> {
        let mut buffer = [0; REPLY_ROOM];
        let done = self.receive(&mut buffer, limit, command)?;
        self.heard(&buffer[..done], command, limit, answer, watch)
    }

    /// Reads an answer, and those after it for as long as they are lines for the user: each begins the wait anew.
    pub(super) fn heard(
        &mut self,
        bytes: &[u8],
        command: &Command,
        limit: Duration,
        answer: &mut Answer,
        watch: &mut dyn Watch,
    ) -> Result<Reply, Error> {
        let mut reply = self.reply(bytes, command)?;
        let (most, mut kept) = LINES_MOST;
        for _ in 0..most {
            let line = match reply {
                Reply::Info(line) | Reply::Text(line) if line.len() > kept => break,
                Reply::Info(line) => {
                    watch.note(&link::Foreign(&line).to_string());
                    answer.info.push(line);
                    answer.info.last().map_or(0, String::len)
                }
                Reply::Text(text) => {
                    answer.text.push_str(&text);
                    text.len()
                }
                other => return Ok(other),
            };
            kept -= line;
            let mut buffer = [0; REPLY_ROOM];
            let done = self.receive(&mut buffer, limit, command)?;
            reply = self.reply(&buffer[..done], command)?;
        }
        self.lost = true;
        Err(self.error(action(command), Cause::Endless))
    }

    fn receive(
        &mut self,
        buffer: &mut [u8],
        limit: Duration,
        command: &Command,
    ) -> Result<usize, Error> {
        let mut phases = [Phase::new(Data::In(buffer), limit)];
        let result = self.link.exchange(&mut phases, &mut Silent);
        let done = phases[0].done as usize;
        if let Err(ExchangeError::Usb { error: UsbError { fault: Fault::Stopped, .. }, .. }) =
            result
        {
            // The device has an answer left to give.
            self.lost = true;
        }
        self.ended(result, || action(command))?;
        Ok(done)
    }

    fn reply(&mut self, bytes: &[u8], command: &Command) -> Result<Reply, Error> {
        Reply::from_bytes(bytes).map_err(|error| {
            self.lost = true;
            self.error(action(command), Cause::Malformed(error))
        })
    }

    pub(super) fn expect_okay(&mut self, command: &Command, reply: Reply) -> Result<String, Error> {
        match reply {
            Reply::Okay(value) => Ok(value),
            Reply::Fail(why) => Err(self.error(action(command), Cause::Refused(why))),
            other => {
                self.lost = true;
                Err(self.error(action(command), Cause::Unexpected(other.to_string())))
            }
        }
    }

    /// What the end of an exchange means.
    pub(super) fn ended(
        &mut self,
        result: Result<(), ExchangeError>,
        action: impl FnOnce() -> Action,
    ) -> Result<(), Error> {
        let cause = match result {
            Ok(()) => return Ok(()),
            Err(ExchangeError::Usb { error, .. }) => {
                // What was stopped had not begun.
                self.lost |= error.fault != Fault::Stopped;
                Cause::Usb(error)
            }
            Err(ExchangeError::Io(error)) => {
                self.lost = true;
                Cause::Io(error)
            }
            Err(error @ ExchangeError::Unexpected { .. }) => Cause::Unexpected(error.to_string()),
        };
        Err(self.error(action(), cause))
    }

    fn checked(&self, command: &Command) -> Result<Vec<u8>, Error> {
        let bytes = command.to_bytes();
        if bytes.len() > COMMAND_MOST {
            return Err(self.error(Action::Check, Cause::TooLong(bytes.len())));
        }
        if bytes.len().is_multiple_of(self.link.max_packet()) {
            return Err(self.error(Action::Check, Cause::FullPacket(bytes.len())));
        }
        Ok(bytes)
    }

    /// Brings a broken conversation in order before anything else is said.
    pub(super) fn ready(&mut self) -> Result<(), Error> {
        if !self.lost {
            return Ok(());
        }
        self.during(Step::Recover, Self::recover)
    }

    /// Reads what the device still has to say, then asks for its version. A device that waits for the rest of a download takes
    /// that for data: it is given zeros until it answers. A download alone changes nothing.
    fn recover(&mut self) -> Result<(), Error> {
        for pipe in [Pipe::Out, Pipe::In] {
            match self.link.clear_halt(pipe) {
                Err(error) if error.fault == Fault::Gone => {
                    return Err(self.error(Action::Check, Cause::Usb(error)));
                }
                // The request is for endpoints that halted; where it is not known, nothing was halted.
                _ => {}
            }
        }
        self.drain()?;
        let silent = UsbError { pipe: Pipe::In, fault: Fault::TimedOut };
        match self.greet() {
            Err(Error { cause: Cause::Deaf(error), .. }) if error == silent => {
                self.feed(error)?;
                self.greet()
            }
            other => other,
        }
    }

    /// Any answer at all will do.
    fn greet(&mut self) -> Result<(), Error> {
        self.lost = false;
        let command = Command::Getvar(VERSION.into());
        match self.ask(&command, PROMPT, &mut Answer::default(), &mut Silent) {
            Ok(Reply::Okay(_) | Reply::Fail(_)) => Ok(()),
            Ok(other) => self.expect_okay(&command, other).map(|_| ()),
            Err(Error { step, action, cause: Cause::Usb(error), good })
                if error.fault == Fault::TimedOut =>
            {
                Err(Error { step, action, cause: Cause::Deaf(error), good })
            }
            Err(error) => Err(error),
        }
    }

    /// Gives the device zeros until it says something.
    fn feed(&mut self, mut error: UsbError) -> Result<(), Error> {
        let (zeros, mut answer) = (vec![0; FEED.0], [0; REPLY_ROOM]);
        for _ in 0..FEED.1 {
            let sent = self.link.bulk_out(&zeros, PROMPT);
            match self.link.bulk_in(&mut answer, LEFTOVER.0) {
                Ok(_) => return self.drain(),
                Err(error) if matches!(error.fault, Fault::Gone | Fault::Stopped) => {
                    return Err(self.error(Action::Check, Cause::Usb(error)));
                }
                Err(_) => {}
            }
            if let Err(other) = sent {
                error = other;
                break;
            }
        }
        Err(self.error(Action::Check, Cause::Deaf(error)))
    }

    fn drain(&mut self) -> Result<(), Error> {
        let mut buffer = vec![0; LEFTOVER.1];
        for _ in 0..LEFTOVER.2 {
            match self.link.bulk_in(&mut buffer, LEFTOVER.0) {
                Ok(_) => {}
                Err(error) if matches!(error.fault, Fault::Gone | Fault::Stopped) => {
                    return Err(self.error(Action::Check, Cause::Usb(error)));
                }
                Err(_) => return Ok(()),
            }
        }
        Ok(())
    }
}

pub(super) fn action(command: &Command) -> Action {
    Action::Command(command.to_string())
}
