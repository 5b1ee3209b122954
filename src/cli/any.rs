//! `flash`, `recover`, `verify` and `backup`: any board, by its name.

mod closing;

use std::{path::PathBuf, str::FromStr, time::Instant};

use link::Watch;
use serde_json::json;

use super::{
    Options, confirm::Consent, image_file::Published, operator::Operator, output, verified::Verify,
};
use crate::{
    boards::{self, Board, BoardFile, Role},
    failure::Problem,
    family::{Context, Conversation, How, Scope, driver},
    files::{
        Dump,
        disk_image::{DiskImage, ImageFile},
    },
    plan::{self, Artifacts, Goal, Inputs, Known, Outcome, Place, Plan},
    report::{Answer, Report},
    session::Way,
    transport::Stop,
    virt::Wanted,
};

/// What `flash --help` ends with.
pub(super) const FLASH: &str = "\
The board may be in its mask ROM, or in any loader that follows it: only what is missing is sent. Files that the board's loader
is in are named with --file, or found by their name in racklet-flash/files/BOARD of the data folders. `boards BOARD` says which
they are, who publishes them, and how the board enters its mask ROM.

Examples:
  racklet-flash flash rock-5b Armbian.img.xz --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash flash radxa/rock-5b disk.img --virtual radxa/rock-5b --yes";
/// What `recover --help` ends with.
pub(super) const RECOVER: &str = "\
Examples:
  racklet-flash recover rock-5b --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash recover rock-5b --virtual radxa/rock-5b";
/// What `verify --help` ends with.
pub(super) const VERIFY: &str = "\
Examples:
  racklet-flash verify rock-5b Armbian.img.xz --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash verify rock-5b disk.img --virtual radxa/rock-5b";
/// What `backup --help` ends with.
pub(super) const BACKUP: &str = "\
Examples:
  racklet-flash backup rock-5b emmc.img --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash backup rock-5b spi.img --from spi --virtual radxa/rock-5b";

/// The longest boot loader, in bytes.
const LOADER: u64 = 32 << 20;

/// A file with a role: `loader=FILE`.
#[derive(Clone, Debug)]
pub(super) struct RoleFile(Role, PathBuf);

impl FromStr for RoleFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (role, path) = text.split_once('=').ok_or("it is not ROLE=FILE")?;
        let known = Role::ALL.into_iter().find(|known| known.name() == role);
        let role = known.ok_or_else(|| {
            let names: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
            format!("no role is called `{role}`; there are {}", names.join(", "))
        })?;
        Ok(Self(role, path.into()))
    }
}

/// Which board, and the files of its boot loaders.
#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// The board, by any unique part of its name (see `boards`)
    board: String,
    /// A file of the board's boot loaders, by its role (`boards BOARD` lists them); repeatable
    #[arg(long = "file", value_name = "ROLE=FILE")]
    files: Vec<RoleFile>,
    /// Another board than before may be at the port
    #[arg(long)]
    new_board: bool,
}

/// Arguments of `flash`.
#[derive(Debug, clap::Args)]
pub struct Flash {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    image: Published,
    /// Where the image goes: a storage of the board (emmc, sd, spi, nvme, …) or the name of a partition on its first one
    #[arg(long, value_name = "STORAGE|PARTITION")]
    to: Option<String>,
    /// How to verify what was written
    #[arg(long, value_name = "HOW", value_enum, default_value_t)]
    verify: Verify,
    /// Leave the board as it is in the end
    #[arg(long)]
    no_reset: bool,
    /// Compare first, and write only what differs
    #[arg(long, conflicts_with = "resume")]
    if_different: bool,
    /// Continue an interrupted write
    #[arg(long)]
    resume: bool,
}

/// Arguments of `recover`.
#[derive(Debug, clap::Args)]
pub struct Recover {
    #[command(flatten)]
    target: Target,
}

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    image: Published,
    /// What is compared: a storage of the board, or the name of a partition on its first one
    #[arg(long = "on", value_name = "STORAGE|PARTITION")]
    on: Option<String>,
}

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
pub struct Backup {
    #[command(flatten)]
    target: Target,
    /// Where it goes (- is stdout)
    file: PathBuf,
    /// The storage that is read (otherwise the board's first)
    #[arg(long, value_name = "STORAGE")]
    from: Option<String>,
}

/// What a command is about.
struct Job<'j> {
    target: &'j Target,
    goal: Goal,
    image: Option<ImageFile>,
    sink: Option<Dump>,
}

/// A job whose files are open and sound.
struct Ready {
    files: Artifacts,
    image: Option<DiskImage>,
    plan: Plan,
}

/// `flash`.
pub(super) fn flash(
    options: &Options,
    args: &Flash,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = boards::find(&args.target.board)?;
    let to = Place::parse(board, args.to.as_deref())?;
    driver(board)?.reaches(board, to.storage())?;
    let image = args.image.named();
    image.glance()?;
    let scope = match (args.resume, args.if_different) {
        (true, _) => Scope::Rest,
        (_, true) => Scope::Different,
        _ => Scope::All,
    };
    let how = How { check: args.verify.into(), scope };
    let goal = Goal::Flash { to, how, restart: !args.no_reset };
    let job = Job { target: &args.target, goal, image: Some(image), sink: None };
    run(options, board, job, stop, report)
}

/// `recover`.
pub(super) fn recover(
    options: &Options,
    args: &Recover,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = boards::find(&args.target.board)?;
    let job = Job { target: &args.target, goal: Goal::Recover, image: None, sink: None };
    run(options, board, job, stop, report)
}

/// `verify`.
pub(super) fn verify(
    options: &Options,
    args: &VerifyArgs,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = boards::find(&args.target.board)?;
    let to = Place::parse(board, args.on.as_deref())?;
    driver(board)?.reaches(board, to.storage())?;
    let image = args.image.named();
    image.glance()?;
    let job =
        Job { target: &args.target, goal: Goal::Verify { to }, image: Some(image), sink: None };
    run(options, board, job, stop, report)
}

/// `backup`.
pub(super) fn backup(
    options: &Options,
    args: &Backup,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = boards::find(&args.target.board)?;
    let from = match Place::parse(board, args.from.as_deref())? {
        Place::On(storage) => storage,
        Place::Partition(_, name) => {
            let names: Vec<_> = board.storages().iter().map(|entry| entry.kind.name()).collect();
            let text = format!("{} has no storage {name}; it has {}", board.name, names.join(", "));
            return Err(Problem::Usage(text).into());
        }
    };
    driver(board)?.reads(board, from)?;
    let sink = match options.dry_run {
        true => None,
        false => Some(output::create(&args.file, report)?),
    };
    let job = Job { target: &args.target, goal: Goal::Backup { from }, image: None, sink };
    run(options, board, job, stop, report)
}

fn run(
    options: &Options,
    board: &'static Board,
    mut job: Job<'_>,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    if let Some(spec) = options.virtual_boards.first() {
        simulated(board, spec)?;
    }
    let files = collect(board, job.target)?;
    driver(board)?.starts(board, &files)?;
    if options.dry_run {
        return Ok(planned(&ready(options, board, (&job, files), stop, report)?.plan));
    }
    let begin = Instant::now();
    // A long check of the image comes after a look at the board: nobody waits for minutes to hear that it is not there. A
    // serial line can be asked nothing.
    let (mut talk, ready) = match board.is_serial() {
        true => {
            let ready = ready(options, board, (&job, files), stop, report)?;
            (driver(board)?.open(board, &options.access(), stop)?, Ok(ready))
        }
        false => {
            let talk = look(options, board, &job.goal, stop, report)?;
            (talk, ready(options, board, (&job, files), stop, report))
        }
    };
    report.about(Some(&board.name), Some(&talk.port()));
    let consent = Consent::new(options, talk.name(), stop);
    let mut desk = Operator::new(report, &consent);
    let mut cx = Context { stop, desk: &mut desk };
    let outcome = ready.and_then(|ready| carry_out(options, ready, &mut job, &mut *talk, &mut cx));
    let (outcome, ended) = match outcome {
        Ok(outcome) => (outcome, Ok(())),
        Err(error) => (Outcome::default(), Err(error)),
    };
    let name = talk.name().to_owned();
    talk.close(ended, &mut cx)?;
    if let Some(sink) = job.sink {
        sink.finish()?;
    }
    // A question may have waited for hours.
    let time = begin.elapsed().saturating_sub(desk.asked);
    Ok(closing::answer(board, &name, &outcome, time.as_secs_f64()))
}

/// Opens the board and makes sure that it is the right one, and that what is to be written may be written at all.
fn look(
    options: &Options,
    board: &'static Board,
    goal: &Goal,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Box<dyn Conversation>> {
    let mut talk = driver(board)?.open(board, &options.access(), stop)?;
    report.about(Some(&board.name), Some(&talk.port()));
    let consent = Consent::new(options, talk.name(), stop);
    let mut desk = Operator::new(report, &consent);
    let mut cx = Context { stop, desk: &mut desk };
    match plan::look(board, goal, &mut *talk, &mut cx) {
        Ok(_) => Ok(talk),
        Err(error) => {
            talk.close(Err(error), &mut cx)?;
            unreachable!("a conversation that is closed with an error ends with one")
        }
    }
}

/// Opens the files, and makes the plan: errors that only files or words make are found here.
fn ready(
    options: &Options,
    board: &'static Board,
    (job, files): (&Job<'_>, Artifacts),
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Ready> {
    let mut image = match (&job.image, &job.goal) {
        (None, _) => None,
        (Some(file), Goal::Verify { .. }) => Some(file.to_compare(0, report, stop)?),
        (Some(file), _) => Some(file.to_write(0, report, stop)?),
    };
    let files = artifacts(options, board, (files, image.as_mut()), stop, report)?;
    let plan = plan::plan(board, &job.goal, &files, image.as_ref())?;
    Ok(Ready { files, image, plan })
}

fn carry_out(
    options: &Options,
    ready: Ready,
    job: &mut Job<'_>,
    talk: &mut dyn Conversation,
    cx: &mut Context<'_>,
) -> anyhow::Result<Outcome> {
    let Ready { files, image, plan } = ready;
    let known = matches!(options.access().way, Way::Real).then(Known::file).flatten();
    let sink = job.sink.as_mut().map(|sink| sink as &mut dyn link::Sink);
    let inputs = Inputs { files, image, sink, known, new_board: job.target.new_board };
    plan::run(&plan, inputs, talk, cx)
}

/// The files of the board's boot loaders that are named or found.
fn collect(board: &'static Board, target: &Target) -> anyhow::Result<Artifacts> {
    let named: Vec<_> =
        target.files.iter().map(|RoleFile(role, path)| (*role, path.clone())).collect();
    Artifacts::collect(board, &named, &boards::folders("files"))
}

/// The same with what the image itself is good for, and what a simulated board makes up.
fn artifacts(
    options: &Options,
    board: &'static Board,
    (mut files, image): (Artifacts, Option<&mut DiskImage>),
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Artifacts> {
    let driver = driver(board)?;
    if let Some(image) = image {
        serve(board, image, &mut files, stop)?;
    }
    if !options.virtual_boards.is_empty() {
        let files_of = board.files();
        for role in plan::roles(board) {
            let stands_in =
                |file: &&BoardFile| file.instead_of == Some(role) && files.get(file.role).is_some();
            if files.get(role).is_none()
                && !files_of.iter().any(stands_in)
                && let Some(bytes) = driver.made_up(board, role)
            {
                report.note(&format!(
                    "the simulated board makes up a {}: a real one needs --file {}=FILE",
                    role.name(),
                    role.name()
                ));
                files.add(role, format!("a made-up {}", role.name()), bytes);
            }
        }
    }
    Ok(files)
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
    driver.starts(board, &with)?;
    if files.get(role).is_none() {
        *files = with;
    }
    Ok(())
}

/// Refuses a simulated board that is not the one which is meant.
fn simulated(board: &Board, spec: &Wanted) -> Result<(), Problem> {
    match spec.name() == board.name {
        true => Ok(()),
        false => Err(Problem::OtherBoard(format!(
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
