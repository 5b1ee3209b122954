//! Programs that speak to devices nobody asked them to.

use super::{
    Scene,
    finding::{Check, Finding},
    holders,
    rules::{self, RuleFile},
};

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let comm = |pid| scene.machine.text(&format!("/proc/{pid}/comm"));
    let running: Vec<_> = holders::pids(scene.machine).filter_map(comm).collect();
    let runs = |name: &str| running.iter().any(|comm| comm == name);
    let mut findings = Vec::new();
    if runs("ModemManager") {
        findings
            .push(modem_manager(rules::in_force(scene.machine).iter().any(RuleFile::is_current)));
    }
    if runs("brltty") {
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
    .remedy("where nobody uses one: sudo systemctl mask --now brltty.service brltty-udev.service")
}
