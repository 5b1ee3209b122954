//! SPI NOR through U-Boot: load, sum, update, read back, sum.

use alloc::{format, string::String, vec};
use core::time::Duration;

use xmodem::{
    Profile, Sender,
    drive::{self, Announce, File},
};

use super::{Cause, Error, Prompt, Step};
use crate::{
    crc32,
    flash::{self, Flash},
};

/// The longest for a prompt answer.
const PROMPT: Duration = Duration::from_secs(10);
/// `loady` asks for a file every 4.7 s, for 90 s: if nothing has come in this time it was not started.
const LOADER: Duration = Duration::from_secs(20);
/// Memory that is filled or summed: 16 MiB take well under a second.
const MEMORY: Duration = Duration::from_secs(30);
/// How often a faster rate is tried by a keystroke.
const KEYS: u32 = 4;

/// Memory that a job may use: free DRAM, with room for the longest image at both places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Buffers {
    /// Where an image is loaded.
    pub load: u64,
    /// Where the flash is read back to. Apart from `load`, so that a read that did nothing is found out.
    pub check: u64,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where in the flash.
    pub offset: u32,
    /// Bytes.
    pub size: u32,
    /// The CRC-32 of the image, of memory, and of the flash.
    pub crc: u32,
}

/// A U-Boot that flashes.
pub struct Flasher<'p, 'c, 'a> {
    prompt: &'p mut Prompt<'c, 'a>,
    buffers: Buffers,
    /// The faster rate, while it is believed in.
    fast: Option<u32>,
    base: u32,
    /// Bytes of an erase block; 1: not asked yet.
    erase: u32,
}

impl<'p, 'c, 'a> Flasher<'p, 'c, 'a> {
    /// Flashes through `prompt`. `fast` is a rate to load at instead of the present one; where it does not work the
    /// present one is used from then on.
    pub fn new(prompt: &'p mut Prompt<'c, 'a>, buffers: Buffers, fast: Option<u32>) -> Self {
        let base = prompt.console().link().baud();
        Self { prompt, buffers, fast, base, erase: 1 }
    }

    /// The same for a flash that was found before, with erase blocks of this many bytes: what is written may begin within
    /// one.
    pub fn with_erase_blocks(self, bytes: u32) -> Self {
        Self { erase: bytes.max(1), ..self }
    }

    /// The prompt below.
    pub fn prompt(&mut self) -> &mut Prompt<'c, 'a> {
        self.prompt
    }

    /// The faster rate, if it still is to be used.
    pub fn fast(&self) -> Option<u32> {
        self.fast
    }

    /// Finds the flash; `None`: it does not tell how long it is.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn probe(&mut self) -> Result<Option<Flash>, Error> {
        self.prompt.console().begin(Step::PROBE, "finding the SPI flash", 0);
        // A USB keyboard that is polled for input makes U-Boot lose bytes of a transfer.
        self.prompt.ask(Step::PROBE, "setenv stdin serial", PROMPT, |_| Some(()))?;
        let flash =
            self.prompt.ask(Step::PROBE, "sf probe", PROMPT, |text| Some(Flash::parse(text)))?;
        if let Some(flash) = &flash {
            self.erase = flash.erase;
        }
        Ok(flash)
    }

    /// Writes `image` to `offset` of the flash and makes sure that it is there.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn write(&mut self, name: &str, offset: u32, image: &[u8]) -> Result<Written, Error> {
        let (written, start, whole) = self.put(name, offset, image)?;
        self.read_back(name, start, whole)?;
        match whole == written.size {
            true => self.sum(Step::VERIFY, self.buffers.check, whole, written.crc)?,
            false => self.compare(whole)?,
        }
        Ok(written)
    }

    /// Writes `image` to `offset` of the flash and does not look at it again. The rest of its first and its last erase block
    /// stays, where their size is known.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn update(&mut self, name: &str, offset: u32, image: &[u8]) -> Result<Written, Error> {
        self.put(name, offset, image).map(|(written, ..)| written)
    }

    /// Writes an image. Returns also where its erase blocks begin, and their bytes.
    fn put(&mut self, name: &str, offset: u32, image: &[u8]) -> Result<(Written, u32, u32), Error> {
        let (size, before) = (image.len() as u32, offset % self.erase);
        let (start, buffers) = (offset - before, self.buffers);
        let after = (before + size).next_multiple_of(self.erase) - before - size;
        // `sf update` takes whole erase blocks.
        self.keep(buffers.load, start, before)?;
        self.buffers.load += u64::from(before);
        let loaded = self.load(name, image);
        self.buffers = buffers;
        let crc = loaded?;
        self.keep(buffers.load + u64::from(before + size), offset + size, after)?;
        self.prompt.console().begin(Step::WRITE, &format!("writing {name} to the flash"), 0);
        let whole = before + size + after;
        let update = format!("sf update {:#x} {start:#x} {whole:#x}", buffers.load);
        self.prompt.ask(Step::WRITE, &update, erase_limit(whole), |text| {
            (flash::updated(text)? == u64::from(whole)).then_some(())
        })?;
        Ok((Written { offset, size, crc }, start, whole))
    }

    /// Reads what is to stay in the flash to memory.
    fn keep(&mut self, address: u64, offset: u32, size: u32) -> Result<(), Error> {
        if size == 0 {
            return Ok(());
        }
        let read = format!("sf read {address:#x} {offset:#x} {size:#x}");
        self.prompt.ask(Step::WRITE, &read, MEMORY, |_| Some(()))
    }

    /// Makes sure that the flash holds `size` bytes with this sum at `offset`.
    ///
    /// # Errors
    /// When the line fails, and when the flash holds something else.
    pub fn verify(&mut self, name: &str, offset: u32, size: u32, crc: u32) -> Result<(), Error> {
        self.read_back(name, offset, size)?;
        self.sum(Step::VERIFY, self.buffers.check, size, crc)
    }

    fn read_back(&mut self, name: &str, offset: u32, size: u32) -> Result<(), Error> {
        self.prompt.console().begin(Step::VERIFY, &format!("reading {name} back"), 0);
        let Buffers { check, .. } = self.buffers;
        // What an earlier run left there must not be taken for what is read now.
        let ask = |prompt: &mut Prompt<'_, '_>, command: String, limit| {
            prompt.ask(Step::VERIFY, &command, limit, |_| Some(()))
        };
        ask(self.prompt, format!("mw.b {check:#x} 0xa5 {size:#x}"), MEMORY)?;
        ask(self.prompt, format!("sf read {check:#x} {offset:#x} {size:#x}"), erase_limit(size))
    }

    /// Compares what was read back with what was written from memory, what was to stay among it.
    fn compare(&mut self, size: u32) -> Result<(), Error> {
        let Buffers { load, check } = self.buffers;
        let (mut expected, mut found) = (0, 1);
        for _ in 0..2 {
            expected = self.prompt.sum(Step::VERIFY, load, size.into(), MEMORY)?;
            found = self.prompt.sum(Step::VERIFY, check, size.into(), MEMORY)?;
            if expected == found {
                return Ok(());
            }
        }
        Err(self.prompt.console().error(Cause::Differs { expected, found }))
    }

    /// Compares the sum of memory. A sum that differs is asked for again: its digits may have been damaged.
    fn sum(&mut self, step: Step, address: u64, size: u32, expected: u32) -> Result<(), Error> {
        let mut found = 0;
        for _ in 0..2 {
            found = self.prompt.sum(step, address, size.into(), MEMORY)?;
            if found == expected {
                return Ok(());
            }
        }
        Err(self.prompt.console().error(Cause::Differs { expected, found }))
    }

    /// Sends an image into memory, makes sure that it is there and returns its CRC-32.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn load(&mut self, name: &str, image: &[u8]) -> Result<u32, Error> {
        let (size, crc) = (image.len() as u32, crc32(image));
        self.send_image(name, image)?;
        self.sum(Step::LOAD, self.buffers.load, size, crc)?;
        Ok(crc)
    }

    fn send_image(&mut self, name: &str, image: &[u8]) -> Result<(), Error> {
        self.prompt.console().set_step(Step::LOAD);
        let Some(rate) = self.usable_rate()? else { return self.load_at_base(name, image) };
        match self.load_fast(name, image, rate) {
            Err(Error {
                cause: Cause::Transfer(_) | Cause::Missing(_) | Cause::Echo { .. },
                ..
            }) => {
                self.fall_back(rate)?;
                self.load_at_base(name, image)
            }
            outcome => outcome,
        }
    }

    /// The faster rate, if the adapter has it.
    fn usable_rate(&mut self) -> Result<Option<u32>, Error> {
        let Some(rate) = self.fast.filter(|rate| *rate != self.base) else { return Ok(None) };
        let able = self.prompt.console().link().set_baud(rate).is_ok();
        self.prompt.console().set_baud(self.base)?;
        if !able {
            self.fast = None;
            self.prompt.console().note(&format!(
                "the adapter cannot be set to {rate} baud: going on at {}",
                self.base
            ));
        }
        Ok(self.fast)
    }

    fn load_at_base(&mut self, name: &str, image: &[u8]) -> Result<(), Error> {
        let command = format!("loady {:#x}", self.buffers.load);
        self.prompt.start(&command)?;
        if let Err(error) = self.send(name, image, Profile::UBOOT) {
            // Its end of line may have been lost, or three damaged bytes were a cancellation: again.
            let Cause::Transfer(drive::Error::Failed(_)) = error.cause else { return Err(error) };
            self.prompt.interrupt()?;
            self.prompt.start(&command)?;
            self.send(name, image, Profile::UBOOT)?;
        }
        self.end_of_load()
    }

    fn end_of_load(&mut self) -> Result<(), Error> {
        // Its status and its words are not asked for: the sum that is taken next says more, and is taken twice.
        match self.prompt.finish(PROMPT) {
            Err(Error { cause: Cause::Missing(_), .. }) => self.prompt.interrupt(),
            outcome => outcome.map(|_| ()),
        }
    }

    fn send(&mut self, name: &str, image: &[u8], profile: Profile) -> Result<(), Error> {
        let mut sender = Sender::ymodem(profile, vec![image.len() as u64], LOADER);
        let mut source = image;
        let sending = format!("sending {name}");
        let announce = Announce {
            step: Step::LOAD.id(),
            waiting: "waiting for U-Boot to ask for the file",
            sending: &sending,
        };
        let mut files = [File { name: name.into(), source: &mut source }];
        self.prompt.console().transfer(Step::LOAD, announce, &mut sender, &mut files).map(|_| ())
    }

    /// `loady` at another rate: it is asked for, both sides change, a key confirms it; and the same back with ESC.
    fn load_fast(&mut self, name: &str, image: &[u8], rate: u32) -> Result<(), Error> {
        self.prompt.start(&format!("loady {:#x} {rate}", self.buffers.load))?;
        let console = self.prompt.console();
        if console.wait_for(&["press ENTER"], PROMPT)?.is_none() {
            return Err(console.error(Cause::Missing("U-Boot's change of rate")));
        }
        console.pause(Duration::from_millis(100))?;
        console.set_baud(rate)?;
        self.confirm_rate()?;
        // Six failures in a row are the known pattern of a UART that loses bytes at this rate: no use going on.
        self.send(
            name,
            image,
            Profile { tries: 6, patience: Duration::from_secs(20), ..Profile::UBOOT },
        )?;
        self.back_to_base()?;
        self.end_of_load()
    }

    fn confirm_rate(&mut self) -> Result<(), Error> {
        let console = self.prompt.console();
        console.forget();
        for _ in 0..KEYS {
            console.say(b"\r")?;
            if console.wait_for(&["Ready for binary", "bps..."], Duration::from_secs(1))?.is_some()
            {
                return Ok(());
            }
        }
        Err(console.error(Cause::Missing("U-Boot at the faster rate")))
    }

    /// U-Boot says at the faster rate that it changes back, and then waits for ESC.
    fn back_to_base(&mut self) -> Result<(), Error> {
        let console = self.prompt.console();
        let _ = console.wait_for(&["press ESC"], Duration::from_secs(3))?;
        console.pause(Duration::from_millis(100))?;
        console.set_baud(self.base)?;
        console.say(b"\x1b")
    }

    /// Gets the prompt back after a failure at the faster rate, wherever U-Boot stands, and does without it from now on.
    fn fall_back(&mut self, rate: u32) -> Result<(), Error> {
        self.fast = None;
        let base = self.base;
        let console = self.prompt.console();
        console.note(&format!("the board loses bytes at {rate} baud: going on at {base}"));
        // U-Boot may still receive: three CANs at its rate end that.
        console.set_baud(rate)?;
        console.say(&[0x18; 3])?;
        self.back_to_base()?;
        let mut last = Ok(());
        for _ in 0..KEYS {
            self.prompt.interrupt()?;
            match self.prompt.must(Step::LOAD, "echo", Duration::from_secs(3)) {
                Ok(_) => return Ok(()),
                Err(error) => last = Err(error),
            }
            self.prompt.console().say(b"\x1b")?;
        }
        last
    }
}

/// The longest that erasing, writing or reading this many bytes of SPI flash may take: 64 KiB erase in up to 2 s on worn parts,
/// and written pages add to it.
pub fn erase_limit(size: u32) -> Duration {
    Duration::from_secs(20 + u64::from(size >> 16) * 3)
}
