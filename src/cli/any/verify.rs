//! `verify`: what a board holds, compared with an image.

use super::{Target, job::Job};
use crate::{
    boards,
    cli::{Options, image_file::Published},
    family::driver,
    plan::{Goal, Place},
    report::{Answer, Report},
    transport::Stop,
};

/// What `verify --help` ends with.
pub(crate) const EXAMPLES: &str = "\
Examples:
  racklet-flash verify rock-5b Armbian.img.xz --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash verify rock-5b disk.img --virtual radxa/rock-5b";

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    image: Published,
    /// What is compared: a storage of the board, or the name of a partition on its first one
    #[arg(long = "on", value_name = "STORAGE|PARTITION")]
    on: Option<String>,
}

/// `verify`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = boards::find(&args.target.board)?;
    let to = Place::parse(board, args.on.as_deref())?;
    driver(board)?.reaches(board, to.storage())?;
    let image = args.image.named();
    image.glance()?;
    let job = Job {
        options,
        stop,
        board,
        target: &args.target,
        goal: Goal::Verify { to },
        fast: false,
        image: Some(image),
        sink: None,
    };
    job.run(report)
}
