//! The conversation with one board: mask ROM, BL2 or the vendor's U-Boot.

use amlogic::{
    adnl,
    families::Family,
    optimus::{self, wire::Lock},
};
use anyhow::Context as _;

use super::{
    Identification, Program, Restart, boot_files, burn_mode::uboot, restart, stages::Stages,
    stages::Way, target::Target, told,
};
use crate::{
    boards::{Board, storage::Storage},
    family::{self, BlockTarget, Context, Conversation, Identity, Via},
    plan::{Artifacts, Start},
    session::{Access, Opened, is_amlogic},
    transport::Stop,
};

/// What is said if the board does not return.
const MAINLINE: &str = "the board did not return with the vendor's U-Boot in its burn mode, which reaches its eMMC. If the boot file \
                        holds a mainline U-Boot, that has no such mode: `racklet-flash amlogic boot FILE --script 'ums 0 mmc 2'` has \
                        it show the eMMC as a USB disk (2: on GX; 1 elsewhere)";

/// A board of Amlogic's.
pub(super) struct Talk {
    opened: Opened,
    port: String,
    /// The family of the board that is meant.
    family: &'static Family,
    /// Who answered last.
    who: Option<Identification>,
    /// The sectors of the eMMC, once they were asked for.
    sectors: Option<Option<u64>>,
}

impl Talk {
    pub(super) fn open(
        board: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        let family = super::family_of(board)?;
        let opened = family::open(access, is_amlogic, stop)?;
        let port = opened.board.port().unwrap_or_default();
        Ok(Self { opened, port, family, who: None, sectors: None })
    }

    fn ask(&mut self) -> anyhow::Result<Identity> {
        let who = Identification::ask(&mut self.opened.board)?;
        let chip_id = who.chip_id(&mut self.opened.board)?;
        let identity = Identity { chip_id, ..told(&who) };
        self.who = Some(who);
        Ok(identity)
    }

    fn who(&mut self) -> anyhow::Result<&Identification> {
        if self.who.is_none() {
            self.ask()?;
        }
        self.who.as_ref().context("the board was identified")
    }
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.opened.name
    }

    fn port(&self) -> String {
        self.port.clone()
    }

    fn identify(&mut self, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        self.ask()
    }

    fn require_unlocked(&self) -> anyhow::Result<()> {
        match &self.who {
            Some(who) if who.lock() == Lock::Locked => Err(locked(who)),
            _ => Ok(()),
        }
    }

    fn start(
        &mut self,
        start: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        let stages = Stages::of(boot_files(&start.files, files)?);
        self.who()?;
        let Self { opened, family, who, .. } = self;
        let who = who.as_ref().context("the board was identified")?;
        let mut way = Way {
            board: &mut opened.board,
            soc: Some(*family),
            password: None,
            stop: cx.stop,
            watch: cx.desk,
        };
        stages.run(who, &mut way).map_err(advised)?;
        self.ask()
    }

    fn target(
        &mut self,
        _: Option<(Storage, Via)>,
        _: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let mut uboot = uboot(&mut self.opened.board);
        let sectors = match self.sectors {
            Some(sectors) => sectors,
            None => uboot.sectors().context("find out how long the eMMC is")?,
        };
        self.sectors = Some(sectors);
        Ok(Box::new(Target::new(uboot, sectors)))
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        self.who()?;
        let Self { opened, who, .. } = self;
        let who = who.as_ref().context("the board was identified")?;
        restart(Restart::Normal, who, &mut opened.board, cx.stop, cx.desk)
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        self.opened.end(outcome, cx.stop, cx.desk)
    }
}

/// A board that did not return may have started something that never does.
fn advised(error: anyhow::Error) -> anyhow::Error {
    use crate::transport::Missing;
    match error.chain().any(|cause| matches!(cause.downcast_ref(), Some(Missing::Lost { .. }))) {
        true => error.context(MAINLINE),
        false => error,
    }
}

/// The error of a board that takes nothing without its password.
fn locked(who: &Identification) -> anyhow::Error {
    match who.program {
        Program::Optimus(_) => {
            use optimus::host::{Cause, Error, Step};
            let cause = Cause::Locked;
            Error { step: Step::Identify, request: None, cause, done: None }.into()
        }
        Program::Adnl(_) => {
            use adnl::host::{Action, Cause, Error, Step};
            let cause = Cause::Password;
            Error { step: Step::Identify, action: Action::Check, cause, good: None }.into()
        }
    }
}
