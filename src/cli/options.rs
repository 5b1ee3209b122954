//! The options of every command.

pub(super) mod unused;

use std::path::PathBuf;

use clap::{
    ColorChoice,
    builder::{EnumValueParser, PossibleValue, TypedValueParser as _},
};

use crate::{
    number,
    report::Style,
    session::{Access, Recorder, Way},
    transport::{Bus, PortName},
    virt::Wanted,
};

/// Options that every command takes.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Options {
    /// Where the board is plugged in: a USB port from `list` (1-1.4.2), or a serial device (/dev/ttyUSB0). Needed only where
    /// more than one board fits
    #[arg(
        short,
        long,
        global = true,
        hide_short_help = true,
        value_name = "PORT",
        conflicts_with = "virtual_boards"
    )]
    pub port: Option<PortName>,
    /// Use a simulated board (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`
    #[arg(long = "virtual", global = true, hide_short_help = true, value_name = "BOARD")]
    pub virtual_boards: Vec<Wanted>,
    /// Print one JSON object per line on stdout, and nothing else there
    #[arg(long, global = true, hide_short_help = true)]
    pub json: bool,
    /// Show what would be done, without doing it
    #[arg(long, global = true, hide_short_help = true)]
    pub dry_run: bool,
    /// Save every transfer in FILE: on USB as pcapng for Wireshark, on a serial line as text with times
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE")]
    pub trace: Option<PathBuf>,
    /// Save every transfer in FILE, for --replay
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Use a recording instead of a board; any difference from it is an error
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE", conflicts_with_all = ["port", "virtual_boards"])]
    pub replay: Option<PathBuf>,
    /// Wait up to this long for the board to show up
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS", value_parser = number::parse_seconds)]
    pub wait: Option<std::time::Duration>,
    /// The library that reaches USB devices
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        value_name = "LIBRARY",
        value_parser = EnumValueParser::<Bus>::new().try_map(built),
        default_value = "nusb",
        env = "RACKLET_FLASH_USB"
    )]
    pub usb: Bus,
    /// Answer yes to all questions
    #[arg(short, long, global = true, hide_short_help = true)]
    pub yes: bool,
    /// Print more; twice: also count transfers
    #[arg(short, long, global = true, hide_short_help = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Print only errors
    #[arg(short, long, global = true, hide_short_help = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// When to use colours
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        value_name = "WHEN",
        default_value = "auto"
    )]
    pub color: ColorChoice,
}

/// Refuses a library that this program was built without.
fn built(bus: Bus) -> Result<Bus, &'static str> {
    match bus {
        Bus::Libusb if !cfg!(feature = "libusb") => Err("this program was built without libusb"),
        _ => Ok(bus),
    }
}

impl clap::ValueEnum for Bus {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Nusb, Self::Libusb]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Nusb => PossibleValue::new("nusb").help("nusb, which speaks to usbfs itself"),
            Self::Libusb => {
                PossibleValue::new("libusb").help("libusb, the C library that most other tools use")
            }
        })
    }
}

impl Options {
    /// Which board is meant, and how it is reached.
    pub(super) fn access(&self) -> Access {
        let way = match &self.replay {
            Some(path) => Way::Recorded(path.clone()),
            None if self.virtual_boards.is_empty() => Way::Real,
            None => Way::Virtual(self.virtual_boards.clone()),
        };
        Access {
            port: self.port.clone(),
            way,
            wait: self.wait,
            bus: self.usb,
            net: None,
            console: None,
            disk: None,
            recorder: Recorder {
                trace: self.trace.clone(),
                snap: None,
                record: self.record.clone(),
            },
            counts: self.verbose > 1 && !self.quiet,
        }
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
