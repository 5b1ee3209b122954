//! The command line: what it accepts, and who does the work.

mod amlogic;
mod amlogic_files;
mod attached;
mod board;
mod confirm;
mod doctor;
mod fel;
mod files;
mod folder;
mod generate;
mod image;
mod line;
mod list;
mod load;
mod lost;
mod open;
mod placed;
mod rockchip;
mod rockchip_files;
mod serial;
mod serve;
mod starfive;
mod there;
mod unpack;
mod usage;

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};

pub use generate::{Shell, command, completion_file};
pub use serial::restore_terminal;
pub use usage::{unparsed, wants_json};

use crate::{
    doctor::Machine,
    exit::Exit,
    failure::Problem,
    file, number, output,
    report::{Answer, Report, Style},
    transport::{
        Bus, PortName, PortPath, Stop,
        virt::{Spec, Wanted},
    },
};

/// Recovers and flashes single-board computers through their SoC's mask ROM.
#[derive(Debug, Parser)]
#[command(name = "racklet-flash", version, max_term_width = 100, after_long_help = EXIT_CODES)]
pub struct Cli {
    /// Options that every command takes.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 all done; 1 the device or the transfer failed; 2 usage; 3 no board (in time), \
or more than one fits; 4 no permission; 5 verification found a difference; 6 an input file is not what it should be; \
7 refused for safety; 130 interrupted.";

/// Options that every command takes.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Options {
    /// The board's place: a USB port path as `list` shows it (1-1.4.2), the board's own or its serial adapter's; or a serial
    /// device (/dev/ttyUSB0)
    #[arg(short, long, global = true, value_name = "PORT", conflicts_with = "virtual_boards")]
    pub port: Option<PortName>,
    /// Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`
    #[arg(long = "virtual", global = true, value_name = "BOARD")]
    pub virtual_boards: Vec<Wanted>,
    /// Print one JSON object a line on stdout, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,
    /// Print the plan, touch nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times
    #[arg(long, global = true, value_name = "FILE")]
    pub trace: Option<PathBuf>,
    /// Write every transfer to FILE as a transcript that --replay reads
    #[arg(long, global = true, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Speak to a recorded transcript instead of a board; any difference is an error
    #[arg(long, global = true, value_name = "FILE", conflicts_with_all = ["port", "virtual_boards"])]
    pub replay: Option<PathBuf>,
    /// Wait so long for the board to show up
    #[arg(long, global = true, value_name = "SECONDS", value_parser = number::parse_seconds)]
    pub wait: Option<std::time::Duration>,
    /// The library that reaches USB devices
    #[cfg(feature = "libusb")]
    #[arg(
        long,
        global = true,
        value_name = "LIBRARY",
        value_enum,
        default_value_t,
        env = "RACKLET_FLASH_USB"
    )]
    pub usb: Bus,
    /// Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to
    /// bear it: a trace from silicon would show
    #[arg(long, global = true, value_name = "WHETHER")]
    pub queue: Option<Queue>,
    /// Answer yes to all questions
    #[arg(short, long, global = true)]
    pub yes: bool,
    /// Say more; twice: count transfers
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Colours in messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// Whether transfers are queued across phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Queue {
    /// A whole command is handed over at once.
    On,
    /// Each phase begins when the one before has ended.
    Off,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened
    List,
    /// What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs
    Doctor {
        /// Look at the machine whose files are below DIR
        #[arg(long, hide = true, value_name = "DIR", default_value = "/")]
        root: PathBuf,
    },
    /// The board database; for one board how it gets into recovery
    Boards {
        /// Name of a board (vendor/model)
        board: Option<String>,
    },
    /// Allwinner's mask ROM
    Fel(fel::Args),
    /// Rockchip's mask ROM, and the loaders that follow it
    #[command(visible_alias = "rk")]
    Rockchip(rockchip::Args),
    /// Amlogic's mask ROMs, and BL2 and U-Boot that follow them
    #[command(visible_alias = "aml")]
    Amlogic(amlogic::Args),
    /// StarFive's JH7110 and JH7100, over their serial line
    #[command(visible_alias = "sf")]
    Starfive(starfive::Args),
    /// Any board's serial line
    Serial(serial::Args),
    /// Image files: what they are, and whether they are sound
    #[command(subcommand)]
    Image(image::Command),
    /// Boards that are not there
    #[command(subcommand)]
    Virtual(Virtual),
    /// Print the udev rules that let users open boards
    Udev,
    /// Print a completion script
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page (of a subcommand where one is named)
    Man {
        /// Name of the subcommand, in one or two words
        command: Vec<String>,
    },
}

/// Commands about virtual boards.
#[derive(Debug, Subcommand)]
pub enum Virtual {
    /// The boards there are, and the options they take
    List,
    /// Put virtual boards on USB/IP and ptys, for any tool of any maker
    #[command(after_long_help = serve::EXAMPLES)]
    Serve(serve::Args),
}

impl Options {
    /// The library that USB devices are reached through.
    pub fn bus(&self) -> Bus {
        #[cfg(feature = "libusb")]
        return self.usb;
        #[cfg(not(feature = "libusb"))]
        Bus::default()
    }

    /// The same without a trace and a recording: for a look at a board that the command is not for.
    fn unrecorded(&self) -> Self {
        Self { trace: None, record: None, ..self.clone() }
    }

    /// The USB port that the options name.
    fn usb_port(&self) -> Result<Option<&PortPath>, Problem> {
        match &self.port {
            None => Ok(None),
            Some(PortName::Usb(port)) => Ok(Some(port)),
            Some(PortName::Serial(path)) => Err(Problem::Usage(format!(
                "{} is a serial device; this command needs a USB port path such as 1-1.4.2 (see `racklet-flash list`)",
                path.display()
            ))),
        }
    }

    /// The virtual boards, which must be on USB.
    fn usb_boards(&self) -> Result<Vec<&Spec>, Problem> {
        let boards = self.virtual_boards.iter();
        boards
            .map(|wanted| match wanted {
                Wanted::Usb(spec) => Ok(&**spec),
                Wanted::Serial(spec) => Err(Problem::Usage(format!(
                    "{} is on a serial line, and this command is for boards on USB: {}",
                    spec.board.name,
                    there::command(spec.board.family())
                ))),
            })
            .collect()
    }

    /// Whether transfers are queued across phases where the database, or the virtual board, says `otherwise`.
    fn queues(&self, otherwise: bool) -> bool {
        self.queue.map_or(otherwise, |queue| queue == Queue::On)
    }

    /// The style of output that the options ask for.
    pub fn style(&self) -> Style {
        use std::io::IsTerminal;
        let color = match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
                    && std::io::stderr().is_terminal()
            }
        };
        Style { json: self.json, quiet: self.quiet, verbose: self.verbose, color }
    }
}

/// Carries a command out; returns the exit code of its answer.
pub fn run(cli: &Cli, stop: &Stop, report: &mut Report) -> anyhow::Result<Exit> {
    file::stop_with(stop);
    if cli.options.yes {
        output::allow_replacing();
    }
    let answer = match &cli.command {
        Command::List => list::run(&cli.options, stop, report)?,
        Command::Doctor { root } => doctor::run(&cli.options, &Machine::below(root))?,
        Command::Boards { board } => board::run(board.as_deref())?,
        Command::Fel(args) => {
            return fel::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Rockchip(args) => {
            return rockchip::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Amlogic(args) => {
            return amlogic::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Starfive(args) => {
            return starfive::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Serial(args) => {
            return serial::run(&cli.options, args, stop, report).map(|()| Exit::Done);
        }
        Command::Image(command) => image::run(command, stop, report)?,
        Command::Virtual(Virtual::List) => board::virtual_list(),
        Command::Virtual(Virtual::Serve(args)) => serve::run(&cli.options, args, stop, report)?,
        Command::Udev => generate::udev(),
        Command::Completions { shell } => generate::completions(*shell),
        Command::Man { command } => generate::man(command)?,
    };
    report.answer(cli.command.name(), &answer)?;
    Ok(answer.exit)
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Doctor { .. } => "doctor",
            Self::Boards { .. } => "boards",
            Self::Fel(_) => "fel",
            Self::Rockchip(_) => "rockchip",
            Self::Amlogic(_) => "amlogic",
            Self::Starfive(_) => "starfive",
            Self::Serial(_) => "serial",
            Self::Image(command) => command.name(),
            Self::Virtual(Virtual::List) => "virtual list",
            Self::Virtual(Virtual::Serve(_)) => "virtual serve",
            Self::Udev => "udev",
            Self::Completions { .. } => "completions",
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
