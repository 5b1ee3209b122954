//! Burning packages: all of one goes to the board.

mod table;

use std::path::{Path, PathBuf};

use amlogic::{
    families::{Family, Flow},
    image,
    package::{Burn, Item, Platform, Step},
};
use anyhow::Context as _;
use link::{Source, StepId, SubSource, Watch};

use super::{
    Identification, Restart, Way,
    burn_mode::{Initial, ONCE, Uboot, uboot},
    details::is_secure,
    restart,
    stages::{Files, Stages},
};
use crate::{
    failure::Problem,
    files::{
        Input,
        amlogic::{Checked, describe::families},
        trouble,
    },
    transport::Stop,
};

/// The longest boot file that is believed.
const BOOT_FILE: u64 = 64 << 20;

/// What an error means once U-Boot was left.
const LEFT: &str = "the board was led from its U-Boot to its mask ROM, and nothing was written: off and on it starts as before, and \
                    --stay uses the U-Boot that runs";

/// What an error means after the last part was verified.
const ONLY_RESTART: &str = "all of the package was written and verified; only the restart failed: switch the board off and on";

/// What an error means once writing has begun.
const CUT: &str = "the package is not on the board as a whole: the same command begins again, from the mask ROM if need be";

/// How a package is burnt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choices {
    /// What is erased first.
    pub(crate) erase: Initial,
    /// Whether a U-Boot that runs is used; otherwise the board goes through its mask ROM, which starts only what is for it.
    pub(crate) stay: bool,
    /// Whether the board is restarted in the end.
    pub(crate) reset: bool,
}

/// A package that is sound, and how it is burnt.
pub(crate) struct Burning {
    path: PathBuf,
    package: Checked,
    pub(crate) choices: Choices,
}

impl Burning {
    /// Opens a package. Fails where it is damaged, or could not be burnt.
    pub(crate) fn open(
        path: &Path,
        choices: Choices,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        let package = Checked::open(path, stop, watch)?;
        let mut burning = Self { path: path.to_owned(), package, choices };
        if let Input::Bytes(_) = burning.package.input {
            let text = "a package is read here and there: it has to be a file";
            return Err(Problem::Usage(text.into()).into());
        }
        let name = || path.display().to_string();
        burning.boot(false).with_context(name)?;
        table::check(&burning.package.sound, &mut burning.package.input).with_context(name)?;
        Ok(burning)
    }

    /// How it is burnt.
    fn burn(&self, secure: bool) -> Result<Burn<'_>, image::Unsound> {
        let package = &self.package.sound.package;
        if package.is_adnl() { package.burn() } else { package.burn_optimus(secure) }
    }

    /// The job of bringing U-Boot up with the package's own files.
    fn boot(&mut self, secure: bool) -> anyhow::Result<Stages> {
        let burn = self.burn(secure)?;
        let items = [burn.first.clone(), burn.second.clone()];
        let files = items
            .map(|item| bytes(&item, &mut self.package.input).map(|bytes| (item.name(), bytes)));
        let [first, second] = files;
        let (first, second) = (first?, second?);
        // What a fused board alone can read is known by what it is not.
        let unread = |file: &(String, Vec<u8>)| image::layout(&file.1).is_none();
        let encrypted = !self.package.sound.package.is_adnl() && unread(&first) && unread(&second);
        // G12 and its kin ask for all of it by parts, of which the other item is the first.
        let whole = match encrypted {
            true => self.is_g12(),
            false => image::check(&second.1).is_ok_and(|image| image.bl2.is_some()),
        };
        let second = match whole {
            true => vec![second],
            // A pair whose second file follows BL2.
            false => vec![first, (format!("{}.tpl", second.0), second.1)],
        };
        Ok(Stages::of(Files::of(second, encrypted)?))
    }

    /// Whether the package's addresses are those of G12 and its kin.
    fn is_g12(&self) -> bool {
        let mut families = self.package.sound.platform.into_iter().flat_map(Platform::families);
        families.any(|family| matches!(family.flow, Flow::G12 { .. }))
    }

    /// What is done, in words.
    pub(crate) fn plan(&self) -> Vec<String> {
        let Ok(burn) = self.burn(false) else { return Vec::new() };
        let mut lines = vec![match self.choices.stay {
            true => "start U-Boot with the package's own boot files, unless it runs already".into(),
            false => {
                "go to the mask ROM, and start U-Boot with the package's own boot files".to_owned()
            }
        }];
        lines.extend(burn.steps.iter().filter_map(|step| self.line(step)));
        lines.extend(self.choices.reset.then(|| "restart the board".into()));
        lines
    }

    fn line(&self, step: &Step<'_>) -> Option<String> {
        let size = |item: &Item| item.range.end - item.range.start;
        match step {
            Step::Mark(_) => None,
            Step::Memory(item, name) => {
                Some(format!("put {} into memory as {name}: {} bytes", item.name(), size(item)))
            }
            Step::Header(item) => Some(format!(
                "put {} into memory as the storage's header, where the board needs it",
                item.name()
            )),
            Step::Initial => Some(match self.choices.erase.erases() {
                Some(what) => format!("erase {what}, and lay out the storage"),
                None => "lay out the storage; nothing is erased".into(),
            }),
            Step::Partition(item, name) => Some(format!(
                "write partition {name} and have the board compare its SHA-1: {} bytes",
                size(item)
            )),
            Step::Save => Some("keep the default environment".into()),
        }
    }

    /// What of the board's storage is lost, in words.
    pub(crate) fn destroys(&self) -> Result<String, image::Unsound> {
        let names = names(&self.burn(false)?);
        let erases = self.choices.erase.erases().map(|what| format!("erases {what}, and "));
        let (erases, file) = (erases.unwrap_or_default(), self.path.display());
        Ok(format!("{erases}overwrites the partitions {names} by those of {file}"))
    }

    /// Refuses a board that the package is not for, as far as either tells.
    pub(crate) fn check(
        &self,
        who: &Identification,
        soc: Option<&'static Family>,
    ) -> Result<(), Problem> {
        let (newer, board) = (self.package.sound.package.is_adnl(), who.is_adnl());
        let refused = |text: String| {
            Err(Problem::Refused(format!("{}: {text}; nothing was written", self.path.display())))
        };
        if newer != board {
            let (package, board) = match newer {
                true => ("the S905X4 and newer", "is older"),
                false => ("boards before the S905X4", "is newer"),
            };
            return refused(format!("the package is for {package}, and this board {board}"));
        }
        let told = families(self.package.sound.platform);
        let board = who.families_or(soc);
        let known = board.iter().any(|family| told.contains(&family.name));
        let found = who.soc_or(soc);
        if let Some(found) = found.filter(|_| !told.is_empty() && !known) {
            return refused(format!(
                "the package is for {}, the board is {found}",
                told.join(", ")
            ));
        }
        Ok(())
    }

    /// Burns it on a board that [`check`](Self::check) has let pass; the partitions that were written and verified, with
    /// their bytes.
    pub(crate) fn run(
        mut self,
        who: &Identification,
        way: &mut Way<'_>,
    ) -> anyhow::Result<Vec<(String, u64)>> {
        let stays = who.is_uboot() && self.choices.stay;
        let secure = match who.is_uboot() && !stays {
            true => {
                let who = to_rom(who, way)?;
                self.bring_up(&who, way).context(LEFT)?
            }
            false => self.bring_up(who, way)?,
        };
        let reset = self.choices.reset;
        let mut uboot = uboot(way.board);
        if stays && uboot.initial_once() {
            way.watch.note(ONCE);
        }
        let written = self.steps(secure, &mut *uboot, (way.stop, &mut *way.watch)).context(CUT)?;
        if reset {
            way.watch.step(StepId::RESTART, "restart", 0);
            uboot.restart().context(ONLY_RESTART)?;
        }
        Ok(written)
    }

    /// Has U-Boot run, where it does not; whether the board starts only what its maker signed.
    fn bring_up(&mut self, who: &Identification, way: &mut Way<'_>) -> anyhow::Result<bool> {
        self.check(who, way.soc)?;
        let secure = is_secure(way.board, who)?;
        if !who.is_uboot() {
            self.boot(secure)?.run(who, way)?;
        }
        Ok(secure)
    }

    /// All that is done in U-Boot; the partitions that were written.
    fn steps(
        &mut self,
        secure: bool,
        uboot: &mut dyn Uboot,
        (stop, watch): (&Stop, &mut dyn Watch),
    ) -> anyhow::Result<Vec<(String, u64)>> {
        let package = self.package.sound.package.clone();
        let burn = match package.is_adnl() {
            true => package.burn()?,
            false => package.burn_optimus(secure)?,
        };
        uboot.begin()?;
        let mut work = Work { input: &mut self.package.input, uboot, watch, written: Vec::new() };
        for step in &burn.steps {
            if stop.asked() {
                return Err(Problem::Interrupted.into());
            }
            work.step(step, self.choices.erase)?;
        }
        Ok(work.written)
    }
}

/// A package on its way.
struct Work<'w> {
    input: &'w mut Input,
    uboot: &'w mut dyn Uboot,
    watch: &'w mut dyn Watch,
    /// The partitions that were written.
    written: Vec<(String, u64)>,
}

impl Work<'_> {
    fn step(&mut self, step: &Step<'_>, erase: Initial) -> anyhow::Result<()> {
        match step {
            Step::Mark(mark) => self.uboot.mark(*mark),
            Step::Memory(item, name) => self.memory(item, name),
            Step::Header(item) => match self.uboot.needs_header()? {
                true => self.memory(item, "sheader"),
                false => Ok(()),
            },
            Step::Initial => {
                let what = erase.erases().map_or("lay out the storage", |_| "erase the storage");
                self.watch.step(StepId::ERASE, what, 0);
                self.uboot.initial(erase)
            }
            Step::Partition(item, name) => self.partition(item, name),
            Step::Save => self.uboot.save(),
        }
    }

    fn memory(&mut self, item: &Item, name: &str) -> anyhow::Result<()> {
        let mut source = SubSource::new(self.input, item.range.clone());
        self.uboot.write_memory(name, &mut source, self.watch).with_context(|| item.name())
    }

    fn partition(&mut self, item: &Item, name: &str) -> anyhow::Result<()> {
        let mut source = SubSource::new(self.input, item.range.clone());
        let size = source.size();
        self.uboot
            .write_part(name, item.format, &mut source, self.watch)
            .with_context(|| item.name())?;
        self.written.push((name.into(), size));
        Ok(())
    }
}

/// The partitions that a burn writes, in words.
fn names(burn: &Burn<'_>) -> String {
    let names = burn.steps.iter().filter_map(|step| match step {
        Step::Partition(_, name) => Some(*name),
        _ => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// All of a boot item.
fn bytes(item: &Item, input: &mut Input) -> anyhow::Result<Vec<u8>> {
    let size = item.range.end - item.range.start;
    if size > BOOT_FILE {
        let text = format!("item {}: {size} bytes are too many for a boot file", item.name());
        return Err(Problem::BadInput(text).into());
    }
    // At most 64 MiB.
    let mut bytes = vec![0; size as usize];
    let read = input.read_at(item.range.start, &mut bytes);
    read.map_err(|error| trouble(&error))?;
    Ok(bytes)
}

/// From U-Boot to the mask ROM, which tells its family and starts nothing that is not for the board. A U-Boot that came
/// over USB is left too: it may have laid out the storage already, for another package, and does that only once.
fn to_rom(who: &Identification, way: &mut Way<'_>) -> anyhow::Result<Identification> {
    way.watch.step(StepId::RESTART, "go to the mask ROM", 0);
    restart(Restart::Rom, who, way.board, way.stop, way.watch)?;
    Identification::meet(way).context(LEFT)
}
