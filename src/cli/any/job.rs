//! One command about one board, as a job: who runs it, and what is said at its end.

use std::time::Instant;

use serde_json::json;

use super::{Road, Target, closing, files};
use crate::{
    boards::Board,
    cli::{Options, confirm::Consent, operator::Operator},
    failure::Problem,
    family::Context,
    files::{Backup, disk_image::ImageFile},
    plan::{self, Expected, Goal, Memory, OpenImage, Plan},
    report::{Answer, Report},
    session::{Access, Way},
    transport::Stop,
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
        let (options, stop, board) = (self.options, self.stop, self.board);
        let mut sink = self.sink.take();
        let consent = Consent::unnamed(options, stop);
        let mut desk = Operator::new(report, &consent);
        let mut cx = Context { stop, desk: &mut desk };
        let begin = Instant::now();
        simulated(board, options)?;
        let mut job = self.job()?;
        if options.dry_run {
            return Ok(planned(&job.rehearse(&mut cx)?));
        }
        job.sink = sink.as_mut().map(|sink| sink as &mut dyn link::Sink);
        let done = job.run(&mut cx)?;
        let saved = sink.map(Backup::finish).transpose()?;
        // A question may have waited for hours.
        let time = begin.elapsed().saturating_sub(desk.asked);
        Ok(closing::answer(board, &done.name, &done.outcome, saved.as_ref(), time.as_secs_f64()))
    }

    fn job<'s>(self) -> anyhow::Result<plan::Job<'s>> {
        let access = self.access();
        let memory = matches!(access.way, Way::Real).then(Memory::of_ports).flatten();
        Ok(plan::Job {
            board: self.board,
            files: files::collect(self.board, self.target)?,
            image: self.image.map(|file| opens(file, matches!(self.goal, Goal::Verify { .. }))),
            sink: None,
            expected: Expected { memory, new_board: self.target.new_board, chip: None },
            fast: self.fast,
            access,
            goal: self.goal,
        })
    }

    fn access(&self) -> Access {
        let access = self.options.access();
        match self.road {
            Some(road) => road.of(access),
            None => access,
        }
    }
}

/// Refuses a simulated board that is not the one which is meant.
fn simulated(board: &Board, options: &Options) -> Result<(), Problem> {
    let (meant, named) = (&board.name, options.virtual_boards.first());
    match named.map(|wanted| wanted.name()).filter(|name| name != meant) {
        None => Ok(()),
        Some(name) => Err(Problem::Refused(format!(
            "--virtual simulates {name}, and the command is for {meant}"
        ))),
    }
}

/// How an image is opened: to be compared, or to be written.
fn opens<'j>(file: ImageFile, compared: bool) -> OpenImage<'j> {
    Box::new(move |watch, stop| match compared {
        true => file.to_compare(0, watch, stop),
        false => file.to_write(0, watch, stop),
    })
}

fn planned(plan: &Plan) -> Answer {
    let answer = Answer::plan(&plan.lines());
    let mut fields = answer.fields;
    fields["board"] = json!(plan.board.name);
    fields["steps"] = json!(plan.fields());
    Answer { fields, ..answer }
}
