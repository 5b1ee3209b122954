//! Data in both directions.

use alloc::string::ToString;

use link::{Data, ExchangeError, Fault, Phase, Sink, Source, UsbError, Watch};

use super::{Action, Answer, Cause, DATA, Error, Fastboot, PROMPT, Step, command::action};
use crate::wire::{Command, REPLY_ROOM, Reply};

impl Fastboot<'_> {
    /// Sends data that stay in the device's memory, for `boot`, `continue` or a command of the vendor's.
    ///
    /// # Errors
    /// When there are no data or more than 32 bits count, a transfer or `source` fails, and when the device refuses, wants another
    /// number of bytes or answers something else.
    pub fn stage(&mut self, source: &mut dyn Source, watch: &mut dyn Watch) -> Result<(), Error> {
        self.during(Step::Send, |fastboot| fastboot.download(source, watch))
    }

    /// A download: it changes nothing but the device's memory.
    pub(super) fn download(
        &mut self,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let bytes = source.size();
        let size = u32::try_from(bytes).ok().filter(|size| *size > 0);
        let size = size.ok_or_else(|| self.error(Action::Check, Cause::TooLarge(bytes)))?;
        let command = Command::Download(size);
        match self.ask(&command, PROMPT, &mut Answer::default(), watch)? {
            Reply::Data(device) if device == size => {}
            Reply::Data(device) => return Err(self.other_size(&command, device, bytes)),
            other => return self.instead(&command, other),
        }
        self.send(&command, source, watch)
    }

    /// The data, and the answer to them.
    fn send(
        &mut self,
        command: &Command,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let size = source.size();
        let mut buffer = [0; REPLY_ROOM];
        let mut phases =
            [Phase::new(Data::From(source), DATA), Phase::new(Data::In(&mut buffer), DATA)];
        let result = self.link.exchange(&mut phases, watch);
        let done = phases[1].done as usize;
        self.stopped(&result);
        self.ended(result, || Action::Data(size))?;
        let reply = self.heard(&buffer[..done], command, DATA, &mut Answer::default(), watch)?;
        self.expect_okay(command, reply).map(|_| ())
    }

    /// Takes the data that the device has ready, at most `most` bytes; how many there were. How they are announced
    /// differs (`DATA`, or `PUSH` on SpacemiT's boards).
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the device refuses, has more or answers something else.
    pub fn upload(
        &mut self,
        most: u32,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<u32, Error> {
        self.during(Step::Read, |fastboot| {
            let command = Command::Upload;
            match fastboot.ask(&command, PROMPT, &mut Answer::default(), watch)? {
                Reply::Data(size) | Reply::Push(size) if size <= most => {
                    fastboot.fetch(&command, size, sink, watch).map(|()| size)
                }
                Reply::Data(size) | Reply::Push(size) => {
                    Err(fastboot.other_size(&command, size, most.into()))
                }
                other => fastboot.instead(&command, other).map(|()| 0),
            }
        })
    }

    fn fetch(
        &mut self,
        command: &Command,
        size: u32,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut buffer = [0; REPLY_ROOM];
        let into = Data::Into { len: size.into(), sink };
        let mut phases = [Phase::new(into, DATA), Phase::new(Data::In(&mut buffer), PROMPT)];
        let result = self.link.exchange(&mut phases, watch);
        let done = phases[1].done as usize;
        self.stopped(&result);
        self.ended(result, || Action::Data(size.into()))?;
        let reply = self.heard(&buffer[..done], command, PROMPT, &mut Answer::default(), watch)?;
        self.expect_okay(command, reply).map(|_| ())
    }

    /// A stop between the announcement and the data: the device waits for these.
    fn stopped(&mut self, result: &Result<(), ExchangeError>) {
        let stop = |error: &UsbError| error.fault == Fault::Stopped;
        self.lost |= matches!(result, Err(ExchangeError::Usb { error, .. }) if stop(error));
    }

    /// The device waits for other data, or has others, than there should be.
    fn other_size(&mut self, command: &Command, device: u32, host: u64) -> Error {
        self.lost = true;
        self.error(action(command), Cause::Size { device: device.into(), host })
    }

    /// An answer instead of data.
    fn instead(&mut self, command: &Command, reply: Reply) -> Result<(), Error> {
        match reply {
            Reply::Okay(_) => {
                Err(self.error(action(command), Cause::Unexpected(reply.to_string())))
            }
            other => self.expect_okay(command, other).map(|_| ()),
        }
    }
}
