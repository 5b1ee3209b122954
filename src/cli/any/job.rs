//! One command about one board: its files, the board, the plan, the end.

use std::time::Instant;

use link::Watch;
use serde_json::json;

use super::{Road, Target, closing, files};
use crate::{
    boards::Board,
    cli::{Options, confirm::Consent, look, operator::Operator},
    failure::Problem,
    family::{Context, Conversation, Identity, Stage, driver},
    files::{
        Backup,
        disk_image::{DiskImage, ImageFile},
    },
    plan::{self, Artifacts, Goal, Inputs, Known, Outcome, Plan},
    report::{Answer, Report},
    session::{Access, Way},
    transport::Stop,
    virt::Wanted,
};

/// What a command is about.
pub(super) struct Job<'j> {
    pub(super) options: &'j Options,
    pub(super) stop: &'j Stop,
    pub(super) board: &'static Board,
    pub(super) target: &'j Target,
    pub(super) goal: Goal,
    /// The way to its storage; `None`: none is touched.
    pub(super) road: Option<&'j Road>,
    /// Whether what is written is sent at a faster rate.
    pub(super) fast: bool,
    /// The image that is written or compared.
    pub(super) image: Option<ImageFile>,
    /// Where storage is read to.
    pub(super) sink: Option<Backup>,
}

/// A job whose files are open and sound.
struct Ready {
    plan: Plan,
    files: Artifacts,
    image: Option<DiskImage>,
}

impl<'j> Job<'j> {
    /// A command with a goal, and nothing yet that is written, compared or read.
    pub(super) fn of(
        (options, stop): (&'j Options, &'j Stop),
        (board, target): (&'static Board, &'j Target),
        goal: Goal,
    ) -> Self {
        Self {
            options,
            stop,
            board,
            target,
            goal,
            road: None,
            fast: false,
            image: None,
            sink: None,
        }
    }

    pub(super) fn run(mut self, report: &mut Report) -> anyhow::Result<Answer> {
        if let Some(spec) = self.options.virtual_boards.first() {
            simulated(self.board, spec)?;
        }
        let files = files::collect(self.board, self.target)?;
        if self.options.dry_run {
            return self.rehearse(files, report);
        }
        let begin = Instant::now();
        // A long check of the image comes after a look at the board: no one should wait for minutes to hear that it is missing. A
        // serial line can be asked nothing.
        let (mut talk, stage, ready) = match self.board.is_serial() {
            true => {
                let ready = self.ready(files, report)?;
                (self.open(report)?, None, Ok(ready))
            }
            false => {
                let (talk, seen) = self.look(report)?;
                (talk, Some(seen.stage), self.ready(files, report))
            }
        };
        report.about(Some(&self.board.name), Some(&talk.port()));
        let consent = Consent::new(self.options, talk.name(), self.stop);
        let mut desk = Operator::new(report, &consent);
        let mut cx = Context { stop: self.stop, desk: &mut desk };
        let outcome = ready.and_then(|ready| self.carry_out(ready, stage, &mut *talk, &mut cx));
        let name = talk.name().to_owned();
        let outcome = closed(talk, outcome, &mut cx)?;
        let saved = self.sink.map(Backup::finish).transpose()?;
        // A question may have waited for hours.
        let time = begin.elapsed().saturating_sub(desk.asked);
        Ok(closing::answer(self.board, &name, &outcome, saved.as_ref(), time.as_secs_f64()))
    }

    fn access(&self) -> Access {
        let access = self.options.access();
        match self.road {
            Some(road) => road.of(access),
            None => access,
        }
    }

    fn open(&self, report: &mut Report) -> anyhow::Result<Box<dyn Conversation>> {
        let access = self.access();
        look::await_board(&access, report);
        let mut talk = driver(self.board)?.open(self.board, &access, self.stop)?;
        if self.fast {
            talk.hurry();
        }
        Ok(talk)
    }

    /// Opens the board and makes sure that it is the right one, and that what is to be written may be written at all.
    fn look(&self, report: &mut Report) -> anyhow::Result<(Box<dyn Conversation>, Identity)> {
        let mut talk = self.open(report)?;
        report.about(Some(&self.board.name), Some(&talk.port()));
        let consent = Consent::new(self.options, talk.name(), self.stop);
        let mut desk = Operator::new(report, &consent);
        let mut cx = Context { stop: self.stop, desk: &mut desk };
        let seen = plan::look(self.board, &self.goal, &mut *talk, &mut cx);
        match seen {
            Ok(seen) => Ok((talk, seen)),
            Err(error) => closed(talk, Err(error), &mut cx),
        }
    }

    /// Opens the files, and makes the plan: errors that only files or words make are found here.
    fn ready(&self, files: Artifacts, report: &mut Report) -> anyhow::Result<Ready> {
        let stop = self.stop;
        let mut image = match (&self.image, &self.goal) {
            (None, _) => None,
            (Some(file), Goal::Verify { .. }) => Some(file.to_compare(0, report, stop)?),
            (Some(file), _) => Some(file.to_write(0, report, stop)?),
        };
        let mut files = files;
        if let Some(image) = &mut image {
            files::serve(self.board, image, &mut files, stop)?;
        }
        if !self.options.virtual_boards.is_empty() {
            files::make_up(self.board, &mut files, report)?;
        }
        let plan = plan::plan(self.board, &self.goal, &files, image.as_ref())?;
        Ok(Ready { plan, files, image })
    }

    fn carry_out(
        &mut self,
        ready: Ready,
        stage: Option<Stage>,
        talk: &mut dyn Conversation,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Outcome> {
        let Ready { plan, files, image } = ready;
        let known = self.known();
        let sink = self.sink.as_mut().map(|sink| sink as &mut dyn link::Sink);
        let inputs = Inputs { files, image, sink, known, new_board: self.target.new_board, stage };
        plan::run(&plan, inputs, talk, cx)
    }

    /// Where the boards at this computer's ports are remembered.
    fn known(&self) -> Option<std::path::PathBuf> {
        matches!(self.options.access().way, Way::Real).then(Known::file).flatten()
    }

    /// Shows the plan: what applies to the board, where there is one, or else all of it with its conditions.
    fn rehearse(&self, files: Artifacts, report: &mut Report) -> anyhow::Result<Answer> {
        let looked = self.look_if_there(report)?;
        let ready = self.ready(files, report);
        let Some((mut talk, seen)) = looked else { return Ok(planned(&ready?.plan)) };
        let consent = Consent::new(self.options, talk.name(), self.stop);
        let mut desk = Operator::new(report, &consent);
        let mut cx = Context { stop: self.stop, desk: &mut desk };
        let plan = ready.and_then(|Ready { plan, files, image }| {
            let known = self.known().filter(|_| !self.target.new_board);
            let inputs = plan::Seen { files: &files, image, identity: &seen, known };
            plan::rehearse(&plan, inputs, &mut *talk, &mut cx)
        });
        Ok(planned(&closed(talk, plan, &mut cx)?))
    }

    /// Opens the board for a dry run, which does without one where none is there.
    fn look_if_there(
        &self,
        report: &mut Report,
    ) -> anyhow::Result<Option<(Box<dyn Conversation>, Identity)>> {
        let why = match (self.options.access().answers(), self.board.is_serial()) {
            (false, _) => "a recording answers only what it was asked".to_owned(),
            (_, true) => "a dry run says nothing on a serial line".to_owned(),
            _ => match self.look(report) {
                Err(error) if look::is_absent(&error) => error.to_string(),
                looked => return looked.map(Some),
            },
        };
        report.note(&format!("no board was checked: {why}"));
        Ok(None)
    }
}

/// Ends a conversation, with the error that there was.
fn closed<T>(
    talk: Box<dyn Conversation>,
    outcome: anyhow::Result<T>,
    cx: &mut Context<'_>,
) -> anyhow::Result<T> {
    match outcome {
        Ok(outcome) => talk.close(Ok(()), cx).map(|()| outcome),
        Err(error) => {
            talk.close(Err(error), cx)?;
            unreachable!("a conversation that is closed with an error ends with one")
        }
    }
}

/// Refuses a simulated board that is not the one which is meant.
fn simulated(board: &Board, spec: &Wanted) -> Result<(), Problem> {
    match spec.name() == board.name {
        true => Ok(()),
        false => Err(Problem::Refused(format!(
            "--virtual simulates {}, and the command is for {}",
            spec.name(),
            board.name
        ))),
    }
}

fn planned(plan: &Plan) -> Answer {
    let answer = Answer::plan(&plan.lines());
    let mut fields = answer.fields;
    fields["board"] = json!(plan.board.name);
    fields["steps"] = json!(plan.fields());
    Answer { fields, ..answer }
}
