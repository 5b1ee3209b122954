//! Programs that speak to devices without being asked to.

use super::{
    Scene,
    finding::{Check, Finding},
    holders,
    rules::{self, RuleFile},
};

/// The name of its process.
pub(super) const MODEM_MANAGER: &str = "ModemManager";

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if holders::runs(scene.machine, MODEM_MANAGER) {
        findings
            .push(modem_manager(rules::in_force(scene.machine).iter().any(RuleFile::is_current)));
    }
    if holders::runs(scene.machine, "brltty") {
        findings.push(brltty());
    }
    if findings.is_empty() {
        findings.push(Finding::ok(Check::Prober, "neither ModemManager nor brltty is running"));
    }
    findings
}

fn modem_manager(kept_away: bool) -> Finding {
    if kept_away {
        return Finding::ok(
            Check::Prober,
            "ModemManager is running; the udev rules keep it away from mask ROMs",
        );
    }
    Finding::note(Check::Prober, "ModemManager is running: it probes boards that show up").remedy(
        "install the udev rules, which keep it away, or stop it: sudo systemctl stop ModemManager",
    )
}

fn brltty() -> Finding {
    Finding::note(
        Check::Prober,
        "brltty is running: it takes USB serial adapters for Braille displays",
    )
    .remedy("if no braille display is used: sudo systemctl mask --now brltty.service brltty-udev.service")
}
