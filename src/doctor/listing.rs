//! Whether USB devices can be listed, and which of them are boards.

use super::{
    Scene, access,
    finding::{Check, Finding},
    machine::USB,
};

/// The folder of device nodes.
const NODES: &str = "/dev/bus/usb";

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    match &scene.unlisted {
        Some(why) => vec![unlisted(scene, why)],
        None => [devices(scene), nodes(scene), boards(scene)].into_iter().flatten().collect(),
    }
}

fn unlisted(scene: &Scene<'_>, why: &str) -> Finding {
    let text = format!("USB devices cannot be listed: {USB}: {why}");
    let remedy = if scene.machine.is_container() {
        "this is a container without USB: run racklet-flash on the machine itself, or give the container /sys \
         and /dev/bus/usb"
    } else {
        "is this a container without /sys or USB? Run racklet-flash on the machine itself. \
         Else: sudo modprobe usbcore"
    };
    Finding::problem(Check::Usb, text).remedy(remedy)
}

fn devices(scene: &Scene<'_>) -> Option<Finding> {
    let hubs = scene.devices.iter().filter(|device| device.is_hub()).count();
    let others = scene.devices.len() - hubs;
    Some(match hubs {
        0 => Finding::note(
            Check::Usb,
            "there is no USB bus: the machine has no USB host, or no driver for it",
        )
        .remedy("see whether the kernel found one: sudo dmesg | grep -i hcd"),
        _ => Finding::ok(
            Check::Usb,
            format!("USB devices can be listed: {hubs} hubs, {others} others"),
        ),
    })
}

/// The kernel makes nodes for hubs too, so that there are some wherever there is a bus.
fn nodes(scene: &Scene<'_>) -> Option<Finding> {
    let missing = !scene.devices.is_empty() && !scene.machine.has(NODES);
    missing.then(|| {
        let text = format!("devices have no nodes: {NODES} does not exist");
        Finding::problem(Check::Usb, text).remedy(access::nodes_remedy(scene.machine))
    })
}

/// What is at the port that was asked for, or that nothing is anywhere.
fn boards(scene: &Scene<'_>) -> Option<Finding> {
    if scene.boards().next().is_some() {
        return None;
    }
    let text = match &scene.port {
        None => "no board in a recovery mode".into(),
        Some(port) => match scene.devices.iter().find(|device| scene.is_at_port(device)) {
            Some(device) => format!(
                "at port {port} is {}, which is no recovery mode that is known",
                device.label()
            ),
            None => format!("nothing is plugged in at port {port}, or it does not answer"),
        },
    };
    Some(Finding::note(Check::Board, text).remedy(
        "bring a board into recovery: `racklet-flash boards BOARD` says how; if it does not show up, try another \
         cable or port",
    ))
}
