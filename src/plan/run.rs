//! Carries a plan out on one board.

use std::iter;

use anyhow::Context as _;
use link::{Sink, StepId, Verified, storage::SECTOR};

use super::{
    Action, Artifacts, Content, Goal, Known, Loss, Memory, Numbered, Place, Plan, Start, Step,
    When,
    medium::{held, placed, sectors, stale_backup},
    step::applying,
};
use crate::{
    boards::{Board, BootBus, storage::Storage},
    failure::{Problem, unrestarted},
    family::{
        Context, Conversation, How, Identity, Match, Medium, Placement, Stage, Via, Written,
        transfer,
    },
    files::disk_image::DiskImage,
};

/// What a plan works with.
pub struct Inputs<'i> {
    /// The files of the board's boot loaders.
    pub files: Artifacts,
    /// The image that is written or compared.
    pub image: Option<DiskImage>,
    /// Where storage is read to.
    pub sink: Option<&'i mut dyn Sink>,
    /// Which board it has to be.
    pub expected: Expected,
    /// The stage that the board was seen in; `None`: it was not asked.
    pub stage: Option<Stage>,
}

/// Which board a plan is for, beyond what the database says of it.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// Where the board is remembered; `None`: nowhere, as for a simulated board.
    pub memory: Option<Memory>,
    /// Whether another board than before may be at the port.
    pub new_board: bool,
    /// The number of its chip, in hexadecimal, which it has to tell.
    pub chip: Option<String>,
}

/// What became of a board.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// What it said of itself, last.
    pub identity: Option<Identity>,
    /// Its storage.
    pub medium: Option<Medium>,
    /// The way to it.
    pub via: Option<Via>,
    /// The first sector that was written, compared or read.
    pub start: u64,
    /// What was written.
    pub written: Option<Written>,
    /// What was compared.
    pub compared: Option<Verified>,
    /// Bytes that were read.
    pub read: Option<u64>,
    /// How they are verified, where the board told sums of them.
    pub read_known: Option<Verified>,
    /// Whether its SoC starts from something else than before.
    pub boots_otherwise: bool,
    /// Whether it was restarted.
    pub restarted: bool,
}

/// Carries the steps out, in their order. Nothing is overwritten before the one question was answered with yes.
pub fn run(
    plan: &Plan,
    inputs: Inputs<'_>,
    board: &mut dyn Conversation,
    cx: &mut Context<'_>,
) -> anyhow::Result<Outcome> {
    let stage = inputs.stage;
    let mut run = Run { plan, inputs, board, outcome: Outcome::default(), stage, agreed: false };
    let mut number = 0;
    for (index, step) in plan.steps.iter().enumerate() {
        if cx.stop.asked() {
            return Err(Problem::Interrupted.into());
        }
        if run.applies(&step.when) {
            number += 1;
            run.announce(number, &plan.steps[index..], cx);
            run.step(&step.action, cx)?;
        }
    }
    Ok(run.outcome)
}

impl Expected {
    /// Refuses a board that says it is another one than the one that was named.
    fn is_not_another(&self, seen: &Identity) -> Result<(), Problem> {
        match (&self.chip, &seen.chip_id) {
            (Some(chip), Some(told)) if !chip.eq_ignore_ascii_case(told) => {
                let text = format!("its chip id is {told}, and {chip} was named");
                Err(Problem::Refused(text).advised("plug the right board in"))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a board that is not the one which was there before, and one that does not tell what it has to tell.
    pub fn prove(&self, board: &Board, seen: &Identity, port: &str) -> Result<(), Problem> {
        self.is_not_another(seen)?;
        if let (Some(chip), None) = (&self.chip, &seen.chip_id) {
            let text = format!("the board does not tell its chip id, and {chip} was named");
            return Err(Problem::Refused(text).advised("leave the chip id out for this board"));
        }
        match &self.memory {
            Some(memory) if !self.new_board => memory.expect(port, &Known::of(board, seen)),
            _ => Ok(()),
        }
    }
}

struct Run<'r, 'i> {
    plan: &'r Plan,
    inputs: Inputs<'i>,
    board: &'r mut dyn Conversation,
    outcome: Outcome,
    /// The stage that the board is in, once it is known.
    stage: Option<Stage>,
    /// Whether the one question was answered with yes.
    agreed: bool,
}

impl Run<'_, '_> {
    fn applies(&self, when: &When) -> bool {
        match when {
            When::Always => true,
            When::Stage(stages) => self.stage.is_some_and(|stage| stages.contains(&stage)),
        }
    }

    /// Tells that the first of these steps begins.
    fn announce(&self, number: usize, steps: &[Step], cx: &mut Context<'_>) {
        let ahead = self.stage.map_or_else(|| steps.to_vec(), |stage| applying(steps, stage));
        let later: Vec<_> =
            ahead.iter().skip(1).flat_map(|step| self.moves(&step.action)).collect();
        let (Some(step), of) = (steps.first(), number - 1 + ahead.len()) else { return };
        cx.desk.begin(&Numbered { number, of, action: &step.action, later: &later });
    }

    /// What an action moves, as far as that is known beforehand.
    fn moves(&self, action: &Action) -> Vec<(StepId, u64)> {
        match action {
            Action::Write { content, how, .. } => transfer::moves(self.bytes(*content), *how),
            Action::Compare { content, .. } => vec![(StepId::VERIFY, self.bytes(*content))],
            _ => Vec::new(),
        }
    }

    /// How long something is; 0: unknown.
    fn bytes(&self, content: Content) -> u64 {
        match content {
            Content::Image => self.inputs.image.as_ref().map_or(0, DiskImage::data),
            Content::File(role) => {
                self.inputs.files.get(role).map_or(0, |file| file.bytes.len() as u64)
            }
        }
    }

    fn step(&mut self, action: &Action, cx: &mut Context<'_>) -> anyhow::Result<()> {
        match action {
            Action::Find => self.find(cx),
            Action::Start(start) => self.start(start, cx),
            Action::Choose(storage, via) => self.choose((*storage, *via), cx),
            Action::Write { content, to, at, how, .. } => self.write(*content, to, at, *how, cx),
            Action::Compare { content, to, at, .. } => self.compare(*content, to, at, cx),
            Action::Read { .. } => self.read(cx),
            Action::SetBoot(_, bus) => self.set_boot(*bus, cx),
            Action::Restart => self.restart(cx),
        }
    }

    fn find(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let seen = find(self.plan.board, self.plan.destroys(), self.board, cx)?;
        self.inputs.expected.is_not_another(&seen)?;
        self.stage = Some(seen.stage);
        self.outcome.identity = Some(seen);
        Ok(())
    }

    fn start(&mut self, start: &Start, cx: &mut Context<'_>) -> anyhow::Result<()> {
        for role in &start.files {
            self.inputs.files.require(*role)?;
        }
        let seen = self.board.start(start, &self.inputs.files, cx)?;
        prove(self.plan.board, &seen, cx)?;
        let before = self.outcome.identity.as_ref();
        if let Some(before) = before.filter(|_| !self.inputs.expected.new_board) {
            same_chip(before, &seen)?;
        }
        self.inputs.expected.is_not_another(&seen)?;
        self.stage = Some(seen.stage);
        self.outcome.identity = Some(seen);
        Ok(())
    }

    fn choose(&mut self, storage: (Storage, Via), cx: &mut Context<'_>) -> anyhow::Result<()> {
        let medium = self.board.target(Some(storage), cx)?.medium();
        if let Some(seen) = &mut self.outcome.identity {
            seen.medium = Some(medium.clone());
            let port = self.board.port();
            self.inputs.expected.prove(self.plan.board, seen, &port)?;
            // What cannot be remembered is no reason to leave a board as it is.
            if let Some(memory) = &self.inputs.expected.memory
                && let Err(error) = memory.remember(&port, Known::of(self.plan.board, seen))
            {
                let file = memory.file().display();
                cx.desk.note(&format!("this board could not be remembered: {file}: {error}"));
            }
        }
        if self.plan.sets_boot().is_some() && medium.boots.is_none() {
            return Err(unknown_boot().into());
        }
        (self.outcome.medium, self.outcome.via) = (Some(medium), Some(storage.1));
        Ok(())
    }

    fn set_boot(&mut self, bus: Option<BootBus>, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let boots = self.board.target(None, cx)?.set_boot(bus, cx.desk)?;
        let before = self.outcome.medium.as_ref().and_then(|medium| medium.boots);
        self.outcome.boots_otherwise = before != Some(boots);
        let seen = self.outcome.identity.as_mut().and_then(|seen| seen.medium.as_mut());
        for medium in self.outcome.medium.as_mut().into_iter().chain(seen) {
            medium.boots = Some(boots);
        }
        Ok(())
    }

    fn write(
        &mut self,
        content: Content,
        to: &Place,
        at: &Placement,
        how: How,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let image = content_of(content, &mut self.inputs.image, &self.inputs.files)?;
        let does = self.plan.destroys().filter(|_| !self.agreed);
        let soc = self.outcome.identity.as_ref().and_then(Identity::soc);
        let mut target = self.board.target(None, cx)?;
        let mut image = placed(image, to, at, &mut *target)?;
        if let Some(does) = does {
            target.require_writable()?;
            transfer::require_start(&mut *target, &mut image, cx)?;
            let storage = Some(target.medium().words());
            let soc = soc.map(|soc| format!("the {soc}"));
            let holds = held(&mut *target);
            // How much that is shows only now.
            let is_disk = at.what.is_none() && *to == Place::On(to.storage());
            let all = || iter::once(image.overwrites()).chain(self.plan.sets_boot());
            let does = if is_disk { all().collect::<Vec<_>>().join(" and ") } else { does };
            cx.desk.allow(&Loss { does, storage, soc, holds })?;
        }
        let written = transfer::write(&mut *target, &mut image, how, cx)?;
        // Another partition may have been chosen.
        self.outcome.medium = Some(target.medium());
        if *to == Place::On(to.storage()) && image.start == 0 {
            stale_backup(&mut *target, &image, cx)?;
        }
        drop(target);
        self.agreed = true;
        match &mut self.outcome.written {
            Some(all) => all.add(&written),
            none => (self.outcome.start, *none) = (image.start, Some(written)),
        }
        Ok(())
    }

    fn compare(
        &mut self,
        content: Content,
        to: &Place,
        at: &Placement,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let image = content_of(content, &mut self.inputs.image, &self.inputs.files)?;
        let mut target = self.board.target(None, cx)?;
        let mut image = placed(image, to, at, &mut *target)?;
        let known = transfer::verify(&mut *target, &mut image, cx)?;
        self.outcome.medium = Some(target.medium());
        drop(target);
        match &mut self.outcome.compared {
            Some(all) => all.add(&known),
            none => (self.outcome.start, *none) = (image.start, Some(known)),
        }
        Ok(())
    }

    fn read(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let sink = self.inputs.sink.take().context("the plan has a file")?;
        let mut target = self.board.target(None, cx)?;
        let sectors = sectors(&*target)?;
        transfer::read(&mut *target, 0, sectors, sink, cx)?;
        self.outcome.read_known = target.known_of_read();
        self.outcome.read = Some(sectors * SECTOR as u64);
        Ok(())
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        self.board.restart(cx).map_err(|error| unrestarted("all was written", error))?;
        self.outcome.restarted = true;
        Ok(())
    }
}

/// Nothing is written where the last step could only fail.
fn unknown_boot() -> Problem {
    let text = "this U-Boot does not tell what the SoC starts from, and cannot set it; nothing was written";
    Problem::Refused(text.into()).advised(
        "use a U-Boot with `mmc partconf` (CONFIG_SUPPORT_EMMC_BOOT), or leave out --set-boot",
    )
}

/// Looks at a board before a long check of files: refuses the wrong board, and what the user has not allowed.
pub fn look(
    meant: &'static Board,
    goal: &Goal,
    board: &mut dyn Conversation,
    cx: &mut Context<'_>,
) -> anyhow::Result<Identity> {
    let does = matches!(goal, Goal::Flash { .. }).then(|| "overwrites storage".to_owned());
    find(meant, does, board, cx)
}

fn find(
    meant: &'static Board,
    destroys: Option<String>,
    board: &mut dyn Conversation,
    cx: &mut Context<'_>,
) -> anyhow::Result<Identity> {
    let seen = board.identify(cx)?;
    prove(meant, &seen, cx)?;
    board.require_unlocked()?;
    // A board is not brought up for what will be refused.
    match destroys.filter(|_| !cx.desk.may_agree()) {
        Some(does) => cx.desk.allow(&Loss::of(does)).map(|()| seen),
        None => Ok(seen),
    }
}

/// Refuses a board that is not the one that is meant.
fn prove(meant: &'static Board, seen: &Identity, cx: &mut Context<'_>) -> Result<(), Problem> {
    match seen.fits(meant) {
        Match::Yes => Ok(()),
        Match::Untold => {
            let text = format!(
                "this stage does not tell its SoC: whether it is {} is not known yet",
                meant.title
            );
            cx.desk.detail(&text);
            Ok(())
        }
        Match::No => Err(Problem::Refused(format!(
            "it has the SoC {}, and {} ({}) has the {}; nothing was sent to it (`racklet-flash list` shows what is where)",
            seen.soc().unwrap_or_default(),
            meant.title,
            meant.name,
            meant.soc
        ))),
    }
}

/// Refuses a board that came instead of another one while a boot loader was brought up: nothing was written to it.
fn same_chip(before: &Identity, now: &Identity) -> Result<(), Problem> {
    let Some((was, is)) = before.chip_id.as_ref().zip(now.chip_id.as_ref()) else { return Ok(()) };
    // The stages of one board need not agree on which end of a number is its beginning.
    let turned = || is.as_bytes().rchunks(2).flatten().eq(was.as_bytes());
    match is == was || turned() {
        true => Ok(()),
        false => Err(Problem::Swapped(format!(
            "another board came to the port: its chip id was {was} and is {is}; nothing was written to it. If that is \
             meant, add --new-board"
        ))),
    }
}

/// What is written or compared.
pub(super) fn content_of(
    content: Content,
    image: &mut Option<DiskImage>,
    files: &Artifacts,
) -> anyhow::Result<DiskImage> {
    match content {
        Content::Image => image.take().context("the plan has an image"),
        Content::File(role) => {
            let file = files.require(role)?;
            DiskImage::of_bytes(file.name.clone(), file.bytes.to_vec())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(chip_id: Option<&str>) -> Identity {
        Identity {
            vendor: "Amlogic",
            stage: Stage::Uboot,
            mode: "U-Boot",
            socs: Vec::new(),
            number: None,
            chip_id: chip_id.map(Into::into),
            medium: None,
        }
    }

    #[test]
    fn another_chip_than_before_is_refused() {
        let before = with(Some("0102ab"));
        for same in [with(Some("0102ab")), with(Some("ab0201")), with(None)] {
            same_chip(&before, &same).expect("the same, or untold");
            same_chip(&same, &before).expect("the same, or untold");
        }
        for other in ["0102ac", "ba2010", "0102ab00"] {
            let error = same_chip(&before, &with(Some(other))).expect_err("another chip");
            assert!(error.to_string().contains("nothing was written to it"), "{error}");
        }
    }
}
