//! `verify`: what a board holds, compared with an image.

use super::{Road, Target, job::Job, place};
use crate::{
    cli::{Options, image_file::Published},
    plan::Goal,
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
    #[command(flatten)]
    road: Road,
}

/// `verify`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let (board, image) = (args.target.board()?, args.image.named());
    let (to, via) = place(board, args.on.as_deref(), &args.road, &image)?;
    let job = Job::of((options, stop), (board, &args.target), Goal::Verify { to, via });
    Job { image: Some(image), road: Some(&args.road), ..job }.run(report)
}
