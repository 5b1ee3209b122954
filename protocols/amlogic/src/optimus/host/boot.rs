//! From whatever stage a board is at to U-Boot.
//!
//! The steps are those of pyamlboot's `boot.py` and `boot-g12.py`, which are used on many boards; where those sleep,
//! this asks.

use alloc::borrow::Cow;
use core::time::Duration;

use link::{Fault, Silent, Source, StepId, Watch};

use super::{Cause, Error, Optimus, Step, Way};
use crate::{
    families::{Family, Flow},
    optimus::wire::{BLOCK, DDR_INIT, Identity, Lock, RUN_FIP, Stage},
};

/// How long code may take until it answers: other tools wait one to eight seconds.
const START: Duration = Duration::from_secs(10);
/// How long BL2 of the GX and AXG families may take to show itself. Some of them do their work and return to the mask
/// ROM, which looks as if nothing had happened.
const SHOW: Duration = Duration::from_secs(3);

/// What is to be started.
#[derive(Clone, Copy, Debug)]
pub enum Image<'f> {
    /// `u-boot.bin`: BL2, and the rest after it.
    Whole(&'f [u8]),
    /// `u-boot.bin.usb.bl2` and `u-boot.bin.usb.tpl`, which together are `u-boot.bin`.
    Pair {
        /// BL2.
        bl2: &'f [u8],
        /// The rest.
        tpl: &'f [u8],
    },
    /// BL2, and a `u-boot.bin` that begins with a BL2 of its own, which is not used.
    Beside {
        /// BL2.
        bl2: &'f [u8],
        /// `u-boot.bin`.
        file: &'f [u8],
    },
}

/// Something else that is to be in memory when U-Boot starts: a kernel, a script.
pub struct Extra<'f> {
    /// What it is called in messages.
    pub name: &'f str,
    /// Where it goes.
    pub address: u32,
    /// What it is.
    pub source: &'f mut dyn Source,
}

/// A job of booting.
pub struct Boot<'f> {
    /// The board's family.
    pub family: &'static Family,
    /// What is to be started.
    pub image: Image<'f>,
    /// The files are encrypted for a fused board: only the board can tell what they are, and nothing in them is looked
    /// at.
    pub encrypted: bool,
    /// What unlocks the mask ROM, where one is needed.
    pub password: Option<&'f [u8]>,
    /// What else is to be in memory. G12 and its kin have no DRAM before U-Boot runs and take nothing.
    pub extras: &'f mut [Extra<'f>],
}

/// How a job of booting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Booted {
    /// U-Boot was started. The vendor's returns at the same port within this time; mainline's does not speak this
    /// protocol.
    Started(Duration),
    /// The vendor's U-Boot was already there: nothing was sent.
    Already,
}

/// How long a board may take until the vendor's U-Boot is on the bus: two to eight seconds were seen.
const COMEBACK: Duration = Duration::from_secs(20);

/// What a file is cut into.
struct Cut<'f> {
    bl2: &'f [u8],
    /// What BL2 is served from: on GX what follows BL2, elsewhere the whole of `u-boot.bin`.
    tpl: Cow<'f, [u8]>,
}

impl<'f> Image<'f> {
    /// Checks that the parts are for this family, as far as their shape tells.
    ///
    /// # Errors
    ///
    /// The family does not start this way, or the files are not for it.
    pub fn check(&self, family: &Family, encrypted: bool) -> Result<(), Cause> {
        self.cut(family, encrypted).map(|_| ())
    }

    fn cut(&self, family: &Family, encrypted: bool) -> Result<Cut<'f>, Cause> {
        let length = family.flow.bl2_length().ok_or(Cause::NoFlow(family.name))?;
        let cut = self.parts(length, family.flow).ok_or(Cause::Unsound(SHORTER))?;
        if encrypted {
            let fits = (1..=length).contains(&cut.bl2.len()) && !cut.tpl.is_empty();
            return if fits { Ok(cut) } else { Err(Cause::Unsound(ANOTHER_LENGTH)) };
        }
        check_bl2(cut.bl2, length)?;
        if matches!(family.flow, Flow::Gx { .. }) && !is_fip(&cut.tpl) {
            return Err(Cause::Unsound(
                "what follows BL2 is no U-Boot for this family: it has no FIP header",
            ));
        }
        Ok(cut)
    }

    /// Cuts the files up; `None`: they are shorter than BL2.
    fn parts(&self, length: usize, flow: Flow) -> Option<Cut<'f>> {
        let whole = matches!(flow, Flow::G12 { .. });
        let (bl2, tpl) = match (*self, whole) {
            (Self::Whole(file), true) => (file.get(..length)?, file.into()),
            (Self::Whole(file), false) => {
                let (bl2, tpl) = file.split_at_checked(length)?;
                (bl2, tpl.into())
            }
            (Self::Pair { bl2, tpl }, true) => (bl2, [bl2, tpl].concat().into()),
            (Self::Pair { bl2, tpl }, false) => (bl2, tpl.into()),
            (Self::Beside { bl2, file }, true) => (bl2, file.into()),
            (Self::Beside { bl2, file }, false) => (bl2, file.get(length..)?.into()),
        };
        Some(Cut { bl2, tpl })
    }
}

const SHORTER: &str = "the file is shorter than BL2";
const ANOTHER_LENGTH: &str = "BL2 has another length than this family's: it is for another SoC";

fn check_bl2(bl2: &[u8], length: usize) -> Result<(), Cause> {
    let says = bl2.get(0x14..0x18).and_then(|word| word.try_into().ok()).map(u32::from_le_bytes);
    let marked = |at: usize| bl2.get(at..).is_some_and(|rest| rest.starts_with(b"@AML"));
    // GXBB's BL2 is marked in both places.
    match (marked(0x10), marked(0x210)) {
        (true, _) => {}
        (false, true) => {
            return Err(Cause::Unsound(
                "the file is for an SD card: BL2 follows its first 512 bytes",
            ));
        }
        (false, false) => {
            return Err(Cause::Unsound("the file does not begin with BL2: @AML is missing"));
        }
    }
    if bl2.len() != length || says != Some(length as u32 - 0x10) {
        return Err(Cause::Unsound(ANOTHER_LENGTH));
    }
    Ok(())
}

/// Whether bytes begin like an encrypted FIP (GXL, GXM) or a plain one (GXBB, AXG).
fn is_fip(tpl: &[u8]) -> bool {
    let has = |at: usize, magic: &[u8]| tpl.get(at..).is_some_and(|rest| rest.starts_with(magic));
    let table = 0xaa64_0001_u32.to_le_bytes();
    has(12, b"AMLC") || has(0, &table) || has(16, &table)
}

/// Checks the files, finds out where the board is, and takes it to U-Boot from there.
///
/// # Errors
/// When a transfer fails, when a file is not for the board, and when the board does not come up.
pub fn boot(
    soc: &mut Optimus<'_>,
    job: &mut Boot<'_>,
    watch: &mut dyn Watch,
) -> Result<Booted, Error> {
    let family = job.family;
    let cut = soc.during(Step::Check, |soc| {
        job.image.cut(family, job.encrypted).map_err(|cause| soc.error(cause))
    })?;
    let identity = soc.identify()?;
    if identity.stage == Stage::Uboot {
        watch.note("the vendor's U-Boot is already running");
        return Ok(Booted::Already);
    }
    let identity = soc.open(identity, job.password)?;
    match (family.flow, identity.stage) {
        (Flow::G12 { bl2 }, Stage::Rom) => {
            soc.require(identity, family)?;
            soc.start_g12(bl2, cut.bl2, family, watch)?;
        }
        (Flow::G12 { .. }, Stage::Bl2Amlc) => {}
        (Flow::Gx { .. }, Stage::Rom) => soc.require(identity, family)?,
        (Flow::Gx { .. }, Stage::Bl2) => {}
        (_, found) => {
            let wanted = "the mask ROM or BL2 of this family";
            return Err(soc.error(Cause::Stage { found, wanted }));
        }
    }
    match family.flow {
        Flow::Gx { bl2, params, tpl } => {
            let places = Places { bl2, params, tpl };
            soc.start_gx(&places, identity.stage, &cut, job, watch)?;
        }
        _ => {
            watch.step(StepId::START, "U-Boot, as BL2 asks for it", cut.tpl.len() as u64);
            soc.serve(&cut.tpl, watch)?;
        }
    }
    soc.identity = None;
    Ok(Booted::Started(COMEBACK))
}

/// Addresses of the GX and AXG families.
struct Places {
    bl2: u32,
    params: u32,
    tpl: u32,
}

impl Optimus<'_> {
    /// Unlocks what is locked.
    fn open(&mut self, identity: Identity, password: Option<&[u8]>) -> Result<Identity, Error> {
        match (identity.lock, password) {
            (Lock::Locked, Some(password)) => self.unlock(password),
            (Lock::Locked, None) => Err(self.error(Cause::Locked)),
            _ => Ok(identity),
        }
    }

    fn start_g12(
        &mut self,
        address: u32,
        bl2: &[u8],
        family: &Family,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Bl2, |soc| {
            let secure = soc.fused(family, watch)?;
            watch.step(StepId::START, "BL2", bl2.len() as u64);
            let mut source = bl2;
            soc.write_large(address, &mut source, BLOCK as u16, watch)?;
            soc.run(address)?;
            let up = |identity: Identity| identity.stage == Stage::Bl2Amlc;
            match soc.poll(START, up)?.map(|identity| identity.stage) {
                Some(Stage::Bl2Amlc) => Ok(()),
                Some(Stage::Rom) => Err(soc.error(Cause::Refused { secure })),
                Some(found) => {
                    Err(soc.error(Cause::Stage { found, wanted: "BL2 that asks for U-Boot" }))
                }
                None => Err(soc.error(Cause::Silent)),
            }
        })
    }

    /// Whether secure boot is fused; a chip that does not tell is let pass.
    fn fused(&mut self, family: &Family, watch: &mut dyn Watch) -> Result<Option<bool>, Error> {
        let Some(fuse) = family.fuse else { return Ok(None) };
        let secure = self.is_secure(fuse)?;
        if secure == Some(true) {
            watch.note(
                "secure boot is fused: only files that the board's maker has signed will start",
            );
        }
        Ok(secure)
    }

    fn start_gx(
        &mut self,
        places: &Places,
        stage: Stage,
        cut: &Cut<'_>,
        job: &mut Boot<'_>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let stage = match stage {
            Stage::Rom => self.first_bl2(places, cut.bl2, job.family, watch)?,
            other => {
                self.during(Step::Dram, |soc| soc.write_block(places.params, &DDR_INIT))?;
                other
            }
        };
        if stage == Stage::Bl2 {
            self.set_up_dram(places, watch)?;
        }
        self.load_uboot(places, stage, cut, job, watch).map_err(|error| {
            match (stage, &error.cause) {
                // BL2 had returned, so that it was unknown whether it had done anything.
                (Stage::Rom, Cause::Usb(usb)) if usb.fault == Fault::TimedOut => {
                    Error { cause: Cause::NoDram(*usb), ..error }
                }
                _ => error,
            }
        })?;
        let entry = if stage == Stage::Bl2 { places.params } else { places.bl2 };
        self.during(Step::Uboot, |soc| soc.run(entry))
    }

    /// BL2 for the first time, by control requests: of large transfers it is said that they work here and that they do
    /// not. Who is there when it has run: BL2, or the mask ROM that it returned to.
    fn first_bl2(
        &mut self,
        places: &Places,
        bl2: &[u8],
        family: &Family,
        watch: &mut dyn Watch,
    ) -> Result<Stage, Error> {
        self.during(Step::Bl2, |soc| {
            let secure = soc.fused(family, watch)?;
            watch.step(StepId::START, "BL2", bl2.len() as u64);
            let mut source = bl2;
            soc.write(places.bl2, &mut source, Way::Control, watch)?;
            soc.write_block(places.params, &DDR_INIT)?;
            soc.run(places.bl2)?;
            let up = |identity: Identity| identity.stage == Stage::Bl2;
            match soc.poll(SHOW, up)?.map(|identity| identity.stage) {
                Some(Stage::Bl2) => Ok(Stage::Bl2),
                Some(Stage::Rom) if secure == Some(true) => {
                    Err(soc.error(Cause::Refused { secure }))
                }
                Some(Stage::Rom) => Ok(Stage::Rom),
                Some(found) => Err(soc.error(Cause::Stage { found, wanted: "BL2" })),
                None => Err(soc.error(Cause::Silent)),
            }
        })
    }

    fn set_up_dram(&mut self, places: &Places, watch: &mut dyn Watch) -> Result<(), Error> {
        self.during(Step::Dram, |soc| {
            watch.step(StepId::START, "DRAM", 0);
            soc.run(places.params)?;
            match soc.poll(START, |identity| identity.stage == Stage::Bl2)? {
                Some(Identity { stage: Stage::Bl2, .. }) => Ok(()),
                Some(Identity { stage: found, .. }) => {
                    Err(soc.error(Cause::Stage { found, wanted: "BL2" }))
                }
                None => Err(soc.error(Cause::Silent)),
            }
        })
    }

    fn load_uboot(
        &mut self,
        places: &Places,
        stage: Stage,
        cut: &Cut<'_>,
        job: &mut Boot<'_>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Uboot, |soc| {
            let mut bl2 = cut.bl2;
            // The mask ROM, if BL2 has returned there, takes it as it took the first one.
            let way = if stage == Stage::Rom { Way::Control } else { Way::Large };
            soc.write(places.bl2, &mut bl2, way, &mut Silent)?;
            soc.write_block(places.params, &RUN_FIP)?;
            watch.step(StepId::START, "U-Boot", cut.tpl.len() as u64);
            let mut tpl = &cut.tpl[..];
            soc.write(places.tpl, &mut tpl, Way::Large, watch)?;
            for extra in job.extras.iter_mut() {
                watch.step(StepId::START, extra.name, extra.source.size());
                soc.write(extra.address, extra.source, Way::Large, watch)?;
            }
            Ok(())
        })
    }
}
