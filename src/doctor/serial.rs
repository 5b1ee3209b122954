//! Serial ports of USB adapters: whose they are, and what costs time on them. None is opened.

use std::{io::ErrorKind, os::unix::fs::MetadataExt};

use super::{
    Scene,
    access::{join, nodes_remedy, ownership},
    account::{self, Account},
    finding::{Check, Finding},
    holders::{self, Openers},
    machine::{Machine, USB},
    probers::MODEM_MANAGER,
};
use crate::transport::{SerialError, Tty, usb_ttys};

/// The group of serial ports on Debian and its kin; where the node has another, that one counts.
const GROUP: &str = "dialout";
/// Group may read and write.
const GROUP_MODE: u32 = 0o060;

/// A serial port and its adapter.
#[derive(Clone, Debug)]
pub struct SerialPort {
    /// Where it is.
    pub tty: Tty,
    /// What the adapter calls itself, and its driver.
    pub adapter: String,
    /// Why it cannot be opened.
    pub trouble: Option<String>,
    /// What to do about that, a line a step.
    pub remedy: Option<String>,
}

/// Every serial port of a USB adapter. Whether a board is at its other end cannot be seen from here.
pub fn ports(machine: &Machine) -> Vec<SerialPort> {
    usb_ttys(machine.root()).into_iter().map(|tty| SerialPort::of(machine, tty)).collect()
}

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let mut ports = ports(scene.machine);
    ports.retain(|port| scene.is_port(&port.tty.port));
    if ports.is_empty() && scene.port.is_none() {
        return vec![Finding::ok(Check::Serial, "no USB serial adapter is plugged in")];
    }
    let mut findings: Vec<_> = ports.iter().flat_map(|port| judge(scene, port)).collect();
    if !ports.is_empty() && holders::runs(scene.machine, MODEM_MANAGER) {
        findings.push(probed());
    }
    findings
}

fn judge(scene: &Scene<'_>, port: &SerialPort) -> Vec<Finding> {
    let found = [
        Some(access(scene.machine, port)),
        Some(held(scene.machine, port)),
        latency(scene.machine, &scene.account, port),
    ];
    found.into_iter().flatten().map(|finding| finding.at(&port.tty.port)).collect()
}

impl SerialPort {
    fn of(machine: &Machine, tty: Tty) -> Self {
        let device = format!("{USB}/{}", tty.port);
        let text = |file: &str| machine.text(&format!("{device}/{file}"));
        let name = text("product").filter(|name| !name.is_empty());
        let ids = [text("idVendor"), text("idProduct")].map(Option::unwrap_or_default).join(":");
        let driver = machine.link_name(&format!("{}/device/driver", class(&tty)));
        let adapter = format!(
            "{} ({ids}), driver {}",
            name.unwrap_or_else(|| "an adapter without a name".into()),
            driver.unwrap_or_else(|| "?".into())
        );
        let mut port = Self { tty, adapter, trouble: None, remedy: None };
        let node = port.node();
        if let Err(error) = machine.may_use(&node) {
            (port.trouble, port.remedy) = refused(machine, node, error.kind());
        }
        port
    }

    /// Its device, as text.
    pub fn node(&self) -> String {
        self.tty.path.display().to_string()
    }
}

/// The folder of a serial port.
fn class(tty: &Tty) -> String {
    let name = tty.path.file_name().unwrap_or_default().to_string_lossy();
    format!("/sys/class/tty/{name}")
}

fn refused(machine: &Machine, node: String, why: ErrorKind) -> (Option<String>, Option<String>) {
    match why {
        ErrorKind::NotFound => {
            (Some(format!("{node} does not exist")), Some(nodes_remedy(machine)))
        }
        _ => {
            let remedy = remedy(machine, &node);
            (Some(SerialError::Permission { path: node }.to_string()), Some(remedy))
        }
    }
}

fn access(machine: &Machine, port: &SerialPort) -> Finding {
    let node = port.node();
    let Some(trouble) = &port.trouble else {
        return Finding::ok(Check::Serial, format!("{node} may be opened: {}", port.adapter));
    };
    let missing = machine.metadata(&node).is_none();
    let finding = match missing {
        true => Finding::problem(Check::Serial, trouble),
        false => {
            let (owner, user) = (ownership(machine, &node), Account::of(machine));
            let text = format!("{trouble}: it is {owner}, you are {}", user.label());
            Finding::problem(Check::Permission, text)
        }
    };
    finding.remedy(port.remedy.clone().unwrap_or_default())
}

/// What to do where a serial port may not be opened, a line a step.
pub fn remedy(machine: &Machine, node: &str) -> String {
    let account = Account::of(machine);
    if account.is_root() {
        return format!("even root may not open it; in a container: docker run --device {node} …");
    }
    let group = group(machine, node);
    let steps = join(&account, &group, account.membership(machine, &group));
    match steps.is_empty() {
        true => format!(
            "the node is not its group's: sudo chgrp {group} {node} && sudo chmod g+rw {node}"
        ),
        false => steps.join("\n"),
    }
}

/// Who may use a serial port: the group of its node, where the group may.
fn group(machine: &Machine, node: &str) -> String {
    let data = machine.metadata(node).filter(|data| data.mode() & GROUP_MODE == GROUP_MODE);
    let gid = data.map(|data| data.gid()).filter(|gid| *gid != 0);
    let name = gid.and_then(|gid| account::name_of(machine, "/etc/group", gid));
    name.unwrap_or_else(|| GROUP.into())
}

/// Two programs on one port each get half of what the board says.
fn held(machine: &Machine, port: &SerialPort) -> Finding {
    let node = port.node();
    let openers = Openers::of(machine, &node);
    if openers.seen.is_empty() {
        let text = format!("no program has {node} open{}", openers.unseen());
        return Finding::ok(Check::Busy, text);
    }
    Finding::problem(Check::Busy, format!("{node} is open in {}", openers.names()))
        .remedy(openers.remedy())
}

/// FTDI's adapters hold bytes back; only root may shorten that, and commands do when they run as root.
fn latency(machine: &Machine, account: &Account, port: &SerialPort) -> Option<Finding> {
    let name = port.tty.path.file_name()?.to_str()?;
    let file = format!("/sys/bus/usb-serial/devices/{name}/latency_timer");
    let time: u32 = machine.number(&file)?;
    let text = format!("{name} holds back what the board says, for up to {time} ms");
    if time <= 1 {
        return Some(Finding::ok(Check::Serial, text));
    }
    if account.is_root() {
        return Some(Finding::ok(Check::Serial, format!("{text}; commands shorten that to 1 ms")));
    }
    let finding = Finding::note(Check::Serial, format!("{text}, after every block of a file"));
    Some(finding.remedy(format!("echo 1 | sudo tee {file}")))
}

fn probed() -> Finding {
    Finding::note(
        Check::Prober,
        "ModemManager is running: it may write to a serial adapter that was just plugged in",
    )
    .remedy("where there is no modem: sudo systemctl stop ModemManager")
}
