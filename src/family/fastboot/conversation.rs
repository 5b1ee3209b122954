//! The conversation with one board: its mask ROM, or a U-Boot in fastboot.

use anyhow::Context as _;
use fastboot::wire::Reboot;

use super::{
    Identification, Program, Target, files_of,
    identity::told,
    partition::of_storage,
    stages::{Way, boot, restart},
    variants,
};
use crate::{
    boards::{Board, storage::Storage},
    failure::Problem,
    family::{self, BlockTarget, Context, Conversation, Identity, Via},
    plan::{Artifacts, Start},
    session::{Access, Opened, is_fastboot},
    transport::Stop,
};

/// What is to be known of a K1's U-Boot, which chooses the storage by itself.
const DRIVE: &str =
    "the K1's U-Boot writes to an NVMe drive instead of the eMMC where one is plugged in";

/// A board that speaks fastboot.
pub(super) struct Talk {
    opened: Opened,
    port: String,
    /// The board that is meant.
    board: &'static Board,
    /// Who answered last.
    who: Option<Identification>,
    /// The storage that was chosen.
    chosen: Storage,
}

impl Talk {
    pub(super) fn open(
        board: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        let opened = family::open(access, is_fastboot, stop)?;
        let port = opened.board.port().unwrap_or_default();
        Ok(Self { opened, port, board, who: None, chosen: Storage::Emmc })
    }

    fn ask(&mut self) -> anyhow::Result<Identity> {
        let who = Identification::ask(&mut self.opened.board)?;
        let identity = told(&who, &self.opened.board);
        self.who = Some(who);
        Ok(identity)
    }

    fn who(&mut self) -> anyhow::Result<Identification> {
        if self.who.is_none() {
            self.ask()?;
        }
        self.who.clone().context("the board was identified")
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

    fn start(
        &mut self,
        start: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        let files = files_of(&start.files, files)?;
        let (who, variants) = (self.who()?, variants(self.board));
        let mut way = Way { board: &mut self.opened.board, stop: cx.stop, watch: cx.desk };
        boot(&files, &who, &variants, &mut way)?;
        self.ask()
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let who = self.who()?;
        if storage.is_some() && who.program == Program::K1Uboot {
            cx.desk.note(DRIVE);
        }
        self.chosen = storage.map_or(self.chosen, |(storage, _)| storage);
        let place = of_storage(who.program, self.chosen)?;
        // Another partition may be meant, and be there.
        let board = &mut self.opened.board;
        Ok(Box::new(Target::of_storage(board, &who, (self.chosen, place))?))
    }

    fn restart(&mut self, _: &mut Context<'_>) -> anyhow::Result<()> {
        match self.who()?.program.is_uboot() {
            true => restart(Reboot::System, &mut self.opened.board),
            false => Err(Problem::Refused("the board is in its mask ROM".into()).into()),
        }
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        self.opened.end(outcome, cx.stop, cx.desk)
    }
}
