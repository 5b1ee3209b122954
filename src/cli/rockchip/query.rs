//! Questions, the choice of storage, restarts.

use rockusb::{
    host::Rock,
    wire::{ResetKind, Storage},
};
use serde_json::{Value, json};

use super::job::{self, Context, long};
use crate::{boards::storage::Rockusb, family::rockchip::reset, report::Answer};

pub(super) enum Job {
    Identify,
    Ready,
    Storage(Option<Rockusb>),
    Reset(ResetKind),
}

impl job::Job for Job {
    fn plan(&self) -> Vec<String> {
        vec![match self {
            Self::Identify => "ask for SoC, storage and capability".into(),
            Self::Ready => "ask whether the board is ready".into(),
            Self::Storage(None) => "ask for the chosen storage".into(),
            Self::Storage(Some(storage)) => {
                format!("choose {storage}, and ask whether it was chosen")
            }
            Self::Reset(kind) => format!("restart the board: {}", word(*kind)),
        }]
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match *self {
            Self::Identify => identify(context),
            Self::Ready => {
                Rock::answered(&mut context.board.link).test_ready()?;
                Ok(Answer::new("ready", json!({"ready": true})))
            }
            Self::Storage(None) => {
                let storage = Rock::answered(&mut context.board.link).storage()?;
                Ok(Answer::new(storage.to_string(), chosen(storage)))
            }
            Self::Storage(Some(wanted)) => {
                let mut rock = Rock::answered(&mut context.board.link);
                let (found, info) = rock.choose_storage(&wanted.numbers)?;
                let mut fields = chosen(found);
                fields["sectors"] = json!(info.sectors);
                Ok(Answer::new(format!("{found}: {}", long(info.sectors.into())), fields))
            }
            Self::Reset(kind) => {
                let state = reset(context.board, kind, context.stop, &mut context.operator)?;
                let mut fields = json!({"reset": word(kind)});
                if let Some(state) = state {
                    fields["state"] = json!(state.to_string());
                }
                Ok(Answer::new("", fields))
            }
        }
    }
}

/// A storage, and the number that this loader knows it by.
fn chosen(storage: Storage) -> Value {
    json!({"storage": storage.name(), "number": storage.0})
}

fn word(kind: ResetKind) -> &'static str {
    ResetKind::ALL.iter().find(|(known, _)| *known == kind).map_or("normal", |(_, word)| word)
}

fn identify(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let state = context.state.map_or_else(|| "?".into(), |state| state.to_string());
    let (target, _) = context.target()?;
    let (soc, survey) = (target.soc(), target.survey());
    let names: Vec<_> = survey.capability.names().collect();
    let untold = || "not reported".to_owned();
    let block = survey.block().map_or_else(String::new, |block| format!(", erased by {block}"));
    let text = format!(
        "SoC         {}\nprogram     {state}\nstorage     {}{}\nsize        {}{block}\ncapability  {}",
        soc.clone().unwrap_or_else(untold),
        survey.id.map_or_else(untold, |id| id.name()),
        survey.storage.map_or_else(String::new, |storage| format!(" (chosen: {storage})")),
        survey.sectors().map_or_else(untold, long),
        if names.is_empty() { untold() } else { names.join(", ") },
    );
    let fields = json!({
        "soc": soc, "chip_info": survey.chip.map(|chip| hex(&chip.0)), "program": state,
        "flash_id": survey.id.map(|id| id.name()), "sectors": survey.sectors(), "erase_block": survey.block(),
        "storage": survey.storage.map(Storage::name), "number": survey.storage.map(|storage| storage.0),
        "capability": {"bytes": hex(&survey.capability.0), "names": names},
    });
    Ok(Answer::new(text, fields))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
