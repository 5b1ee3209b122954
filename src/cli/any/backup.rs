//! `backup`: a board's storage in a file.

use std::path::PathBuf;

use super::{Road, Target, job::Job};
use crate::{
    cli::{Options, output},
    failure::Problem,
    family::driver,
    plan::{Goal, Place},
    report::{Answer, Report},
    transport::Stop,
};

/// What `backup --help` ends with.
pub(crate) const EXAMPLES: &str = "\
Examples:
  racklet-flash backup rock-5b emmc.img.zst --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash backup rock-5b spi.img --from spi --virtual radxa/rock-5b
  racklet-flash backup generic/u-boot disk.img.zst --from nvme --net 127.9.0.0/16 --virtual generic/u-boot:size=64M";

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    target: Target,
    /// Output file: compressed if its name ends in .gz, .xz, .zst or .bz2; FILE.sha256 is made beside it (- is stdout)
    file: PathBuf,
    /// The storage that is read (otherwise the board's first)
    #[arg(long, value_name = "STORAGE")]
    from: Option<String>,
    #[command(flatten)]
    road: Road,
}

/// `backup`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = args.target.board()?;
    let from = match Place::parse(board, args.from.as_deref())? {
        Place::On(storage) => storage,
        Place::Partition(_, name) => {
            let names: Vec<_> = board.storages().iter().map(|entry| entry.kind.name()).collect();
            let text = format!("{} has no storage {name}; it has {}", board.name, names.join(", "));
            return Err(Problem::Usage(text).into());
        }
    };
    let via = args.road.choose(board, from)?;
    driver(board)?.reads(board, from, via)?;
    let sink = match options.dry_run {
        true => None,
        false => Some(output::backup(&args.file, report)?),
    };
    let job = Job::of((options, stop), (board, &args.target), Goal::Backup { from, via });
    Job { sink, road: Some(&args.road), ..job }.run(report)
}
