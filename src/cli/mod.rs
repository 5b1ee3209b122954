//! The command line: what it accepts, and who does the work.

mod amlogic;
mod any;
mod board;
mod bouffalo;
mod branch;
mod confirm;
mod doctor;
mod examples;
mod fastboot;
mod fel;
mod generate;
mod groups;
mod hexdump;
mod image;
mod image_file;
mod list;
mod look;
mod lost;
mod operator;
mod options;
mod output;
mod package;
mod peers;
mod provision;
mod reflow;
mod rockchip;
mod scope;
mod serial;
mod serve;
mod starfive;
mod thead;
mod usage;
mod verified;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub use generate::{Shell, command, completion_file, schema};
pub use options::Options;
pub use serial::restore_terminal;
pub use usage::{help, parse, wants_json};

use self::branch::Branch;
use crate::{
    doctor::Machine,
    exit::Exit,
    files::{output::allow_replacing, regular},
    report::{Answer, Report},
    transport::Stop,
};

/// Recover and flash single-board computers through their SoC's mask ROM.
#[derive(Debug, Parser)]
#[command(name = "racklet-flash", version, max_term_width = 100, after_help = examples::FIRST, after_long_help = examples::EXIT_CODES)]
pub struct Cli {
    /// Options that every command takes.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List boards in recovery mode, and serial adapters
    #[command(after_help = examples::LIST)]
    List {
        /// Then say which boards and serial adapters come and go, until Ctrl-C
        #[arg(long)]
        watch: bool,
    },
    /// Check this computer for problems, and say how to fix them
    #[command(after_help = examples::DOCTOR)]
    Doctor {
        /// Look at the machine whose files are below DIR
        #[arg(long, hide = true, value_name = "DIR", default_value = "/")]
        root: PathBuf,
    },
    /// Write an image to a board, verify it and restart the board
    ///
    /// The board may be in its mask ROM, or in any loader that follows it: only what is missing is sent. Files that the board's
    /// loader is in are named with --file, or found by their name in racklet-flash/files/BOARD of the data folders. `boards
    /// BOARD` says which they are, who publishes them, and how the board enters its mask ROM.
    #[command(after_help = any::flash::EXAMPLES)]
    Flash(any::flash::Args),
    /// Start a board's boot loader in memory
    #[command(after_help = any::recover::EXAMPLES)]
    Recover(any::recover::Args),
    /// Compare a board's storage with an image
    #[command(after_help = any::verify::EXAMPLES)]
    Verify(any::verify::Args),
    /// Read a board's storage into a file
    #[command(after_help = any::backup::EXAMPLES)]
    Backup(any::backup::Args),
    /// Bring many boards to what a manifest says, and prove it
    #[command(after_help = provision::EXAMPLES)]
    Provision(provision::Args),
    /// Show how a board enters recovery mode, and what to type
    #[command(after_help = board::EXAMPLES)]
    Boards {
        /// A board's name, or any part of it that no other board has
        board: Option<String>,
        /// Check a board's file of your own (see docs/boards.md)
        #[arg(long, value_name = "FILE", conflicts_with = "board")]
        check: Option<PathBuf>,
    },
    /// Allwinner boards, through FEL
    #[command(visible_alias = "allwinner")]
    Fel(Branch<fel::Args>),
    /// Rockchip boards: mask ROM, usbplug and loader
    #[command(visible_alias = "rk")]
    Rockchip(Branch<rockchip::Args>),
    /// Amlogic boards: mask ROM, BL2 and U-Boot
    #[command(visible_alias = "aml")]
    Amlogic(Branch<amlogic::Args>),
    /// StarFive boards, over their serial line
    #[command(visible_alias = "sf")]
    Starfive(Branch<starfive::Args>),
    /// Boards that speak fastboot: TH1520, K1
    #[command(visible_alias = "fb")]
    Fastboot(Branch<fastboot::Args>),
    /// Bouffalo Lab boards, over their serial line
    #[command(visible_alias = "bl")]
    Bouffalo(Branch<bouffalo::Args>),
    /// TH1520 boards, over their serial line
    #[command(visible_alias = "th")]
    Thead(Branch<thead::Args>),
    /// Any board's serial line: console, file transfer, U-Boot
    Serial(Branch<serial::Args>),
    /// Say what an image file is, and whether it is sound
    #[command(subcommand)]
    Image(image::Command),
    /// Simulated boards, for trying commands without hardware
    #[command(subcommand)]
    Virtual(Virtual),
    /// Print udev rules that let users open boards
    #[command(after_help = examples::UDEV)]
    Udev,
    /// Print a completion script for a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Write completions, manual pages, udev rules and a JSON schema
    #[command(after_help = examples::GENERATE)]
    Generate {
        /// The folder; it is made where it is not there
        folder: PathBuf,
    },
    /// Print a manual page
    #[command(after_help = examples::MAN)]
    Man {
        /// The command that the page is about, such as `rockchip disk write` (default: racklet-flash itself)
        command: Vec<String>,
    },
}

/// Commands about virtual boards.
#[derive(Debug, Subcommand)]
pub enum Virtual {
    /// List the simulated boards and their options
    #[command(after_help = examples::VIRTUAL_LIST)]
    List,
    /// Serve simulated boards to other programs, over USB/IP and ptys
    #[command(after_long_help = serve::EXAMPLES)]
    Serve(serve::Args),
}

/// Carries a command out; returns the exit code of its answer.
pub fn run(cli: &Cli, stop: &Stop, report: &mut Report) -> anyhow::Result<Exit> {
    regular::stop_with(stop);
    if cli.options.yes {
        allow_replacing();
    }
    if !matches!(cli.command, Command::Boards { .. }) {
        board::note_invalid(report);
    }
    let answer = match &cli.command {
        Command::List { watch: false } => list::run(&cli.options, stop, report)?,
        Command::List { watch: true } => list::watch(&cli.options, stop, report)?,
        Command::Doctor { root } => doctor::run(&cli.options, &Machine::below(root))?,
        Command::Boards { board, check } => board::run(board.as_deref(), check.as_deref(), report)?,
        Command::Fel(Branch(args)) => {
            return fel::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Rockchip(Branch(args)) => {
            return rockchip::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Amlogic(Branch(args)) => {
            return amlogic::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Starfive(Branch(args)) => {
            return starfive::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Fastboot(Branch(args)) => {
            return fastboot::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Bouffalo(Branch(args)) => {
            return bouffalo::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Thead(Branch(args)) => {
            return thead::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Serial(Branch(args)) => {
            return serial::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Flash(args) => any::flash::run(&cli.options, args, stop, report)?,
        Command::Recover(args) => any::recover::run(&cli.options, args, stop, report)?,
        Command::Verify(args) => any::verify::run(&cli.options, args, stop, report)?,
        Command::Backup(args) => any::backup::run(&cli.options, args, stop, report)?,
        Command::Provision(args) => provision::run(&cli.options, args, stop, report)?,
        Command::Image(command) => image::run(command, stop, report)?,
        Command::Virtual(Virtual::List) => board::virtual_list(),
        Command::Virtual(Virtual::Serve(args)) => serve::run(&cli.options, args, stop, report)?,
        Command::Udev => generate::udev(),
        Command::Completions { shell } => generate::completions(*shell),
        Command::Generate { folder } => generate::folder(folder, cli.options.dry_run)?,
        Command::Man { command } => generate::man(command)?,
    };
    report.answer(cli.command.name(), &answer)?;
    Ok(answer.exit)
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "list",
            Self::Doctor { .. } => "doctor",
            Self::Boards { .. } => "boards",
            Self::Flash(_) => "flash",
            Self::Recover(_) => "recover",
            Self::Verify(_) => "verify",
            Self::Backup(_) => "backup",
            Self::Provision(_) => "provision",
            Self::Fel(_) => "fel",
            Self::Rockchip(_) => "rockchip",
            Self::Amlogic(_) => "amlogic",
            Self::Starfive(_) => "starfive",
            Self::Fastboot(_) => "fastboot",
            Self::Bouffalo(_) => "bouffalo",
            Self::Thead(_) => "thead",
            Self::Serial(_) => "serial",
            Self::Image(command) => command.name(),
            Self::Virtual(Virtual::List) => "virtual list",
            Self::Virtual(Virtual::Serve(_)) => "virtual serve",
            Self::Udev => "udev",
            Self::Completions { .. } => "completions",
            Self::Generate { .. } => "generate",
            Self::Man { .. } => "man",
        }
    }
}

/// Shells that `completions/` holds a file for.
pub fn shells() -> &'static [Shell] {
    Shell::value_variants()
}

/// An answer that is one generated text.
fn generated(text: &str) -> Answer {
    Answer::new(text.trim_end_matches('\n'), serde_json::json!({"text": text}))
}
