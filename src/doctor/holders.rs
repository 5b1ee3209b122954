//! Who holds a board.

use super::{
    Scene,
    device::Device,
    finding::{Check, Finding},
    machine::{Machine, USB},
};
use crate::transport::PortPath;

/// The kernel's name for an interface that a program has claimed.
const CLAIMED: &str = "usbfs";

/// A process.
pub(super) struct Process {
    pid: u32,
    command: String,
}

/// Those who have a node open, as far as they can be seen.
pub(super) struct Openers {
    pub(super) seen: Vec<Process>,
    /// Processes whose open files were not shown.
    hidden: usize,
}

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    scene.boards().flat_map(|(port, board)| judge(scene.machine, port, board)).collect()
}

fn judge(machine: &Machine, port: &PortPath, board: &Device) -> Vec<Finding> {
    let bound = drivers(machine, board);
    let openers = Openers::of(machine, &board.node);
    let mut findings: Vec<_> = bound
        .iter()
        .filter(|(_, driver)| driver != CLAIMED)
        .map(|(interface, driver)| taken(interface, driver))
        .collect();
    if bound.iter().any(|(_, driver)| driver == CLAIMED) {
        findings.push(claimed(&openers));
    } else if !openers.seen.is_empty() {
        findings.push(opened(&openers));
    } else if findings.is_empty() {
        findings.push(free(&openers));
    }
    findings.into_iter().map(|finding| finding.at(port)).collect()
}

/// The interfaces that have a driver, and its name.
fn drivers(machine: &Machine, board: &Device) -> Vec<(String, String)> {
    let mut names = machine.names(USB).unwrap_or_default();
    names.retain(|name| name.split_once(':').is_some_and(|(device, _)| device == board.name));
    let driver = |name: String| {
        let driver = machine.link_name(&format!("{USB}/{name}/driver"))?;
        Some((name, driver))
    };
    names.into_iter().filter_map(driver).collect()
}

fn taken(interface: &str, driver: &str) -> Finding {
    Finding::problem(
        Check::Busy,
        format!("the kernel's driver {driver} holds interface {interface}"),
    )
    .remedy(format!("echo {interface} | sudo tee /sys/bus/usb/drivers/{driver}/unbind"))
}

fn claimed(openers: &Openers) -> Finding {
    let text = match openers.seen.as_slice() {
        [] => "a program that could not be seen has claimed it".into(),
        _ => format!("claimed by {}", openers.names()),
    };
    Finding::problem(Check::Busy, text).remedy(openers.remedy())
}

fn opened(openers: &Openers) -> Finding {
    Finding::note(Check::Busy, format!("open in {}, which has not claimed it", openers.names()))
        .remedy(openers.remedy())
}

fn free(openers: &Openers) -> Finding {
    Finding::ok(Check::Busy, format!("no driver and no program holds it{}", openers.unseen()))
}

impl Openers {
    pub(super) fn of(machine: &Machine, node: &str) -> Self {
        let mut openers = Self { seen: Vec::new(), hidden: 0 };
        for pid in pids(machine).filter(|&pid| pid != std::process::id()) {
            let folder = format!("/proc/{pid}/fd");
            match machine.names(&folder) {
                Ok(files)
                    if files
                        .iter()
                        .any(|file| has_open(machine, &format!("{folder}/{file}"), node)) =>
                {
                    openers.seen.push(Process { pid, command: command(machine, pid) });
                }
                Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                    openers.hidden += 1
                }
                _ => {}
            }
        }
        openers
    }

    pub(super) fn names(&self) -> String {
        let names = self
            .seen
            .iter()
            .map(|process| format!("process {} ({})", process.pid, process.command));
        names.collect::<Vec<_>>().join(", ")
    }

    /// How far the answer "no process" can be trusted.
    pub(super) fn unseen(&self) -> &'static str {
        match self.hidden {
            0 => "",
            _ => ", as far as could be seen: other people's open files are shown to root only",
        }
    }

    pub(super) fn remedy(&self) -> String {
        let pids: Vec<_> = self.seen.iter().map(|process| process.pid.to_string()).collect();
        match pids.as_slice() {
            [] if self.hidden > 0 => "to see which: sudo racklet-flash doctor".into(),
            [] => "it may run outside this container, or in a virtual machine: end it there".into(),
            _ => format!("wait until it is done, or end it: kill {}", pids.join(" ")),
        }
    }
}

fn has_open(machine: &Machine, file: &str, node: &str) -> bool {
    machine.link(file).is_some_and(|target| target.to_str() == Some(node))
}

/// Every process that is shown.
fn pids(machine: &Machine) -> impl Iterator<Item = u32> {
    let names = machine.names("/proc").unwrap_or_default();
    names.into_iter().filter_map(|name| name.parse().ok())
}

/// Whether a program of this name runs.
pub(super) fn runs(machine: &Machine, name: &str) -> bool {
    pids(machine).any(|pid| machine.text(&format!("/proc/{pid}/comm")).as_deref() == Some(name))
}

/// What a process was started as.
fn command(machine: &Machine, pid: u32) -> String {
    let line = machine.text(&format!("/proc/{pid}/cmdline")).unwrap_or_default();
    let words: Vec<_> = line.split('\0').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [] => machine.text(&format!("/proc/{pid}/comm")).unwrap_or_else(|| "?".into()),
        words => words.join(" "),
    }
}
