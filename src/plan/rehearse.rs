//! A dry run on a board: which steps it needs, and whether its storage has room. Nothing is changed.

use super::{
    Action, Artifacts, Expected, Plan,
    medium::{placed, sectors},
    run::content_of,
};
use crate::{
    boards::storage::Storage,
    family::{BlockTarget, Context, Conversation, Identity, Medium, transfer},
    files::disk_image::DiskImage,
};

/// What a dry run knows.
pub struct Seen<'s> {
    /// The files of the board's boot loaders.
    pub files: &'s Artifacts,
    /// The image that would be written or compared.
    pub image: Option<DiskImage>,
    /// What the board says of itself.
    pub identity: &'s Identity,
    /// Which board it has to be.
    pub expected: &'s Expected,
}

/// The plan for the board that was seen. Fails where it would be refused before the first write.
pub fn rehearse(
    plan: &Plan,
    seen: Seen<'_>,
    board: &mut dyn Conversation,
    cx: &mut Context<'_>,
) -> anyhow::Result<Plan> {
    let plan = plan.from(seen.identity.stage);
    let Some(storage) = plan.storage() else { return Ok(plan) };
    if plan.steps.iter().any(|step| matches!(step.action, Action::Start(_))) {
        cx.desk.note("the storage is known only once the boot loader runs: it was not checked");
        return Ok(plan);
    }
    let port = board.port();
    let choice = plan.choice().filter(|_| board.chooses_freely());
    let mut target = board.target(choice, cx)?;
    let medium = target.medium();
    if medium.kind != Some(storage) {
        cx.desk.note(&not_chosen(storage, &medium));
        return Ok(plan);
    }
    let identity = Identity { medium: Some(medium), ..seen.identity.clone() };
    seen.expected.prove(plan.board, &identity, &port)?;
    fits(&plan, seen, &mut *target, cx)?;
    drop(target);
    Ok(plan)
}

fn not_chosen(storage: Storage, medium: &Medium) -> String {
    match medium.kind {
        Some(other) => {
            format!("{storage} is not selected yet, but {other} is: it was not checked")
        }
        None => format!(
            "the board does not tell which storage is chosen: whether {storage} has room is not known"
        ),
    }
}

/// Refuses what has no room on the storage, and what would keep the board from starting.
fn fits(
    plan: &Plan,
    mut seen: Seen<'_>,
    target: &mut dyn BlockTarget,
    cx: &mut Context<'_>,
) -> anyhow::Result<()> {
    for step in &plan.steps {
        match &step.action {
            Action::Write { content, to, at, .. } => {
                let image = content_of(*content, &mut seen.image, seen.files)?;
                let mut image = placed(image, to, at, target)?;
                target.require_writable()?;
                transfer::require_start(target, &mut image, cx)?;
            }
            Action::Compare { content, to, at, .. } => {
                let image = content_of(*content, &mut seen.image, seen.files)?;
                placed(image, to, at, target)?;
            }
            Action::Read { .. } => sectors(target).map(drop)?,
            Action::Find
            | Action::Start(_)
            | Action::Choose(..)
            | Action::SetBoot(..)
            | Action::Restart => {}
        }
    }
    Ok(())
}
