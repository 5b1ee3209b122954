//! `recover`: a boot loader in a board's memory.

use super::{Target, job::Job};
use crate::{
    cli::Options,
    plan::Goal,
    report::{Answer, Report},
    transport::Stop,
};

/// What `recover --help` ends with.
pub(crate) const EXAMPLES: &str = "\
Examples:
  racklet-flash recover rock-5b --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash recover rock-5b --virtual radxa/rock-5b";

/// Arguments of `recover`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    target: Target,
}

/// `recover`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    Job::of((options, stop), (args.target.board()?, &args.target), Goal::Recover).run(report)
}
