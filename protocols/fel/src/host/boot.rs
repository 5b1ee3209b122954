//! `uboot`: SPL, U-Boot, whatever the user adds, and the start.

use alloc::{format, string::String, vec::Vec};

use link::{Source, StepId, Verified, Watch};

use super::{Cause, Error, Fel, SplPlan, Stage, Unfit, error::Action};
use crate::{
    chips::Chip,
    image::{Arch, Image, Piece, Program},
    uimage,
};

/// What a file is to the U-Boot that is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptKind {
    /// A script image (`boot.scr`).
    Script,
    /// Environment text that begins with `#=uEnv`.
    Environment,
}

impl ScriptKind {
    /// What a file is that begins with `head` (a uImage header's length of it, or all there is).
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            _ if uimage::is_script(head) => Some(Self::Script),
            _ if head.starts_with(b"#=uEnv") => Some(Self::Environment),
            _ => None,
        }
    }
}

/// A file of the user's that goes into memory before U-Boot starts.
pub struct Upload<'a> {
    /// What it is called in messages.
    pub name: String,
    /// Where it goes.
    pub address: u32,
    /// Its bytes.
    pub data: &'a mut dyn Source,
    /// What U-Boot is told about it.
    pub script: Option<ScriptKind>,
}

impl<'a> Upload<'a> {
    /// An upload; a script image or an environment is recognised by its first bytes, as sunxi-fel's users expect it. An
    /// error where `data` cannot be read, and of the kind [`uimage::UImageError`] where it begins as a U-Boot image
    /// that is damaged.
    ///
    /// # Errors
    /// When `data` cannot be read, and when it begins as a U-Boot image that is damaged.
    pub fn new(
        name: String,
        address: u32,
        data: &'a mut dyn Source,
    ) -> Result<Self, link::IoError> {
        let mut head = [0; uimage::HEADER_SIZE];
        let length = head.len().min(data.size().try_into().unwrap_or(usize::MAX));
        data.read_at(0, &mut head[..length])?;
        if head.starts_with(&uimage::MAGIC) {
            uimage::check(data)?;
        }
        Ok(Self { name, address, data, script: ScriptKind::of(&head) })
    }

    fn end(&self) -> u64 {
        u64::from(self.address).saturating_add(self.data.size())
    }
}

/// A whole recovery, checked before anything is sent.
pub struct Plan<'a> {
    chip: &'static Chip,
    image: &'a Image<'a>,
    spl: SplPlan,
    start: bool,
}

impl<'a> Plan<'a> {
    /// Checks that `image` and `uploads` suit each other and the SoC. `start`: U-Boot is to be started.
    ///
    /// # Errors
    /// When the SoC, the image and the uploads do not fit each other.
    pub fn new(
        chip: &'static Chip,
        image: &'a Image<'a>,
        uploads: &[Upload<'_>],
        start: bool,
    ) -> Result<Self, Error> {
        let plan = Self { chip, image, spl: SplPlan::new(chip, &image.spl).map_err(unfit)?, start };
        plan.check_start()?;
        plan.check_overlaps(uploads)?;
        plan.check_scripts(uploads)?;
        Ok(plan)
    }

    /// The steps in words, for `--dry-run`.
    pub fn lines(&self, uploads: &[Upload<'_>]) -> Vec<String> {
        let mut lines: Vec<String> = self
            .spl
            .writes()
            .map(|(what, at, size)| format!("write {what}: {size} bytes at {at:#010x}"))
            .collect();
        lines.push(format!(
            "run the SPL through the thunk at {:#010x}, wait until it is back in FEL",
            self.chip.thunk
        ));
        if self.chip.mmu_table.is_some() {
            lines.push("switch the MMU on, DRAM write-combining".into());
        }
        lines.extend(self.acts(uploads).into_iter().map(|act| act.words(uploads)));
        lines
    }

    /// What is done once the SPL has run, in order.
    fn acts(&self, uploads: &[Upload<'_>]) -> Vec<Act<'_>> {
        let pieces = self.program().map_or(&[][..], |program| &program.pieces);
        let mut acts: Vec<_> = pieces.iter().map(Act::Piece).collect();
        for (index, upload) in uploads.iter().enumerate() {
            acts.push(Act::Upload(index));
            acts.extend(upload.script.map(|kind| Act::Announce(index, kind)));
        }
        acts.extend(self.program().filter(|_| self.start).map(Act::Start));
        acts
    }

    fn program(&self) -> Option<&Program<'a>> {
        self.image.program.as_ref()
    }

    fn check_start(&self) -> Result<(), Error> {
        let problem = match self.program() {
            Some(program) if program.arch == Arch::Arm64 && self.chip.rvbar.is_none() => {
                format!("the image starts in AArch64, but the {} is a 32-bit SoC", self.chip.name)
            }
            Some(program) if program.arch == Arch::RiscV => {
                format!("the image starts on RISC-V, but the {} is an ARM SoC", self.chip.name)
            }
            None if self.start => {
                "the file holds an SPL and nothing to start after it (see `fel spl`)".into()
            }
            _ => return Ok(()),
        };
        Err(refused(Cause::Mismatch(problem)))
    }

    fn check_overlaps(&self, uploads: &[Upload<'_>]) -> Result<(), Error> {
        for (index, upload) in uploads.iter().enumerate() {
            if upload.end() > 1 << 32 {
                return Err(refused(Cause::PastTheEnd));
            }
            let range = u64::from(upload.address)..upload.end();
            let piece = self
                .program()
                .and_then(|program| program.overlaps(upload.address, upload.data.size()));
            if let Some(piece) = piece {
                return Err(refused(Cause::Overlap(format!(
                    "{} would overwrite {} of the image",
                    upload.name, piece.name
                ))));
            }
            let twin = uploads[..index]
                .iter()
                .find(|other| range.start < other.end() && u64::from(other.address) < range.end);
            if let Some(twin) = twin {
                return Err(refused(Cause::Overlap(format!(
                    "{} would overwrite {}",
                    upload.name, twin.name
                ))));
            }
            let table = self.chip.mmu_table.map(u64::from);
            if table.is_some_and(|table| range.start < table + 0x4000 && table < range.end) {
                return Err(refused(Cause::Overlap(format!(
                    "{} would overwrite the MMU's table",
                    upload.name
                ))));
            }
        }
        Ok(())
    }

    fn check_scripts(&self, uploads: &[Upload<'_>]) -> Result<(), Error> {
        let scripts: Vec<_> = uploads.iter().filter(|upload| upload.script.is_some()).collect();
        let problem = match scripts.as_slice() {
            [] => return Ok(()),
            [one] if self.image.spl.takes_script() && self.start => {
                return if one.data.size() <= u64::from(u32::MAX) {
                    Ok(())
                } else {
                    Err(refused(Cause::PastTheEnd))
                };
            }
            [_] if !self.start => return Ok(()),
            [one] => format!(
                "{} cannot be passed on: this SPL's header has no place for a script",
                one.name
            ),
            [first, second, ..] => {
                format!("{} and {} are both scripts: U-Boot runs one", first.name, second.name)
            }
        };
        Err(refused(Cause::Mismatch(problem)))
    }
}

/// One thing that is done once the SPL has run. Uploads are meant by their index.
enum Act<'p> {
    Piece(&'p Piece<'p>),
    Upload(usize),
    Announce(usize, ScriptKind),
    Start(&'p Program<'p>),
}

impl Act<'_> {
    fn words(&self, uploads: &[Upload<'_>]) -> String {
        let write = |name: &str, size: u64, address: u32| {
            format!("write {name}: {size} bytes at {address:#010x}")
        };
        match self {
            Self::Piece(piece) => write(&piece.name, piece.data.len() as u64, piece.address),
            Self::Upload(index) => {
                let upload = &uploads[*index];
                write(&upload.name, upload.data.size(), upload.address)
            }
            Self::Announce(index, _) => format!("tell U-Boot to run {}", uploads[*index].name),
            Self::Start(program) => {
                format!("start at {:#010x} in {}", program.entry, program.arch)
            }
        }
    }
}

impl Fel<'_> {
    /// Carries the plan out. What is known is about all that was written after the SPL, which its own sum speaks for.
    ///
    /// # Errors
    /// When a transfer or an upload fails, when what arrived differs, and when the SPL fails.
    pub fn boot(
        &mut self,
        plan: &Plan<'_>,
        uploads: &mut [Upload<'_>],
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        self.run_spl(&plan.spl, &plan.image.spl, watch)?;
        self.during(Stage::Uboot, |fel| {
            let mut known = Verified::default();
            for act in plan.acts(uploads) {
                known.add(&fel.act(plan, act, uploads, watch)?);
            }
            Ok(known)
        })
    }

    fn act(
        &mut self,
        plan: &Plan<'_>,
        act: Act<'_>,
        uploads: &mut [Upload<'_>],
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        match act {
            Act::Piece(piece) => {
                watch.step(StepId::START, &piece.name, piece.data.len() as u64);
                self.write_checked(&piece.name, piece.address, &mut &*piece.data, watch)
            }
            Act::Upload(index) => {
                let upload = &mut uploads[index];
                watch.step(StepId::START, &upload.name, upload.data.size());
                self.write_checked(&upload.name, upload.address, upload.data, watch)
            }
            Act::Announce(index, kind) => {
                let upload = &uploads[index];
                let length = match kind {
                    ScriptKind::Script => 0,
                    // The plan has checked that it fits.
                    ScriptKind::Environment => upload.data.size() as u32,
                };
                self.pass_script(plan.chip, upload.address, length)
            }
            Act::Start(program) => self.start(program, watch).map(|()| Verified::default()),
        }
    }

    fn start(&mut self, program: &Program<'_>, watch: &mut dyn Watch) -> Result<(), Error> {
        watch.step(StepId::START, "start", 0);
        match program.arch {
            Arch::Arm => self.leave(program.entry),
            Arch::Arm64 => self.enter_aarch64(program.entry),
            // No plan starts it: see `check_start`.
            Arch::RiscV => Ok(()),
        }
    }
}

fn unfit(reason: Unfit) -> Error {
    refused(Cause::Unfit(alloc::boxed::Box::new(reason)))
}

fn refused(cause: Cause) -> Error {
    Error { stage: Stage::Uboot, action: Action::Check, cause }
}
