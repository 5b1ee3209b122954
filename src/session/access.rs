//! Which board is meant, and how it is reached.

use std::{path::PathBuf, time::Duration};

use link::Watch;

use crate::{
    failure::Problem,
    net::Addressing,
    transport::{Bus, PortName, PortPath},
    virt::{Spec, Wanted},
};

/// Which board is meant, and how it is reached.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Where it is plugged in; `None`: exactly one board fits.
    pub port: Option<PortName>,
    /// What is at the other end.
    pub way: Way,
    /// How long the board may take to show up; `None`: it is there.
    pub wait: Option<Duration>,
    /// The network that the board is on, for data that take it.
    pub net: Option<Addressing>,
    /// The board's serial console, for a board that is reached over USB first; `None`: the one serial port that there is.
    pub console: Option<PortName>,
    /// The USB port that the board's own disk shows up at, for data over USB on a board that is on a serial line.
    pub disk: Option<PortPath>,
    /// The library that reaches USB devices.
    pub bus: Bus,
    /// What is kept of the conversation.
    pub recorder: Recorder,
    /// Whether the link's counts are told at the end.
    pub counts: bool,
}

/// What is at the other end.
#[derive(Clone, Debug, Default)]
pub enum Way {
    /// A board.
    #[default]
    Real,
    /// Simulated boards in this process.
    Virtual(Vec<Wanted>),
    /// A recorded conversation.
    Recorded(PathBuf),
}

/// Files that a conversation is kept in.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    /// Every transfer, for people: pcapng, or text on a serial line.
    pub trace: Option<PathBuf>,
    /// Bytes of each transfer that the trace keeps; `None`: all of them.
    pub snap: Option<usize>,
    /// A transcript that can be replayed.
    pub record: Option<PathBuf>,
}

impl Access {
    /// The same for the board's console. What is recorded is the conversation over USB. Fails for a simulated board whose
    /// console is not named: the one serial port of this computer is none of its own.
    pub fn of_console(&self) -> Result<Self, Problem> {
        match (&self.way, &self.console) {
            (Way::Virtual(_), None) if let Some(line) = self.line_of_uboot()? => {
                Ok(Self { port: None, way: Way::Virtual(vec![line]), ..self.unrecorded() })
            }
            (Way::Real, _) | (_, Some(_)) => {
                Ok(Self { port: self.console.clone(), way: Way::Real, ..self.unrecorded() })
            }
            _ => Err(Problem::Usage("a simulated board has no console of its own".into()).advised(
                "give it one: --virtual BOARD:engine=qemu,console=LINK, and --console LINK",
            )),
        }
    }

    /// The line of a simulated board's own U-Boot, where this process has it.
    fn line_of_uboot(&self) -> Result<Option<Wanted>, Problem> {
        let Some(Wanted::Usb(spec)) = self.simulated()? else { return Ok(None) };
        Ok(spec.console().map(|line| Wanted::Serial(Box::new(line))))
    }

    /// The same without a trace and a recording: for a look at a board that the command is not for.
    pub fn unrecorded(&self) -> Self {
        Self { recorder: Recorder::default(), ..self.clone() }
    }

    /// Says that a board is waited for, where it may take its time.
    pub fn announce(&self, watch: &mut dyn Watch) {
        if let (Way::Real, Some(limit)) = (&self.way, self.wait) {
            let at = self.port.as_ref().map(|port| format!(" at {port}")).unwrap_or_default();
            watch.wait(&format!("a board{at}"), limit);
        }
    }

    /// Whether a board answers, and not a recording, which knows only what it was asked.
    pub fn answers(&self) -> bool {
        !matches!(self.way, Way::Recorded(_))
    }

    /// The USB port that was named. Fails where it is a serial device.
    pub fn usb_port(&self) -> Result<Option<&PortPath>, Problem> {
        match &self.port {
            None => Ok(None),
            Some(PortName::Usb(port)) => Ok(Some(port)),
            Some(PortName::Serial(path)) => Err(Problem::Usage(format!(
                "{} is a serial device; this command needs a USB port path such as 1-1.4.2 (see `racklet-flash list`)",
                path.display()
            ))),
        }
    }

    /// The one simulated board. Fails where several were named.
    pub fn simulated(&self) -> Result<Option<&Wanted>, Problem> {
        match &self.way {
            Way::Virtual(boards) => match boards.as_slice() {
                [] => Ok(None),
                [board] => Ok(Some(board)),
                _ => Err(Problem::Usage(
                    "this command takes one board; --virtual was given more than once".into(),
                )
                .advised("leave one --virtual; `list` and `virtual serve` take several")),
            },
            Way::Real | Way::Recorded(_) => Ok(None),
        }
    }

    /// The simulated boards. Fails where one is on a serial line.
    pub fn usb_boards(&self) -> Result<Vec<&Spec>, Problem> {
        let Way::Virtual(boards) = &self.way else { return Ok(Vec::new()) };
        boards.iter().map(Wanted::usb).collect()
    }
}
