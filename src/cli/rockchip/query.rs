//! Questions, the choice of storage, restarts.

use std::time::Duration;

use link::{Silent, Watch};
use rockusb::{
    chips,
    gpt::PRIMARY_SECTORS,
    host::{Rock, Survey},
    wire::{ResetKind, Storage},
};
use serde_json::{Value, json};

use super::{Command, Context};
use crate::{
    boards::storage::Rockusb,
    family::rockchip::seen,
    plan::{Loss, contents},
    report::Answer,
    session::{Awaited, is_rockchip},
};

/// How long a board may take until it is back after a restart.
const RESTART: Duration = Duration::from_secs(10);

pub(super) enum Job {
    Identify,
    Ready,
    Storage(Option<Rockusb>),
    Reset(ResetKind),
}

impl Job {
    pub(super) fn prepare(command: &Command) -> Option<Self> {
        match command {
            Command::Identify => Some(Self::Identify),
            Command::TestReady => Some(Self::Ready),
            Command::Storage { name } => Some(Self::Storage(name.clone())),
            Command::Reset { what } => Some(Self::Reset(*what)),
            _ => None,
        }
    }

    pub(super) fn plan(&self) -> String {
        match self {
            Self::Identify => "ask for SoC, storage and capability".into(),
            Self::Ready => "ask whether the board is ready".into(),
            Self::Storage(None) => "ask for the chosen storage".into(),
            Self::Storage(Some(storage)) => {
                format!("choose {storage}, and ask whether it was chosen")
            }
            Self::Reset(kind) => format!("restart the board: {}", word(*kind)),
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
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
                Ok(Answer::new(format!("{found}: {}", size(info.sectors.into())), fields))
            }
            Self::Reset(kind) => reset(context, kind),
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

/// Sectors, and what that is in bytes.
fn size(sectors: u64) -> String {
    let mib = sectors / 2048;
    if mib < 10 << 10 {
        format!("{sectors} sectors ({mib} MiB)")
    } else {
        format!("{sectors} sectors ({} GiB)", mib >> 10)
    }
}

fn soc(survey: &Survey) -> Option<String> {
    let chip = survey.chip?;
    Some(chips::by_code(chip.code()).map_or_else(|| chip.name(), |known| known.name.into()))
}

/// What is lost by what a command `does`, as far as the board tells.
pub(super) fn loss(rock: &mut Rock<'_>, survey: &Survey, does: String) -> Loss {
    let mut head = Vec::new();
    let read = rock.read(survey, 0, PRIMARY_SECTORS, false, &mut head, &mut Silent);
    let size = survey.sectors().map(|sectors| format!(" ({})", crate::number::size(sectors * 512)));
    let size = size.unwrap_or_default();
    Loss {
        does,
        storage: survey.storage.map(|storage| format!("{storage}{size}")),
        soc: soc(survey).map(|soc| format!("the {soc}")),
        holds: read.ok().and_then(|()| contents(&head)),
    }
}

/// One line about a board.
pub(super) fn summary(survey: &Survey) -> String {
    let soc = soc(survey).unwrap_or_else(|| "a SoC that it does not tell".into());
    let id = survey.id.map_or_else(String::new, |id| format!(", {}", id.name()));
    let sectors =
        survey.sectors().map_or_else(String::new, |sectors| format!(", {}", size(sectors)));
    format!("{soc}{id}{sectors}")
}

fn identify(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let state = context.state.map_or_else(|| "?".into(), |state| state.to_string());
    let (_, survey, _) = context.survey()?;
    let names: Vec<_> = survey.capability.names().collect();
    let untold = || "not told".to_owned();
    let block = survey.block().map_or_else(String::new, |block| format!(", erased by {block}"));
    let text = format!(
        "SoC         {}\nprogram     {state}\nstorage     {}{}\nsize        {}{block}\ncapability  {}",
        soc(&survey).unwrap_or_else(untold),
        survey.id.map_or_else(untold, |id| id.name()),
        survey.storage.map_or_else(String::new, |storage| format!(" (chosen: {storage})")),
        survey.sectors().map_or_else(untold, size),
        if names.is_empty() { untold() } else { names.join(", ") },
    );
    let fields = json!({
        "soc": soc(&survey), "chip_info": survey.chip.map(|chip| hex(&chip.0)), "program": state,
        "flash_id": survey.id.map(|id| id.name()), "sectors": survey.sectors(), "erase_block": survey.block(),
        "storage": survey.storage.map(Storage::name), "number": survey.storage.map(|storage| storage.0),
        "capability": {"bytes": hex(&survey.capability.0), "names": names},
    });
    Ok(Answer::new(text, fields))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn reset(context: &mut Context<'_>, kind: ResetKind) -> anyhow::Result<Answer> {
    Rock::answered(&mut context.board.link).reset(kind)?;
    if kind != ResetKind::Maskrom {
        return Ok(Answer::new("", json!({"reset": word(kind)})));
    }
    // Boards were seen that acknowledge it and start as usual.
    let next = Awaited { what: "the mask ROM", fits: is_rockchip, limit: RESTART };
    context.board.reconnect(&next, context.session.stop, context.session.report)?;
    let state =
        seen(context.board).require(&mut context.board.link, &[rockusb::host::State::Maskrom])?;
    context.session.report.note(&format!("the board is in {state}"));
    Ok(Answer::new("", json!({"reset": word(kind), "state": state.to_string()})))
}
