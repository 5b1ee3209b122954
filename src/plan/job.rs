//! One board from the state that it is in to its goal: its files, the board, the plan, the end.

use link::{Sink, Watch};

use super::{Artifacts, Expected, Goal, Inputs, Outcome, Plan, Seen, look, plan, rehearse, run};
use crate::{
    boards::{Board, BoardFile},
    family::{Context, Conversation, Identity, Stage, driver},
    files::disk_image::DiskImage,
    session::{Access, Way},
    transport::{Missing, Stop},
};

/// The longest boot loader, in bytes.
const LOADER: u64 = 32 << 20;

/// Opens the image that is written or compared, and makes sure that it is sound: it may take minutes.
pub type OpenImage<'j> =
    Box<dyn FnOnce(&mut dyn Watch, &Stop) -> anyhow::Result<DiskImage> + Send + 'j>;

/// What is to be done with one board.
pub struct Job<'j> {
    /// The board.
    pub board: &'static Board,
    /// How it is reached.
    pub access: Access,
    /// What it is to become.
    pub goal: Goal,
    /// The files of its boot loaders that were named or found, judged by its driver.
    pub files: Artifacts,
    /// The image that is written or compared.
    pub image: Option<OpenImage<'j>>,
    /// Where storage is read to.
    pub sink: Option<&'j mut dyn Sink>,
    /// Which board it has to be.
    pub expected: Expected,
    /// Whether what is written is sent at a faster rate.
    pub fast: bool,
}

/// A job that was done.
#[derive(Debug)]
pub struct Done {
    /// What messages call the board.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// A board that was opened, and what it said, if it was asked.
type Looked = (Box<dyn Conversation>, Option<Identity>);

/// A job whose files are open and sound.
struct Ready {
    plan: Plan,
    files: Artifacts,
    image: Option<DiskImage>,
}

impl Job<'_> {
    /// Does it.
    ///
    /// # Errors
    ///
    /// Whatever keeps the board from its goal, with the board's name where it was opened.
    pub fn run(mut self, cx: &mut Context<'_>) -> anyhow::Result<Done> {
        self.goal.needs_start(self.board)?;
        // A long check of the image comes after a look at the board: no one should wait for minutes to hear that it is missing. A
        // serial line can be asked nothing.
        let ((mut talk, seen), ready) = match self.board.is_serial() {
            true => {
                let ready = self.ready(cx)?;
                ((self.open(cx)?, None), Ok(ready))
            }
            false => (self.look(cx)?, self.ready(cx)),
        };
        let stage = seen.map(|seen| seen.stage);
        let outcome = ready.and_then(|ready| self.carry_out(ready, stage, &mut *talk, cx));
        let name = talk.name().to_owned();
        Ok(Done { name, outcome: closed(talk, outcome, cx)? })
    }

    /// The plan: what applies to the board, where there is one, or else all of it with its conditions. Changes nothing.
    ///
    /// # Errors
    ///
    /// What would be refused before the first write.
    pub fn rehearse(mut self, cx: &mut Context<'_>) -> anyhow::Result<Plan> {
        self.goal.needs_start(self.board)?;
        let looked = self.look_if_there(cx)?;
        let ready = self.ready(cx);
        let Some((mut talk, Some(seen))) = looked else { return Ok(ready?.plan) };
        let plan = ready.and_then(|Ready { plan, files, image }| {
            let seen = Seen { files: &files, image, identity: &seen, expected: &self.expected };
            rehearse(&plan, seen, &mut *talk, cx)
        });
        closed(talk, plan, cx)
    }

    fn open(&self, cx: &mut Context<'_>) -> anyhow::Result<Box<dyn Conversation>> {
        self.access.announce(cx.desk);
        let mut talk = driver(self.board)?.open(self.board, &self.access, cx.stop)?;
        if self.fast {
            talk.hurry();
        }
        cx.desk.opened(self.board, talk.name(), &talk.port());
        Ok(talk)
    }

    /// Opens the board and makes sure that it is the right one, and that what is to be written may be written at all.
    fn look(&self, cx: &mut Context<'_>) -> anyhow::Result<Looked> {
        let mut talk = self.open(cx)?;
        match look(self.board, &self.goal, &mut *talk, cx) {
            Ok(seen) => Ok((talk, Some(seen))),
            Err(error) => closed(talk, Err(error), cx),
        }
    }

    /// Opens the board for a dry run, which does without one where none is there.
    fn look_if_there(&self, cx: &mut Context<'_>) -> anyhow::Result<Option<Looked>> {
        let why = match (self.access.answers(), self.board.is_serial()) {
            (false, _) => "a recording answers only what it was asked".to_owned(),
            (_, true) => "a dry run says nothing on a serial line".to_owned(),
            _ => match self.look(cx) {
                Err(error) if Missing::is_reason(&error) => error.to_string(),
                looked => return looked.map(Some),
            },
        };
        cx.desk.note(&format!("no board was checked: {why}"));
        Ok(None)
    }

    /// Opens the files, and makes the plan: errors that only files or words make are found here.
    fn ready(&mut self, cx: &mut Context<'_>) -> anyhow::Result<Ready> {
        let image = self.image.take().map(|open| open(cx.desk, cx.stop)).transpose();
        let mut image = image?;
        let mut files = self.files.clone();
        if let Some(image) = &mut image {
            serve(self.board, image, &mut files, cx.stop)?;
        }
        if matches!(self.access.way, Way::Virtual(_)) && self.goal.needs_start(self.board)? {
            make_up(self.board, &mut files, cx.desk)?;
        }
        let plan = plan(self.board, &self.goal, &files, image.as_ref())?;
        Ok(Ready { plan, files, image })
    }

    fn carry_out(
        &mut self,
        Ready { plan, files, image }: Ready,
        stage: Option<Stage>,
        talk: &mut dyn Conversation,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Outcome> {
        let sink = self.sink.take();
        let expected = std::mem::take(&mut self.expected);
        run(&plan, Inputs { files, image, sink, expected, stage }, talk, cx)
    }
}

/// Ends a conversation, with the error that there was.
///
/// # Errors
///
/// That error, or what goes wrong at the end.
pub fn closed<T>(
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

/// Has an image that is one of the board's boot loader files bring it up, too. Where another file does, the image is checked
/// as that one is.
fn serve(
    board: &'static Board,
    image: &mut DiskImage,
    files: &mut Artifacts,
    stop: &Stop,
) -> anyhow::Result<()> {
    let driver = driver(board)?;
    let Some(role) = driver.serves(image) else { return Ok(()) };
    let Some(bytes) = image.bytes(LOADER, stop)? else { return Ok(()) };
    let mut with = files.clone();
    with.replace(role, image.name(), bytes);
    driver.judge(board, &with)?;
    if files.get(role).is_none() {
        *files = with;
    }
    Ok(())
}

/// Adds what a simulated board makes up of the files that are missing, and says so.
fn make_up(
    board: &'static Board,
    files: &mut Artifacts,
    watch: &mut (impl Watch + ?Sized),
) -> anyhow::Result<()> {
    let (driver, all) = (driver(board)?, board.files());
    for role in super::roles(board) {
        let stands_in =
            |file: &&BoardFile| file.instead_of == Some(role) && files.get(file.role).is_some();
        if files.get(role).is_none()
            && !all.iter().any(stands_in)
            && let Some(bytes) = driver.made_up(board, role)
        {
            let word = role.name();
            watch.note(&format!(
                "the simulated board makes up a {word}: a real one needs --file {word}=FILE"
            ));
            files.add(role, format!("a made-up {word}"), bytes);
        }
    }
    Ok(())
}
