//! What is to be done with a board, as data: the plan that is shown is the plan that runs.

mod artifacts;
mod job;
mod known;
mod loss;
mod medium;
mod rehearse;
mod run;
mod step;

pub use artifacts::{Artifact, Artifacts};
pub use job::{Done, Job, OpenImage, closed};
pub use known::{Known, Memory};
pub use loss::{HEAD, Loss, contents};
pub use rehearse::{Seen, rehearse};
pub use run::{Expected, Inputs, Outcome, look, run};
pub use step::{Action, Content, Numbered, Plan, Start, Step, When};

use link::Check;

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    family::{How, Placement, Via, driver},
    files::disk_image::DiskImage,
};

/// What a board is to become.
pub enum Goal {
    /// A boot loader runs in its memory; nothing is written.
    Recover,
    /// An image is on its storage.
    Flash {
        /// Where it goes.
        to: Place,
        /// The way that it takes.
        via: Via,
        /// How it is written.
        how: How,
        /// Whether the SoC is set to start from there.
        set_boot: bool,
        /// Whether the board is restarted.
        restart: bool,
    },
    /// Its storage was compared with an image.
    Verify {
        /// What is compared.
        to: Place,
        /// How it is reached.
        via: Via,
    },
    /// Its storage was read.
    Backup {
        /// What is read.
        from: Storage,
        /// How it is reached.
        via: Via,
    },
}

impl Goal {
    /// Whether a boot loader has to be brought up for it. Fails where none can be.
    fn needs_start(&self, board: &'static Board) -> Result<bool, Problem> {
        let driver = driver(board)?;
        let needs = self.via().is_none_or(|via| driver.needs_start(via));
        if needs {
            driver.recovers(board)?;
        }
        Ok(needs)
    }

    /// The way to the storage; `None`: none is touched.
    fn via(&self) -> Option<Via> {
        match self {
            Self::Recover => None,
            Self::Flash { via, .. } | Self::Verify { via, .. } | Self::Backup { via, .. } => {
                Some(*via)
            }
        }
    }
}

/// Where an image goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To a storage, where what it is belongs.
    On(Storage),
    /// To a partition of a storage.
    Partition(Storage, String),
}

impl Place {
    /// The storage.
    pub fn storage(&self) -> Storage {
        match self {
            Self::On(storage) | Self::Partition(storage, _) => *storage,
        }
    }

    /// What `--to` names: a storage of the board, or a partition of its first one. Fails where the board has no such
    /// storage.
    pub fn parse(board: &Board, text: Option<&str>) -> Result<Self, Problem> {
        let first = board.default_storage();
        let unsaid = || {
            let text = format!("{} does not say which storage an image goes to", board.name);
            Problem::Usage(text).advised("add --to STORAGE: emmc, sd, nvme, usb, …")
        };
        let Some(text) = text else { return first.map(Self::On).ok_or_else(unsaid) };
        let kinds: Vec<_> = board.storages().iter().map(|entry| entry.kind).collect();
        let named = |kind: &&Storage| {
            kind.name() == text
                || text == "spi" && matches!(kind, Storage::SpiNor | Storage::SpiNand)
        };
        if let Some(kind) = kinds.iter().find(named) {
            return Ok(Self::On(*kind));
        }
        let boots = [Storage::EmmcBoot0, Storage::EmmcBoot1]
            .into_iter()
            .filter(|boot| kinds.contains(&boot.device()));
        if let Some(boot) = boots.into_iter().find(|boot| boot.name() == text) {
            return Ok(Self::On(boot));
        }
        if text == "spi" || Storage::ALL.iter().any(|known| known.name() == text) {
            let names: Vec<_> = kinds.iter().map(|kind| kind.name()).collect();
            let text =
                format!("{} has no {text}; its storages are {}", board.name, names.join(", "));
            return Err(Problem::Refused(text));
        }
        first.map(|first| Self::Partition(first, text.into())).ok_or_else(unsaid)
    }
}

/// Makes the plan. What depends on the stage that the board is in has a condition.
pub fn plan(
    board: &'static Board,
    goal: &Goal,
    files: &Artifacts,
    image: Option<&DiskImage>,
) -> Result<Plan, Problem> {
    let driver = driver(board)?;
    let mut plan = Plan::new(board);
    plan.push(Action::Find);
    let starts = goal.needs_start(board)?;
    for start in driver.starts(board, files).into_iter().filter(|_| starts) {
        plan.when(When::Stage(start.from.clone()), Action::Start(start));
    }
    match goal {
        Goal::Recover => {}
        Goal::Flash { to, via, how, set_boot, restart } => {
            let at = place(board, to, *via, image)?;
            plan.push(Action::Choose(to.storage(), *via));
            // A plan does not promise what the board cannot do.
            let check = match how.check {
                Check::Best if !driver.verifies(board) => Check::None,
                check => check,
            };
            let how = How { check, ..*how };
            for (content, at, image) in contents_of(board, to, at, files, image) {
                plan.push(Action::Write { content, to: to.clone(), at, how, image });
            }
            if *set_boot {
                plan.push(set_boot_to(board, to, *via)?);
            }
            if *restart && driver.restarts() {
                plan.push(Action::Restart);
            }
        }
        Goal::Verify { to, via } => {
            let at = place(board, to, *via, image)?;
            plan.push(Action::Choose(to.storage(), *via));
            for (content, at, image) in contents_of(board, to, at, files, image) {
                plan.push(Action::Compare { content, to: to.clone(), at, image });
            }
        }
        Goal::Backup { from, via } => {
            driver.reads(board, *from, *via)?;
            plan.push(Action::Choose(*from, *via));
            plan.push(Action::Read { from: *from });
        }
    }
    Ok(plan)
}

/// Setting what the SoC starts from, which U-Boot can for an eMMC.
fn set_boot_to(board: &Board, to: &Place, via: Via) -> Result<Action, Problem> {
    let storage = to.storage();
    if via != Via::Ethernet || storage.device() != Storage::Emmc || *to != Place::On(storage) {
        let text = "--set-boot has U-Boot set what the SoC starts from: it goes with --to emmc, emmc-boot0 or emmc-boot1, over \
                    Ethernet";
        return Err(Problem::Usage(text.into()));
    }
    let area = storage.name().strip_prefix("emmc-");
    let bus = board.layout().into_iter().find(|layout| {
        layout.on.contains(&Storage::Emmc) && area.is_some() && layout.area.as_deref() == area
    });
    Ok(Action::SetBoot(storage, bus.and_then(|layout| layout.boot_bus)))
}

/// The image and the files that belong to it, in the order in which they are written: each with its place and in words.
fn contents_of(
    board: &'static Board,
    to: &Place,
    at: Placement,
    files: &Artifacts,
    image: Option<&DiskImage>,
) -> Vec<(Content, Placement, String)> {
    let mut all = vec![(Content::Image, at, described(image))];
    if let (Place::On(storage), Some(image), Ok(driver)) = (to, image, driver(board)) {
        for (role, at) in driver.also(board, *storage, image) {
            let name =
                files.get(role).map(|file| format!("{}: {} bytes", file.name, file.bytes.len()));
            let name = name.unwrap_or_else(|| format!("the file for {}", role.name()));
            all.push((Content::File(role), at, name));
        }
    }
    all
}

fn described(image: Option<&DiskImage>) -> String {
    image.map_or_else(String::new, DiskImage::describe)
}

fn place(
    board: &'static Board,
    to: &Place,
    via: Via,
    image: Option<&DiskImage>,
) -> Result<Placement, Problem> {
    let driver = driver(board)?;
    driver.reaches(board, to.storage(), via)?;
    match (to, image) {
        (Place::On(storage), Some(image)) => driver.place(board, *storage, image),
        // Where a partition begins, its table says, which is read.
        (Place::Partition(storage, _), _) => {
            driver.divides(board, *storage, via)?;
            Ok(Placement { sector: 0, what: None })
        }
        (_, None) => Ok(Placement { sector: 0, what: None }),
    }
}

/// The roles that a board's files have, in the order in which they are asked for.
pub fn roles(board: &Board) -> Vec<Role> {
    let files = board.files();
    Role::ALL.into_iter().filter(|role| files.iter().any(|file| file.role == *role)).collect()
}
