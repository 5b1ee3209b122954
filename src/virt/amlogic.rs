//! A virtual board with a SoC of Amlogic's, of either protocol.

use std::path::{Path, PathBuf};

use amlogic::{
    addsum, adnl,
    families::Flow,
    optimus::{self, rom::Program},
};
use link::{device::Device, storage::SECTOR};
use sha2::{Digest, Sha256};

use super::{
    PlugError,
    options::{ON_OFF, choose},
    storage::{self, Kept},
};
use crate::{
    boards::{Board, Chip, Protocol},
    number,
};

/// What can be said about them, as `virtual list` explains it.
pub(super) const OPTIONS: &str = "\
of Amlogic's boards:
  mode=rom|bl2|bl2e|uboot   the program that it runs (default rom; bl2e: S905X4 and newer)
  storage=FILE           its eMMC, which is made as a sparse file where there is none
  size=BYTES             bytes of the eMMC, instead of the profile's
  profile=NAME           the board that it behaves like
  password=TEXT          the mask ROM is locked with it
  secure=on              secure boot is fused: no boot file that is around will start
  signed=FILE            secure boot is fused: of all boot files only this one will start
  bl2-error=CODE         BL2 fails with this code (G12 and its kin, S905X4 and newer)
  busy=N                 U-Boot says N times that it is still busy
  slow=N                 N requests are not answered after code was run (S905X4 and newer: answered by BL2)
  damaged=N              the N-th window arrives damaged (S905X4 and newer)
  early-okay=on          U-Boot says OKAY to a window before it looks at it (S905X4 and newer)
  protected=on           the eMMC is write-protected (S905X4 and newer)
  media-error=N          packet N of an image cannot be written (before the S905X4)
  bl2=returns            BL2 returns to the mask ROM when it has done its work (GX, AXG)
  uboot=mainline         U-Boot is mainline's, which leaves this protocol (before the S905X4)";

/// The most that a boot file may have, in bytes: far above any.
const SIGNED_LIMIT: u64 = 64 << 20;

/// The board that a virtual one behaves like.
#[derive(Clone, Copy, Debug)]
enum Profile {
    Optimus(&'static optimus::rom::Profile),
    Adnl(&'static adnl::rom::Profile),
}

impl Profile {
    fn of(board: &Board, name: &str) -> Option<Self> {
        let Chip::Amlogic(family) = board.chip() else { return None };
        match board.protocol() {
            Some(Protocol::Optimus) => {
                let found = optimus::rom::profile(name);
                found.filter(|it| it.family().id == family.id).map(Self::Optimus)
            }
            _ => {
                let found = adnl::rom::profile(name);
                found.filter(|it| it.family == u32::from(family.id)).map(Self::Adnl)
            }
        }
    }

    fn names() -> impl Iterator<Item = &'static str> {
        let optimus = optimus::rom::PROFILES.iter().map(|profile| profile.name);
        optimus.chain(adnl::rom::PROFILES.iter().map(|profile| profile.name))
    }
}

/// Which boot file a fused board starts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Signed {
    /// None that is around.
    Nobody,
    /// This one.
    Only(PathBuf),
}

/// What is special about it.
#[derive(Clone, Debug, Default)]
pub struct Amlogic {
    profile: Option<Profile>,
    mode: Option<Mode>,
    signed: Option<Signed>,
    optimus: optimus::rom::Traits,
    adnl: adnl::rom::Traits,
}

/// The program that it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Rom,
    Bl2,
    Bl2e,
    Uboot,
}

impl Amlogic {
    /// Takes an option, if it is one of this family's boards.
    pub(super) fn set(&mut self, board: &Board, key: &str, value: &str) -> Result<bool, String> {
        match key {
            "mode" => self.mode = Some(mode(board, value)?),
            "profile" => self.profile = Some(profile(board, value)?),
            "password" => {
                if !(1..=64).contains(&value.len()) {
                    return Err("`password=`: it has 1 to 64 bytes".into());
                }
                self.optimus.password = Some(value.into());
                self.adnl.password = true;
            }
            "secure" => self.signed = choose(key, value, &ON_OFF)?.then_some(Signed::Nobody),
            "signed" => self.signed = Some(Signed::Only(value.into())),
            "busy" => {
                self.optimus.busy = number::parse_u32(value)?;
                self.adnl.busy = self.optimus.busy;
            }
            "slow" => {
                self.optimus.slow = number::parse_u32(value)?;
                self.adnl.slow = self.optimus.slow;
            }
            "bl2-error" => {
                let code = u8::try_from(number::parse(value)?);
                let code = code.map_err(|_| format!("`bl2-error={value}` is not a byte"))?;
                (self.optimus.amlc_error, self.adnl.bl2_error) = (Some(code), Some(code));
            }
            _ if board.protocol() == Some(Protocol::Optimus) => {
                return self.set_optimus(key, value);
            }
            _ => return self.set_adnl(key, value),
        }
        Ok(true)
    }

    fn set_optimus(&mut self, key: &str, value: &str) -> Result<bool, String> {
        let traits = &mut self.optimus;
        match key {
            "media-error" => traits.media_error = Some(number::parse_u32(value)?),
            "bl2" => {
                traits.bl2_returns = choose(key, value, &[("stays", false), ("returns", true)])?
            }
            "uboot" => {
                let programs = [("vendor", Program::Vendor), ("mainline", Program::Mainline)];
                traits.program = choose(key, value, &programs)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn set_adnl(&mut self, key: &str, value: &str) -> Result<bool, String> {
        let traits = &mut self.adnl;
        match key {
            "damaged" => traits.damaged.push(number::parse_u32(value)?),
            "early-okay" => traits.early_okay = choose(key, value, &ON_OFF)?,
            "protected" => traits.protected = choose(key, value, &ON_OFF)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Refuses what does not go together.
    pub(super) fn check(&self, board: &Board) -> Result<(), String> {
        let Chip::Amlogic(family) = board.chip() else { return Ok(()) };
        if self.optimus.amlc_error.is_some() && matches!(family.flow, Flow::Gx { .. } | Flow::M8) {
            return Err(format!("`bl2-error=`: BL2 of {} tells no codes", family.name));
        }
        if self.optimus.bl2_returns && !matches!(family.flow, Flow::Gx { .. }) {
            return Err(format!("`bl2=returns`: BL2 of {} stays", family.name));
        }
        Ok(())
    }

    fn profile_of(&self, board: &Board) -> Profile {
        let known = || Profile::of(board, board.profile()?);
        self.profile.or_else(known).expect("`Spec` refuses boards without a profile")
    }
}

fn mode(board: &Board, value: &str) -> Result<Mode, String> {
    let modes =
        [("rom", Mode::Rom), ("bl2", Mode::Bl2), ("uboot", Mode::Uboot), ("bl2e", Mode::Bl2e)];
    let known = Profile::of(board, board.profile().unwrap_or_default());
    let two = matches!(known, Some(Profile::Adnl(profile)) if !profile.bl2e.is_empty());
    choose("mode", value, if two { &modes } else { &modes[..3] })
}

fn profile(board: &Board, value: &str) -> Result<Profile, String> {
    let fits = |name: &&str| Profile::of(board, name).is_some();
    let names: Vec<_> = Profile::names().filter(fits).collect();
    Profile::of(board, value).ok_or_else(|| {
        format!("`profile={value}`: for {} it can be {}", board.name, names.join(" or "))
    })
}

/// The board with power. Its eMMC is in a file where the user names one.
pub(super) fn power_on(
    own: &Amlogic,
    board: &Board,
    kept: Kept<'_>,
) -> Result<Box<dyn Device>, PlugError> {
    match own.profile_of(board) {
        Profile::Optimus(profile) => optimus(own, profile, kept),
        Profile::Adnl(profile) => adnl(own, profile, kept),
    }
}

fn optimus(
    own: &Amlogic,
    profile: &'static optimus::rom::Profile,
    kept: Kept<'_>,
) -> Result<Box<dyn Device>, PlugError> {
    use optimus::wire::Stage;
    let flow = profile.family().flow;
    let stage = match (own.mode.unwrap_or_default(), flow) {
        (Mode::Rom, _) => Stage::Rom,
        (Mode::Uboot, _) => Stage::Uboot,
        (_, Flow::G12 { .. }) => Stage::Bl2Amlc,
        _ => Stage::Bl2,
    };
    let mut traits = own.optimus.clone();
    traits.signed = match &own.signed {
        None => None,
        Some(Signed::Nobody) => Some(nobodys_sum()),
        Some(Signed::Only(path)) => {
            let file = read(path)?;
            let bl2 = flow.bl2_length().and_then(|length| file.get(..length));
            let bl2 = bl2.ok_or_else(|| shorter(path))?;
            traits.whole = u32::try_from(file.len()).ok();
            Some(addsum(bl2))
        }
    };
    let medium = profile.medium_on(storage::of(kept, bytes(profile.emmc), 0)?);
    Ok(Box::new(optimus::rom::Rom::new(profile, traits, stage, medium)))
}

/// The sum of a BL2 that does not exist.
fn nobodys_sum() -> u32 {
    addsum(b"a key that nobody has")
}

fn adnl(
    own: &Amlogic,
    profile: &'static adnl::rom::Profile,
    kept: Kept<'_>,
) -> Result<Box<dyn Device>, PlugError> {
    use adnl::wire::Stage;
    let stage = match own.mode.unwrap_or_default() {
        Mode::Rom => Stage::ROM,
        Mode::Bl2 => Stage::BL2,
        Mode::Bl2e => Stage::BL2E,
        Mode::Uboot => Stage::UBOOT,
    };
    let mut traits = own.adnl.clone();
    traits.maker = match &own.signed {
        None => None,
        Some(Signed::Nobody) => Some([0; 32]),
        Some(Signed::Only(path)) => {
            let file = read(path)?;
            // What the mask ROM is sent.
            let start = profile.rom_offset() as usize;
            let part = file.get(start..start + profile.download as usize);
            Some(Sha256::digest(part.ok_or_else(|| shorter(path))?).into())
        }
    };
    let emmc = storage::of(kept, bytes(profile.emmc), 0)?;
    Ok(Box::new(adnl::rom::Rom::new(profile, traits, stage, emmc)))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    crate::files::regular::read(path, SIGNED_LIMIT).map_err(|error| error.to_string())
}

fn shorter(path: &Path) -> String {
    format!("{}: it is shorter than what the mask ROM takes", path.display())
}

/// Sectors in bytes.
fn bytes(sectors: u64) -> u64 {
    sectors * SECTOR as u64
}
