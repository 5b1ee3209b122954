//! The conversation with one board: mask ROM, usbplug or loader.

use std::path::Path;

use anyhow::Context as _;
use rockusb::{
    chips,
    host::{Rock, State},
    wire::{self, ResetKind},
};

use super::{Load, Target, seen};
use crate::{
    boards::{Role, storage::Storage},
    family::{self, BlockTarget, Context, Conversation, Identity, Stage, Via},
    plan::{Artifacts, Start},
    session::{Access, Opened, UsbSession, is_rockchip},
    transport::Stop,
};

/// A board of Rockchip's.
pub(super) struct Talk {
    opened: Opened,
    port: String,
}

impl Talk {
    pub(super) fn open(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let opened = family::open(access, is_rockchip, stop)?;
        let port = opened.board.port().unwrap_or_default();
        Ok(Self { opened, port })
    }
}

/// Asks which program answers, on which SoC. Mask ROM, usbplug and loader have the same ids: a command tells them apart.
pub fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    let seen = seen(board);
    let state = seen.probe(&mut board.link)?;
    let (stage, mode) = match state {
        State::Maskrom => (Stage::MaskRom, "mask ROM"),
        State::Usbplug => (Stage::Usbplug, "usbplug (loader in memory)"),
        State::Loader => (Stage::Loader, "loader (on flash)"),
    };
    let by_ids = chips::by_product(seen.product).map(|chip| chip.name.to_owned());
    let mut identity = Identity {
        vendor: "Rockchip",
        stage,
        mode,
        number: by_ids.is_none().then(|| format!("id {:#06x}", seen.product)),
        socs: by_ids.into_iter().collect(),
        chip_id: None,
        medium: None,
    };
    // The program itself may say more than the ids do; mainline's does not know some questions.
    if state != State::Maskrom
        && let Ok(info) = Rock::new(&mut board.link).chip_info()
        && let Some(chip) = chips::by_code(info.code())
    {
        (identity.socs, identity.number) = (vec![chip.name.into()], None);
    }
    Ok(identity)
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.opened.name
    }

    fn port(&self) -> String {
        self.port.clone()
    }

    fn identify(&mut self, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        identify(&mut self.opened.board)
    }

    fn start(
        &mut self,
        _: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        let file = files.require(Role::Loader)?;
        let load = Load::of(Path::new(&file.name), file.bytes.clone())?;
        load.send(&mut self.opened.board, cx.stop, cx.desk)?;
        identify(&mut self.opened.board)
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        _: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let board = &mut self.opened.board;
        if let Some((storage, _)) = storage {
            let numbers: Vec<_> = wire::Storage::candidates(storage.name());
            let chosen = Rock::answered(&mut board.link).choose_storage(&numbers);
            chosen.with_context(|| format!("choose {storage}"))?;
        }
        Ok(Box::new(Target::open(board)?))
    }

    fn restart(&mut self, _: &mut Context<'_>) -> anyhow::Result<()> {
        Ok(Rock::answered(&mut self.opened.board.link).reset(ResetKind::Normal)?)
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        self.opened.end(outcome, cx.stop, cx.desk)
    }
}
