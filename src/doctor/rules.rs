//! The udev rules that are installed.

use std::collections::BTreeMap;

use super::{
    Scene,
    access::{self, INSTALL},
    account::{self, Membership},
    finding::{Check, Finding},
    machine::Machine,
};
use crate::{
    boards::{self, UsbId},
    udev,
};

/// Folders of rules; a file hides those of the same name in the later ones.
const FOLDERS: [&str; 5] = [
    "/etc/udev/rules.d",
    "/run/udev/rules.d",
    "/usr/local/lib/udev/rules.d",
    "/usr/lib/udev/rules.d",
    "/lib/udev/rules.d",
];
/// `73-seat-late.rules` acts on `uaccess`: what is set later has no effect.
const TOO_LATE: &str = "73-seat-late.rules";
/// The first number of groups for people; udev ignores those since systemd 258.
const FIRST_USER_GROUP: u32 = 1000;

/// A file of rules.
pub(super) struct RuleFile {
    pub(super) path: String,
    name: String,
    text: String,
}

/// Every file that is in force, in udev's order.
pub(super) fn in_force(machine: &Machine) -> Vec<RuleFile> {
    let mut files = BTreeMap::new();
    for folder in FOLDERS.iter().rev() {
        for name in machine.names(folder).unwrap_or_default() {
            if name.ends_with(".rules") {
                let path = format!("{folder}/{name}");
                let text = machine.text(&path).unwrap_or_default();
                files.insert(name.clone(), RuleFile { path, name, text });
            }
        }
    }
    files.into_values().collect()
}

impl RuleFile {
    /// Whether it holds rules of ours, of this version or another.
    pub(super) fn is_ours(&self) -> bool {
        self.text.starts_with(udev::MARK)
    }

    /// Whether it holds this version's rules, at a place where they have effect.
    pub(super) fn is_current(&self) -> bool {
        self.text == udev::rules().trim() && self.name == udev::FILE
    }

    /// Whether some rule gives users access to a device with these ids.
    fn covers(&self, id: &UsbId) -> bool {
        let text = self.text.replace("\\\n", "").to_lowercase();
        let vendor = format!("{{idvendor}}==\"{:04x}\"", id.vendor);
        let product = format!("{{idproduct}}==\"{:04x}\"", id.product);
        let rules = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
        rules.filter(|rule| rule.contains(&vendor)).any(|rule| {
            let fits = rule.contains(&product) || !rule.contains("{idproduct}==");
            fits && ["uaccess", "group=", "group:=", "mode=\"0666\"", "mode:=\"0666\""]
                .iter()
                .any(|word| rule.contains(word))
        })
    }
}

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    if !scene.machine.has_udev() {
        return vec![no_daemon(scene)];
    }
    let files = in_force(scene.machine);
    let ours: Vec<_> = files.iter().filter(|file| file.is_ours()).collect();
    if ours.is_empty() {
        return not_installed(&files);
    }
    let judged = ours.iter().map(|file| judge(file));
    judged.chain(group(scene)).collect()
}

fn no_daemon(scene: &Scene<'_>) -> Finding {
    let text = "udev is not running (/run/udev/control is missing): rules have no effect, nodes stay as the \
                kernel made them";
    if scene.account.is_root() {
        return Finding::ok(Check::Udev, format!("{text}; root needs none"));
    }
    Finding::note(Check::Udev, text)
        .remedy("run racklet-flash as root, or with what this machine has in udev's place")
}

fn judge(file: &RuleFile) -> Finding {
    let path = &file.path;
    if file.is_current() {
        return Finding::ok(Check::Udev, format!("{path} is this version's"));
    }
    if file.name == udev::FILE {
        let text = format!(
            "{path} is not what `racklet-flash udev` prints: it is from another version, or was changed"
        );
        return Finding::note(Check::Udev, text).remedy(install());
    }
    let late = if file.name.as_str() > TOO_LATE { ", which is too late for uaccess" } else { "" };
    Finding::note(Check::Udev, format!("{path} has a name that is not {}{late}", udev::FILE))
        .remedy(format!("sudo rm {path}\n{}", install()))
}

/// What rules of others give, where there are none of ours.
fn not_installed(files: &[RuleFile]) -> Vec<Finding> {
    let (mut bare, mut covered) = (Vec::new(), Vec::new());
    for id in boards::families().flat_map(|family| &family.usb) {
        let ids = format!("{:04x}:{:04x}", id.vendor, id.product);
        match files.iter().find(|file| file.covers(id)) {
            Some(file) => covered.push(format!("{ids} ({})", file.path)),
            None => bare.push(ids),
        }
    }
    let none = "only root may open boards: no udev rule is installed for";
    let others = "our udev rules are not installed; others are, which may serve other people, for";
    let found = [(none, bare), (others, covered)].into_iter().filter(|(_, ids)| !ids.is_empty());
    found
        .map(|(text, ids)| {
            Finding::note(Check::Udev, format!("{text} {}", few(&ids))).remedy(install())
        })
        .collect()
}

/// The first of them; a family may have dozens.
fn few(ids: &[String]) -> String {
    let (shown, more) = ids.split_at(ids.len().min(3));
    let others = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
    format!("{}{others}", shown.join(", "))
}

fn install() -> String {
    format!("{INSTALL}\n{}", access::RELOAD)
}

/// Whether the group of the rules is one that udev takes.
fn group(scene: &Scene<'_>) -> Option<Finding> {
    let (group, machine) = (udev::GROUP, scene.machine);
    if scene.account.membership(machine, group) == Membership::NoGroup {
        let text = format!(
            "there is no group {group}: the rules serve only the user at the machine itself"
        );
        let remedy = format!("{}\n{}", access::ADD_GROUP, access::RELOAD);
        return Some(Finding::note(Check::Udev, text).remedy(remedy));
    }
    let (gid, _) = account::group_of(machine, group)?;
    (gid >= FIRST_USER_GROUP).then(|| {
        let text = format!(
            "the group {group} ({gid}) is no system group: udev ignores it since systemd 258"
        );
        let remedy = format!(
            "give it a free number below {FIRST_USER_GROUP}: sudo groupmod --gid NUMBER {group}"
        );
        Finding::note(Check::Udev, text).remedy(remedy)
    })
}
