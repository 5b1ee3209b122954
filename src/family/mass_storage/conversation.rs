//! The one disk at a board's port.

use std::time::Duration;

use super::{Held, Target, require_kernel, unopened};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{BlockTarget, Context, Conversation, Identity, Medium, Stage, Via},
    plan::{Artifacts, Start},
    session::Access,
    transport::{self, Stop},
};

/// The conversation, and the disk.
pub(super) struct Talk {
    held: Held,
    chosen: Option<Storage>,
    stop: Stop,
}

impl Talk {
    pub(super) fn open(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        require_kernel(access)?;
        let Some(port) = access.usb_port()? else {
            return Err(Problem::Usage("which USB disk is the board's is not guessed".into())
                .advised(
                    "name its port with --port, as `lsusb -t` or `racklet-flash doctor` shows it",
                )
                .into());
        };
        let lock = transport::lock_port(port)?;
        let wait = access.wait.unwrap_or(Duration::ZERO);
        let found = transport::find_disk(port, wait, stop).map_err(unopened)?;
        Ok(Self { held: Held::open(found, lock)?, chosen: None, stop: stop.clone() })
    }

    fn medium(&self) -> Medium {
        let found = &self.held.disk.found;
        Medium {
            kind: self.chosen,
            sectors: Some(found.sectors),
            id: Some(found.model.clone()),
            boots: None,
            part: None,
        }
    }
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.held.name
    }

    fn port(&self) -> String {
        self.held.disk.found.port.to_string()
    }

    fn identify(&mut self, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        Ok(Identity {
            vendor: "U-Boot",
            stage: Stage::Uboot,
            mode: "U-Boot (as a USB disk)",
            socs: Vec::new(),
            number: None,
            chip_id: None,
            medium: Some(self.medium()),
        })
    }

    fn start(&mut self, _: &Start, _: &Artifacts, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        Err(Problem::Refused("U-Boot runs already".into()).into())
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        _: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        self.chosen = storage.map(|(storage, _)| storage).or(self.chosen);
        Ok(Box::new(Target::new(&self.held.disk, self.medium(), &self.stop)))
    }

    fn restart(&mut self, _: &mut Context<'_>) -> anyhow::Result<()> {
        let text = "a board that shows a USB disk cannot be restarted over USB";
        Err(Problem::Refused(text.into()).into())
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        _: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        outcome.map_err(|error| match error.downcast_ref() {
            Some(Problem::Unconfirmed(_)) => error,
            _ => error.context(self.held.name.clone()),
        })
    }
}
