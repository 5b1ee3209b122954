//! `boot` and `upgrade-loader`: loaders, on their way to memory and to storage.

use std::path::Path;

use rockusb::host::State;
use serde_json::{Value, json};

use super::job::{Context, Job};
use crate::{
    cli::verified,
    family::rockchip::{Load, Older, Replacing, Sent, Upgrade},
    report::Answer,
};

/// Sends a loader to the mask ROM.
pub(super) struct Boot(pub(super) Load);

impl Job for Boot {
    fn plan(&self) -> Vec<String> {
        self.0.plan()
    }

    fn is_boot(&self) -> bool {
        true
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let Sent { bytes, state, soc } =
            self.0.send(context.board, context.stop, &mut context.operator)?;
        Ok(match state {
            State::Maskrom => Answer::new("", json!({"bytes": bytes, "state": "maskrom"})),
            _ => Answer::new("", json!({"bytes": bytes, "state": state.to_string(), "soc": soc})),
        })
    }
}

/// Writes an ID block.
pub(super) struct UpgradeLoader(Upgrade);

impl UpgradeLoader {
    pub(super) fn of(file: &Path) -> anyhow::Result<Self> {
        Upgrade::of(file).map(Self)
    }
}

impl Job for UpgradeLoader {
    fn plan(&self) -> Vec<String> {
        self.0.plan()
    }

    fn replacing(&self) -> Option<&dyn Replacing> {
        Some(&self.0)
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut target, mut session) = context.target()?;
        self.0.require(&mut target, session.cx().desk)?;
        session.confirm(&mut target, self.0.destroys())?;
        let (known, older) = self.0.write(&mut target, session.cx().desk)?;
        let mut fields = verified::fields(&known);
        fields["sector"] = json!(target.survey().id_block());
        fields["sectors"] = json!(self.0.sectors());
        fields["older_copies"] = copies(&older);
        Ok(Answer::new("", fields))
    }
}

/// What became of older ID blocks.
pub(super) fn copies(older: &[Older]) -> Value {
    let copy = |older: &Older| json!({"sector": older.sector, "cleared": older.cleared});
    older.iter().map(copy).collect()
}
