//! `flash`: an image on a board's storage.

use super::{Road, Target, demo, job::Job, place};
use crate::{
    boards::Board,
    cli::{Options, image_file::Published, scope::Held, verified::Verify},
    failure::Problem,
    family::How,
    files::disk_image::ImageFile,
    plan::Goal,
    report::{Answer, Report},
    transport::Stop,
};

/// What `flash --help` ends with.
pub(crate) const EXAMPLES: &str = "\
Examples:
  racklet-flash flash rock-5b Armbian.img.xz --file loader=rk3588_spl_loader_v1.18.113.bin
  racklet-flash flash radxa/rock-5b disk.img --virtual radxa/rock-5b --yes
  racklet-flash flash rock-5b --demo";

/// Arguments of `flash`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    image: Published,
    /// Where it goes: a storage (emmc, sd, spi, nvme, …) or a partition
    ///
    /// A partition is one of the board's first storage.
    #[arg(long, value_name = "STORAGE|PARTITION")]
    to: Option<String>,
    #[command(flatten)]
    road: Road,
    /// How to verify what was written
    #[arg(long, value_name = "HOW", value_enum, default_value_t)]
    verify: Verify,
    /// Then have the SoC start from there: sets `mmc partconf` (with --to emmc, emmc-boot0 or emmc-boot1, over Ethernet)
    #[arg(long, hide_short_help = true, conflicts_with = "demo")]
    set_boot: bool,
    /// Do not restart the board at the end
    #[arg(long)]
    no_reset: bool,
    #[command(flatten)]
    held: Held,
    /// Try it on a simulated board, with an image that is made for it
    #[arg(long, conflicts_with_all = ["port", "virtual_boards", "replay", "bmap", "sha256", "to", "via", "net"])]
    demo: bool,
    /// Over a serial line: send at 1.5 Mbaud once U-Boot runs; falls back if the board loses bytes
    #[arg(long, hide_short_help = true)]
    fast: bool,
}

/// `flash`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let board = args.target.board()?;
    if args.demo {
        return demo::run(board, options, |options, demo| {
            flash(
                board,
                options,
                args,
                (Some(demo.to.name()), &demo.road, demo.image),
                (stop, report),
            )
        });
    }
    let what = (args.to.as_deref(), &args.road, args.image.named());
    flash(board, options, args, what, (stop, report))
}

fn flash(
    board: &'static Board,
    options: &Options,
    args: &Args,
    (to, road, image): (Option<&str>, &Road, ImageFile),
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Answer> {
    if args.fast && !board.is_serial() {
        let text = format!("--fast is for a serial line, and {} is flashed over USB", board.name);
        return Err(Problem::Usage(text).into());
    }
    let (to, via) = place(board, to, road, &image)?;
    let how = How { check: args.verify.into(), scope: args.held.scope() };
    let goal = Goal::Flash { to, via, how, set_boot: args.set_boot, restart: !args.no_reset };
    let job = Job::of((options, stop), (board, &args.target), goal);
    Job { fast: args.fast, road: Some(road), image: Some(image), ..job }.run(report)
}
