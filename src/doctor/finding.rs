//! One thing that was found.

use serde_json::{Value, json};

use crate::{exit::Exit, transport::PortPath};

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Whether USB devices can be listed and have nodes.
    Usb,
    /// Which boards there are.
    Board,
    /// Whether they may be opened.
    Permission,
    /// The rules that give permission.
    Udev,
    /// What usbfs may use.
    Memory,
    /// Who holds a board.
    Busy,
    /// Hubs, speeds, power.
    Hub,
    /// Serial ports, for boards that speak on a UART.
    Serial,
    /// Programs that probe devices by themselves.
    Prober,
}

impl Check {
    /// A stable word for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Usb => "usb",
            Self::Board => "board",
            Self::Permission => "permission",
            Self::Udev => "udev",
            Self::Memory => "memory",
            Self::Busy => "busy",
            Self::Hub => "hub",
            Self::Serial => "serial",
            Self::Prober => "prober",
        }
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// As it should be.
    Ok,
    /// Works, but may surprise.
    Note,
    /// A command will fail.
    Problem,
}

impl Severity {
    /// A stable word for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Problem => "problem",
        }
    }
}

/// What one check says about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// How bad it is.
    pub severity: Severity,
    /// Where the board or the adapter is that it is about.
    pub port: Option<PortPath>,
    /// One line of what is.
    pub text: String,
    /// What to do, a line a step. Empty: nothing.
    pub remedy: String,
}

impl Finding {
    fn new(check: Check, severity: Severity, text: impl Into<String>) -> Self {
        Self { check, severity, port: None, text: text.into(), remedy: String::new() }
    }

    pub(super) fn ok(check: Check, text: impl Into<String>) -> Self {
        Self::new(check, Severity::Ok, text)
    }

    pub(super) fn note(check: Check, text: impl Into<String>) -> Self {
        Self::new(check, Severity::Note, text)
    }

    pub(super) fn problem(check: Check, text: impl Into<String>) -> Self {
        Self::new(check, Severity::Problem, text)
    }

    pub(super) fn at(mut self, port: &PortPath) -> Self {
        self.port = Some(port.clone());
        self
    }

    pub(super) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    /// The exit code that it asks for.
    pub fn exit(&self) -> Exit {
        match (self.severity, self.check) {
            (Severity::Problem, Check::Permission) => Exit::Permission,
            (Severity::Problem, _) => Exit::Failed,
            _ => Exit::Done,
        }
    }

    /// For scripts.
    pub fn fields(&self) -> Value {
        let remedy = (!self.remedy.is_empty()).then_some(&self.remedy);
        json!({
            "check": self.check.word(), "severity": self.severity.word(),
            "port": self.port.as_ref().map(ToString::to_string), "text": self.text, "remedy": remedy,
        })
    }
}
