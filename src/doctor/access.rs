//! Whether a board may be opened, and what to do where it may not.

use std::io::ErrorKind;

use super::{
    Scene,
    account::{self, Account, Membership},
    device::Device,
    finding::{Check, Finding},
    machine::Machine,
    rules,
};
use crate::{
    transport::{OpenError, PortPath},
    udev,
};
use std::os::unix::fs::MetadataExt;

/// Installs the rules.
pub(super) const INSTALL: &str =
    "racklet-flash udev | sudo tee /etc/udev/rules.d/72-racklet-flash.rules";
/// Has udev read its rules again and apply them to what is plugged in.
pub(super) const RELOAD: &str =
    "sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=usb";
/// Makes the group of the rules. It must be a system's: udev ignores others since systemd 258.
pub(super) const ADD_GROUP: &str = "sudo groupadd --system plugdev";
/// How a container gets at boards. 189 is the major number of USB devices.
const CONTAINER: &str = "let the container have USB devices: \
     docker run --volume /dev/bus/usb:/dev/bus/usb --device-cgroup-rule 'c 189:* rmw' …";

/// `EPERM`, which a container's list of devices answers; modes and ACLs answer `EACCES`.
const EPERM: i32 = 1;

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    scene.boards().map(|(port, board)| open(scene.machine, port, board)).collect()
}

fn open(machine: &Machine, port: &PortPath, board: &Device) -> Finding {
    let node = &board.node;
    let Err(error) = machine.try_open(node) else {
        return Finding::ok(Check::Permission, format!("{} can be opened ({node})", board.label()))
            .at(port);
    };
    match error.kind() {
        ErrorKind::PermissionDenied => denied(machine, port, board),
        ErrorKind::NotFound => {
            let text = format!("{} has no node: {node} does not exist", board.label());
            Finding::problem(Check::Usb, text).remedy(nodes_remedy(machine))
        }
        _ => {
            let text = format!("{node} cannot be opened: {error}");
            Finding::problem(Check::Busy, text).remedy("plug the board in again")
        }
    }
    .at(port)
}

fn denied(machine: &Machine, port: &PortPath, board: &Device) -> Finding {
    let node = board.node.clone();
    let refused = OpenError::Permission { port: port.clone(), node: node.clone() };
    let text = format!(
        "{refused}: it is {}, you are {}",
        ownership(machine, &node),
        Account::of(machine).label()
    );
    Finding::problem(Check::Permission, text).remedy(remedy(machine, &node))
}

/// Owner, group and mode of a node.
pub(super) fn ownership(machine: &Machine, node: &str) -> String {
    let Some(data) = machine.metadata(node) else { return "not to be seen".into() };
    let name =
        |file, id: u32| account::name_of(machine, file, id).unwrap_or_else(|| id.to_string());
    let (user, group) = (name("/etc/passwd", data.uid()), name("/etc/group", data.gid()));
    format!("{user}:{group} {:04o}", data.mode() & 0o7777)
}

/// What to do about nodes that are not there.
pub(super) fn nodes_remedy(machine: &Machine) -> String {
    if machine.is_container() {
        return CONTAINER.into();
    }
    format!("mount devtmpfs or start udev; in a container {CONTAINER}")
}

/// What to do where `node` may not be opened, a line a step. These are the only words about it in the program.
pub fn remedy(machine: &Machine, node: &str) -> String {
    let account = Account::of(machine);
    let listed = machine.try_open(node).is_err_and(|error| error.raw_os_error() == Some(EPERM));
    if account.is_root() || listed {
        return format!(
            "even root may not open it: is /dev mounted `nodev`, or is this a container? Then {CONTAINER}"
        );
    }
    if !machine.has_udev() {
        return format!(
            "run racklet-flash as root, or give the node away until the board is plugged in again: \
             sudo chown {} {node}",
            account.for_shell()
        );
    }
    steps(machine, &account, node).join("\n")
}

fn steps(machine: &Machine, account: &Account, node: &str) -> Vec<String> {
    let (group, at_the_desk) = (udev::GROUP, account.is_at_the_desk(machine));
    let membership = account.membership(machine, group);
    let current = rules::in_force(machine).iter().any(rules::RuleFile::is_current);
    let mut steps = Vec::new();
    if !at_the_desk && membership == Membership::NoGroup {
        steps.push(ADD_GROUP.to_owned());
    }
    if !current {
        steps.push(INSTALL.to_owned());
    }
    if !current || at_the_desk || !belongs_to(machine, node, group) {
        steps.push(RELOAD.to_owned());
    }
    if !at_the_desk {
        steps.extend(join(account, group, membership));
    }
    if steps.is_empty() {
        // All is as it should be except the node: other rules act on it after ours, or it is older than ours.
        steps.extend([RELOAD.into(), "plug the board in again".into()]);
    }
    steps
}

/// How the user gets into a group.
pub(super) fn join(account: &Account, group: &str, membership: Membership) -> Vec<String> {
    let name = account.for_shell();
    match membership {
        Membership::Inside => Vec::new(),
        Membership::NotYet => {
            vec![format!("log in again: {name} is in {group}, but this session began before that")]
        }
        Membership::NoGroup | Membership::Outside => {
            vec![format!("sudo usermod -aG {group} {name}"), "log in again".into()]
        }
    }
}

fn belongs_to(machine: &Machine, node: &str, group: &str) -> bool {
    let gid = machine.metadata(node).map(|data| data.gid());
    gid.is_some() && account::group_of(machine, group).map(|(gid, _)| gid) == gid
}
