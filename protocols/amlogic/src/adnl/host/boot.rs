//! From the mask ROM to U-Boot.

use alloc::{format, string::ToString, vec};
use core::time::Duration;

use link::{Once, Silent, Source, StepId, Watch};

use super::{Action, Adnl, Cause, Error, PROMPT, Step, command::Sent, query::known};
use crate::{
    adnl::{
        Addsum,
        wire::{
            Command, DOWNLOAD_MOST, Identify, Malformed, Register, Reply, Request, RequestKind,
            Stage, Var, burnsteps, text,
        },
    },
    disk::read,
    image::{self, Layout},
};

/// Bytes of one download of BL2: what the vendor's tool sends at once.
const BLOCK: u32 = 0x4000;
/// Where in the file the mask ROM's part begins, where it wants the beginning first.
const BEHIND: u32 = 0x1000;
/// The families whose mask ROM wants the beginning first (S6), and the one that asks for no length (P1).
const S6: u32 = 0x48;
const P1: (u32, u32) = (0x39, 0x6_3800);
/// How long BL2 is left alone when it is busy, and how often.
const WAIT: (Duration, u32) = (Duration::from_millis(500), 120);
/// Most requests of a program: no boot file has this many windows.
const REQUESTS: u32 = 4096;
/// How long the next program may take: an S905X5 takes 5 s to BL2 and up to 11 s to U-Boot.
const WITHIN: Duration = Duration::from_secs(30);
/// How often the board is asked whether the next program is there.
const POLL: Duration = Duration::from_millis(100);

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The program that was left.
    pub from: Stage,
    /// The programs that may come.
    pub stages: &'static [Stage],
    /// Whether the board disconnects on the way; nothing: unknown.
    pub leaves: Option<bool>,
    /// How long it may take.
    pub within: Duration,
    /// Whether the board is known to start only what its maker signed.
    pub secure: Option<bool>,
}

/// How far a board is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Another program is on its way: see [`Adnl::settle`].
    Expect(Expect),
    /// U-Boot runs.
    Ready(Identify),
}

impl Adnl<'_> {
    /// Does what the program that runs calls for: the mask ROM is sent `first` (`u-boot.bin.usb.signed`), BL2 and BL2E
    /// what they ask for of `second` (`u-boot.bin.signed`), U-Boot nothing.
    ///
    /// # Errors
    /// When a transfer or a file fails, when the file is not for the board, and when the board refuses.
    pub fn advance(
        &mut self,
        first: &mut dyn Source,
        second: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Progress, Error> {
        let identify = self.identify()?;
        match identify.stage {
            Stage::ROM => {
                let work = |adnl: &mut Self| adnl.start_as(identify, first, watch);
                self.during(Step::Boot, work).map(Progress::Expect)
            }
            Stage::BL2 | Stage::BL2E => {
                let work = |adnl: &mut Self| adnl.serve_as(identify, second, watch);
                self.during(Step::Boot, work).map(Progress::Expect)
            }
            Stage::UBOOT => Ok(Progress::Ready(identify)),
            found => {
                let wanted = &[Stage::ROM, Stage::BL2, Stage::BL2E, Stage::UBOOT];
                Err(self.check_failed(Cause::State { found, wanted }))
            }
        }
    }

    /// Sends the mask ROM the part of the boot file that it wants, and starts it.
    ///
    /// # Errors
    /// When a transfer or a file fails, when the file is not for the board, and when the board refuses.
    pub fn start(&mut self, file: &mut dyn Source, watch: &mut dyn Watch) -> Result<Expect, Error> {
        self.during(Step::Boot, |adnl| {
            let identify = adnl.require(&[Stage::ROM])?;
            adnl.start_as(identify, file, watch)
        })
    }

    fn start_as(
        &mut self,
        identify: Identify,
        file: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Expect, Error> {
        if identify.is_locked() {
            return Err(self.check_failed(Cause::Password));
        }
        self.check_file(identify, file)?;
        let chip = known(self.chip())?;
        let family = chip.map_or(0, |chip| chip.family);
        let old = identify.protocol < 6;
        self.steps(old, &[0, 1])?;
        let base = self.beginning(identify, family, file)?;
        let size = self.download_size(family)?;
        let (wanted, there) = (u64::from(base) + u64::from(size), file.size());
        if wanted > there {
            return Err(self.check_failed(Cause::ShortFile { wanted, size: there }));
        }
        watch.step(StepId::START, "boot file to the mask ROM", size.into());
        self.block(file, base, size, &mut Addsum::default(), watch)?;
        self.steps(old, &[2])?;
        self.okay(&Command::Boot, PROMPT)?;
        let secure = chip.and_then(|chip| chip.is_secure());
        let (from, stages) = (Stage::ROM, &[Stage::BL2][..]);
        Ok(Expect { from, stages, leaves: None, within: WITHIN, secure })
    }

    /// Refuses what cannot be a boot file for the board before anything of it is sent.
    fn check_file(&self, identify: Identify, file: &mut dyn Source) -> Result<(), Error> {
        // At most 64 KiB.
        let mut head = vec![0; file.size().min(0x1_0000) as usize];
        file.read_at(0, &mut head).map_err(|error| self.check_failed(Cause::Io(error)))?;
        // The A1's BL2 may look like those of G12.
        if identify.protocol < 6 && image::layout(&head).is_some_and(Layout::is_g12) {
            return Ok(());
        }
        match image::check_signed(&head) {
            Ok(_) => Ok(()),
            Err(error) => Err(self.check_failed(Cause::Unsound(error))),
        }
    }

    /// Tells mask ROM or BL2 how far the job is; those of protocol 6 and newer do not know it.
    fn steps(&mut self, old: bool, steps: &[u8]) -> Result<(), Error> {
        for &step in steps.iter().filter(|_| old) {
            self.setvar(Register::Burnsteps, burnsteps(Stage::ROM, step))?;
        }
        Ok(())
    }

    /// Sends the beginning of the file where the mask ROM wants it first; where the rest begins.
    fn beginning(
        &mut self,
        identify: Identify,
        family: u32,
        file: &mut dyn Source,
    ) -> Result<u32, Error> {
        if identify.protocol < 8 && family != S6 {
            return Ok(0);
        }
        let action = || Action::Command(Command::FirstSect.to_string());
        let size = match self.ask(&Command::FirstSect, PROMPT)? {
            Reply::Data(size) if size > 0 && size <= BEHIND => size,
            Reply::Fail(why) => return Err(self.error(action(), Cause::Failed(why))),
            other => return Err(self.error(action(), super::command::unexpected(&other))),
        };
        // Within 4096 bytes.
        let mut data = vec![0; size as usize];
        self.fill(file, 0, &mut data)?;
        let reply = self.data(&mut &data[..], None, action(), &mut Silent)?;
        self.expect_okay(reply, action)?;
        Ok(BEHIND)
    }

    fn download_size(&mut self, family: u32) -> Result<u32, Error> {
        if family == P1.0 {
            return Ok(P1.1);
        }
        let command = Command::get(Var::DownloadSize);
        let bytes = self.twice(|adnl| adnl.okay(&command, PROMPT))?;
        let text = text(&bytes);
        let digits = text.trim_start_matches("0x").trim_start_matches("0X");
        let size = u32::from_str_radix(digits, 16).ok();
        size.filter(|size| (1..=DOWNLOAD_MOST).contains(size)).ok_or_else(|| {
            let cause = Malformed("the mask ROM's download size is no number up to 0xc0000");
            self.error(Action::Command(command.to_string()), Cause::Malformed(cause))
        })
    }

    /// Gives BL2 or BL2E the windows of the boot file that it asks for, until it asks no more.
    ///
    /// # Errors
    /// When a transfer or a file fails, when the file is not for the board, and when the board refuses.
    pub fn serve(&mut self, file: &mut dyn Source, watch: &mut dyn Watch) -> Result<Expect, Error> {
        self.during(Step::Boot, |adnl| {
            let identify = adnl.require(&[Stage::BL2, Stage::BL2E])?;
            adnl.serve_as(identify, file, watch)
        })
    }

    fn serve_as(
        &mut self,
        identify: Identify,
        file: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Expect, Error> {
        if identify.stage == Stage::BL2 {
            self.steps(identify.protocol < 6, &[3])?;
        }
        self.requests(identify, file, watch)?;
        Ok(expect_after(identify))
    }

    fn requests(
        &mut self,
        identify: Identify,
        file: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut waits = 0;
        for _ in 0..REQUESTS {
            let request = self.request()?;
            match request.kind {
                RequestKind::End => return Ok(()),
                RequestKind::Error(code) => return Err(self.check_failed(Cause::Bl2(code))),
                RequestKind::Wait if waits == WAIT.1 => break,
                RequestKind::Wait => {
                    waits += 1;
                    self.pause(WAIT.0)?;
                    let now = self.identify()?.stage;
                    if now != identify.stage {
                        let wanted = &[Stage::BL2, Stage::BL2E];
                        return Err(self.check_failed(Cause::State { found: now, wanted }));
                    }
                }
                RequestKind::Window => self.window(identify, request, file, watch)?,
            }
        }
        Err(self.check_failed(Cause::Busy))
    }

    fn request(&mut self) -> Result<Request, Error> {
        let command = Command::get(Var::Request);
        let bytes = self.okay(&command, PROMPT)?;
        Request::from_bytes(&bytes).map_err(|error| {
            self.error(Action::Command(command.to_string()), Cause::Malformed(error))
        })
    }

    /// One window, again where its sum did not come out right.
    fn window(
        &mut self,
        identify: Identify,
        request: Request,
        file: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        if request.upload {
            return Err(self.check_failed(Cause::Upload));
        }
        let (offset, size) = (u64::from(request.offset), u64::from(request.size));
        if size == 0 || offset + size > file.size() {
            let file = file.size();
            return Err(self.check_failed(Cause::OutsideFile { offset, size, file }));
        }
        watch.step(
            StepId::START,
            &format!("boot file from {offset:#x} on to {}", identify.stage),
            size,
        );
        let mut watch = Once::new(watch, size);
        // As the vendor's tool has it.
        let mut resends = if identify.protocol < 6 { 1 } else { 3 };
        loop {
            watch.begin_at(0);
            let sum = self.blocks(request, file, &mut watch)?;
            if !request.sum {
                return Ok(());
            }
            match self.setvar(Register::Checksum, sum) {
                Err(Error { cause: Cause::Failed(why), .. }) if resends > 0 => {
                    resends -= 1;
                    watch.note(&format!("BL2 refused a window ({why}): it is sent again"));
                }
                other => return other,
            }
        }
    }

    fn blocks(
        &mut self,
        request: Request,
        file: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<u32, Error> {
        let mut sum = Addsum::default();
        let mut done = 0;
        while done < request.size {
            let size = (request.size - done).min(BLOCK);
            self.block(file, request.offset + done, size, &mut sum, watch)?;
            done += size;
        }
        Ok(sum.value())
    }

    /// One download.
    fn block(
        &mut self,
        file: &mut dyn Source,
        offset: u32,
        size: u32,
        sum: &mut Addsum,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut buffer = core::mem::take(&mut self.buffer);
        buffer.resize(size as usize, 0);
        let result = self.fill(file, offset.into(), &mut buffer).and_then(|()| {
            sum.update(&buffer);
            let command = Command::Download(size);
            self.download(&command, &buffer, offset.into(), watch)
        });
        self.buffer = buffer;
        result
    }

    /// Data after a command that announces them with their length.
    fn download(
        &mut self,
        command: &Command,
        data: &[u8],
        offset: u64,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let size = data.len() as u64;
        let action = || match command {
            Command::Download(_) => Action::Data(size, offset),
            other => Action::Command(other.to_string()),
        };
        let announced = |reply: &Reply| *reply == Reply::Data(size as u32);
        let end = match self.send(command, data, None, is_data, watch)? {
            Sent::Taken { announced: reply, end } if announced(&reply) => end,
            // It was busy first.
            Sent::Instead(reply) if announced(&reply) => {
                let mut source = data;
                self.data(&mut source, None, action(), watch)?
            }
            Sent::Instead(Reply::Fail(why)) => return Err(self.error(action(), Cause::Failed(why))),
            Sent::Taken { announced: reply, .. } | Sent::Instead(reply) => {
                self.lost = true;
                return Err(self.error(action(), super::command::unexpected(&reply)));
            }
        };
        self.expect_okay(end, action).map(|_| ())
    }

    /// Gives mask ROM or BL2 a value.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn setvar(&mut self, register: Register, value: u32) -> Result<(), Error> {
        let command = Command::SetVar(register);
        self.download(&command, &value.to_le_bytes(), 0, &mut Silent)
    }

    /// Waits for the program that [`advance`](Self::advance) said to expect. Where the board leaves the bus meanwhile,
    /// that is the error ([`Fault::Gone`](link::Fault::Gone)); the same is asked again on the board that comes back.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn settle(&mut self, expect: &Expect) -> Result<Identify, Error> {
        self.during(Step::Boot, |adnl| {
            let mut passed = Duration::ZERO;
            while passed < expect.within {
                match adnl.identify() {
                    Ok(identify) if expect.stages.contains(&identify.stage) => return Ok(identify),
                    Err(error) if !error.may_pass() => return Err(error),
                    // Still the one before, or no answer.
                    Ok(_) => passed += POLL,
                    Err(_) => passed += super::PROBE,
                }
                adnl.pause(POLL)?;
            }
            Err(adnl.check_failed(match expect.from {
                Stage::ROM => Cause::NotStarted { secure: expect.secure },
                stage => Cause::NotHandedOver(stage),
            }))
        })
    }

    fn fill(&self, file: &mut dyn Source, offset: u64, buffer: &mut [u8]) -> Result<(), Error> {
        read(file, offset, buffer).map_err(|error| self.check_failed(Cause::Io(error)))
    }
}

fn is_data(reply: &[u8]) -> bool {
    reply.starts_with(b"DATA")
}

fn expect_after(identify: Identify) -> Expect {
    let second = identify.stage == Stage::BL2 && identify.protocol >= 6;
    let stages: &[Stage] = if second { &[Stage::BL2E, Stage::UBOOT] } else { &[Stage::UBOOT] };
    let leaves = Some(!second || identify.minor > 0);
    Expect { from: identify.stage, stages, leaves, within: WITHIN, secure: None }
}
