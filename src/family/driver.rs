//! What a family of boards can do: one table of drivers, and everything above goes through it.

use link::{StepId, Watch};

use super::{
    BlockTarget, Identity, Via, allwinner, amlogic, bouffalo, fastboot, mass_storage, rockchip,
    starfive, thead, uboot,
};
use crate::{
    boards::{Board, Protocol, Role, storage::Storage},
    failure::Problem,
    files::disk_image::DiskImage,
    plan::{Artifacts, Loss, Numbered, Start},
    session::Access,
    transport::Stop,
};

/// The user of a command: hears of progress, and may say stop, or yes.
pub trait Desk: Watch {
    /// The board was opened: it is called `name`, and is at `port`.
    fn opened(&mut self, board: &'static Board, name: &str, port: &str);

    /// A step of the plan begins.
    fn begin(&mut self, step: &Numbered<'_>);

    /// What moves after the step under way and belongs to it: kinds of steps, with their bytes.
    fn then(&mut self, bytes: &[(StepId, u64)]);

    /// Whether a question can be answered with yes at all, or was already.
    fn may_agree(&self) -> bool;

    /// Something that only those want to know who asked for more.
    fn detail(&mut self, text: &str);

    /// Asks whether something may be lost. Fails where it may not.
    fn allow(&mut self, loss: &Loss) -> anyhow::Result<()>;
}

/// What a step works with.
pub struct Context<'c> {
    /// The wish to stop.
    pub stop: &'c Stop,
    /// The user of the command.
    pub desk: &'c mut dyn Desk,
}

/// Where an image belongs on a storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The first sector.
    pub sector: u64,
    /// What it is, where it is no disk: `a boot loader (ID block)`.
    pub what: Option<String>,
}

/// A family of boards.
pub trait Driver: Sync {
    /// Refuses a storage that cannot be reached that way today, and says exactly what is possible.
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem>;

    /// Whether its own way to storage is slower than usual networks are.
    fn is_slow(&self) -> bool {
        false
    }

    /// Whether a boot loader has to run before storage is reached that way.
    fn needs_start(&self, via: Via) -> bool {
        let _ = via;
        true
    }

    /// Refuses a board on which no boot loader can be started from memory, and says what can be done with it. Its storage may
    /// be reached without one.
    fn recovers(&self, board: &'static Board) -> Result<(), Problem> {
        let _ = board;
        Ok(())
    }

    /// Refuses files that would not bring the board up. Files that are missing are no error yet.
    fn judge(&self, board: &'static Board, files: &Artifacts) -> Result<(), Problem>;

    /// How the boot loader that reaches storage is brought up, from whatever stage the board is in: each with the stages
    /// that it is for. The files that are missing are named by the step.
    fn starts(&self, board: &'static Board, files: &Artifacts) -> Vec<Start>;

    /// Refuses to read a storage into a file where that cannot be done, and says what is possible.
    fn reads(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reaches(board, storage, via)
    }

    /// Refuses a partition of a storage where no one tells where that is. A table on it tells, which is read.
    fn divides(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reads(board, storage, via)
    }

    /// Whether what was written can be verified at all.
    fn verifies(&self, board: &'static Board) -> bool {
        let _ = board;
        true
    }

    /// Whether boards can be restarted at all.
    fn restarts(&self) -> bool {
        true
    }

    /// Where an image belongs. Fails where it is for something else than this storage.
    fn place(
        &self,
        board: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        let _ = (board, storage, image);
        Ok(Placement { sector: 0, what: None })
    }

    /// The role of an image that is one of the board's boot loader files, too, and brings it up where no other file does.
    fn serves(&self, image: &DiskImage) -> Option<Role> {
        let _ = image;
        None
    }

    /// The files that belong to an image and are written after it, in that order, each with its place.
    fn also(
        &self,
        board: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Vec<(Role, Placement)> {
        let _ = (board, storage, image);
        Vec::new()
    }

    /// Opens the conversation with the one board that is meant. Fails where it is of another family.
    fn open(
        &self,
        board: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>>;

    /// Files for a simulated board that the user did not name: what its ROM takes for a boot loader. `None`: none has that role.
    fn made_up(&self, board: &'static Board, role: Role) -> Option<Vec<u8>>;
}

/// A conversation with one board: it keeps what it has learnt of it.
pub trait Conversation {
    /// What messages call the board: `port 1-1.4`.
    fn name(&self) -> &str;

    /// The port, for scripts.
    fn port(&self) -> String;

    /// Asks which program answers on which SoC: questions that change nothing.
    fn identify(&mut self, cx: &mut Context<'_>) -> anyhow::Result<Identity>;

    /// Refuses a board that takes nothing without its password, and says what unlocks it. Goes by what it said last.
    fn require_unlocked(&self) -> anyhow::Result<()> {
        Ok(())
    }

    /// Carries out one start, and asks what came up. Fails, before a byte is sent, where another board came to the port.
    fn start(
        &mut self,
        start: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity>;

    /// The storage, chosen and made sure of, and the way that its data take; `None`: the one that is chosen already.
    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>>;

    /// Whether to choose a storage changes nothing on the board but its memory, so that a dry run may do it.
    fn chooses_freely(&self) -> bool {
        false
    }

    /// Has what is written sent at a faster rate, if the board has one.
    fn hurry(&mut self) {}

    /// Restarts the board into what is on its storage.
    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()>;

    /// Ends the conversation: says what there is to say, and completes recordings. An error of the `outcome` gets the
    /// board's name.
    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()>;
}

/// The driver for a board. Fails for boards that are known and not flashed yet.
pub fn driver(board: &'static Board) -> Result<&'static dyn Driver, Problem> {
    match board.protocol() {
        Some(Protocol::Rockusb) => Ok(&rockchip::Rockchip),
        Some(Protocol::Fel) => Ok(&allwinner::Allwinner),
        Some(Protocol::Starfive) => Ok(&starfive::Starfive),
        Some(Protocol::Bouffalo) => Ok(&bouffalo::Bouffalo),
        Some(Protocol::Cct) => Ok(&thead::Thead),
        Some(Protocol::Uboot) => Ok(&uboot::Uboot),
        Some(Protocol::Optimus | Protocol::Adnl) => Ok(&amlogic::Amlogic),
        Some(Protocol::Fastboot) => Ok(&fastboot::Fastboot),
        Some(Protocol::Ums) => Ok(&mass_storage::MassStorage),
        None => {
            let why = board.is_flashable().err().unwrap_or("its family is not spoken to yet");
            Err(Problem::Refused(format!("{}: {why}", board.name)))
        }
    }
}
