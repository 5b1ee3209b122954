//! The hubs between this machine and its boards: speeds, translators, power.

use std::collections::BTreeMap;

use super::{
    Scene,
    device::{self, Device},
    finding::{Check, Finding},
    machine::{Machine, USB},
};
use crate::transport::PortPath;

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings: Vec<_> =
        scene.boards().flat_map(|(port, board)| judge(scene, port, board)).collect();
    findings.extend(shared_translators(scene));
    findings.extend(ports(scene.machine));
    findings
}

/// The hubs above a device, nearest first; the last one is the bus's own.
fn above<'s>(scene: &'s Scene<'_>, name: &str) -> Vec<&'s Device> {
    let names = std::iter::successors(device::parent(name), |name| device::parent(name));
    names.filter_map(|name| scene.devices.iter().find(|device| device.name == name)).collect()
}

fn judge(scene: &Scene<'_>, port: &PortPath, board: &Device) -> Vec<Finding> {
    let hubs = above(scene, &board.name);
    let reach = board.mode().map_or(0, |(_, id)| id.speed);
    let findings = [Some(chain(board, &hubs)), slow(board, &hubs, reach), asleep(board)];
    findings.into_iter().flatten().map(|finding| finding.at(port)).collect()
}

fn chain(board: &Device, hubs: &[&Device]) -> Finding {
    let hubs: Vec<_> = hubs.iter().map(|hub| describe(hub)).collect();
    let way = if hubs.is_empty() { "no hub that is listed".into() } else { hubs.join(", ") };
    Finding::ok(Check::Hub, format!("{} Mbit/s through {way}", board.speed))
}

fn describe(hub: &Device) -> String {
    let mut text =
        format!("{} ({}, {} Mbit/s", hub.name, hub.title.as_deref().unwrap_or("hub"), hub.speed);
    if hub.has_single_translator() {
        text += ", one translator";
    } else if hub.has_translators() {
        text += ", a translator a port";
    }
    // The kernel's default for hubs, and harmless while a board is awake.
    if hub.autosuspends && hub.port.is_some() {
        text += ", autosuspend";
    }
    text + ")"
}

/// A board at full speed that reaches more, in Mbit/s, where nothing is in its way.
fn slow(board: &Device, hubs: &[&Device], reach: u32) -> Option<Finding> {
    if !board.is_slow() || reach <= 12 {
        return None;
    }
    let text = format!("only {} Mbit/s, about 1 MB/s at best", board.speed);
    let finding = Finding::note(Check::Hub, text);
    Some(match hubs.iter().find(|hub| hub.is_slow()) {
        Some(hub) => {
            finding.remedy(format!("hub {} is no faster: plug the board in elsewhere", hub.name))
        }
        None => finding.remedy(
            "nothing above it is that slow: try another cable, port, or the board's supply",
        ),
    })
}

fn asleep(board: &Device) -> Option<Finding> {
    board.autosuspends.then(|| {
        let text = "autosuspend is on: some mask ROMs do not wake up again";
        Finding::note(Check::Hub, text).remedy(format!(
            "echo on | sudo tee {USB}/{}/power/control (the udev rules do that)",
            board.name
        ))
    })
}

/// Boards that share the 12 Mbit/s of one translator.
fn shared_translators(scene: &Scene<'_>) -> Vec<Finding> {
    let mut shared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (port, board) in scene.boards().filter(|(_, board)| board.is_slow()) {
        if let Some(translator) = translator(scene, &board.name) {
            shared.entry(translator).or_default().push(port.to_string());
        }
    }
    shared.retain(|_, boards| boards.len() > 1);
    shared.iter().map(|(translator, boards)| crowded(translator, boards)).collect()
}

fn crowded(translator: &str, boards: &[String]) -> Finding {
    let text = format!(
        "the boards at {} share the one translator of {translator}: 1.2 MB/s together",
        boards.join(", ")
    );
    Finding::note(Check::Hub, text)
        .remedy("plug them into a hub with a translator a port (lsusb -v: \"TT per port\"), or into other hubs")
}

/// The translator that a slow device is behind: of a hub, or of one port of it.
fn translator(scene: &Scene<'_>, name: &str) -> Option<String> {
    let mut below = name.to_owned();
    for hub in above(scene, name) {
        if hub.has_single_translator() {
            return Some(format!("hub {}", hub.name));
        }
        if hub.has_translators() {
            return Some(format!("port {below}"));
        }
        below.clone_from(&hub.name);
    }
    None
}

/// Ports that are switched off or had too much current drawn, whether anything is plugged in there or not.
fn ports(machine: &Machine) -> Vec<Finding> {
    let hubs = machine.names(USB).unwrap_or_default().into_iter().filter(|name| name.contains(':'));
    let ports = hubs.flat_map(|hub| {
        let names = machine.names(&format!("{USB}/{hub}")).unwrap_or_default();
        let ports =
            names.into_iter().filter_map(|name| Some((PortPath::of_hub_port(&name)?, name)));
        ports.map(move |(port, name)| (port, format!("{USB}/{hub}/{name}"))).collect::<Vec<_>>()
    });
    ports.flat_map(|(port, folder)| port_findings(machine, &port, &folder)).collect()
}

fn port_findings(machine: &Machine, port: &PortPath, folder: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if machine.number(&format!("{folder}/disable")) == Some(1) {
        let finding = Finding::note(Check::Hub, format!("the port {port} is switched off"));
        findings.push(finding.remedy(format!("echo 0 | sudo tee {folder}/disable")));
    }
    let times = machine.number(&format!("{folder}/over_current_count")).unwrap_or(0);
    if times > 0 {
        let text = format!(
            "too much current was drawn from the port {port}, {times} times since its hub was plugged in"
        );
        findings.push(
            Finding::note(Check::Hub, text)
                .remedy("power the board by itself, or use a powered hub"),
        );
    }
    findings.into_iter().map(|finding| finding.at(port)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(speed: &str) -> Device {
        Device { speed: speed.into(), ..Device::default() }
    }

    #[test]
    fn a_slow_board_is_told_of_where_it_could_be_faster() {
        let (fast, slow_hub) = (device("480"), device("12"));
        let remedy = |hubs: &[&Device], reach| {
            slow(&device("12"), hubs, reach).map(|finding| finding.remedy)
        };
        let cable = remedy(&[&fast], 480).expect("it could be faster");
        assert!(cable.contains("try another cable"), "{cable}");
        let hub = remedy(&[&slow_hub, &fast], 480).expect("it could be faster");
        assert!(hub.contains("is no faster"), "{hub}");
        assert_eq!(remedy(&[&fast], 12), None);
        assert_eq!(slow(&fast, &[], 480), None);
    }
}
